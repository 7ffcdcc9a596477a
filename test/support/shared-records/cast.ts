import { localityIdOf, partnerByOds, partners } from '@alongside/demonstration';
import { dayOf, addDays, idMadeBy, uuid5, type Uuid } from '@alongside/kernel';
import { openPool } from '@alongside/postgres';
import type { Program } from '../program.js';

const named = (name: string) => partners.find((partner) => partner.name === name)!;

/** The partners that share, or do not. */
export const organisations = {
  trust: partnerByOds('RX2'),
  community: partnerByOds('RDR'),
  hospital: partnerByOds('RYR'),
  eastern: partnerByOds('RXC'),
  charity: named('CAPITAL Project Trust'),
  oakleaf: named('Sussex Oakleaf'),
  southdown: named('Southdown'),
  mind: named('Mind in Brighton and Hove'),
  successor: partnerByOds('RW1'),
  absorbed: partnerByOds('R1C'),
  southampton: partnerByOds('RHM'),
} as const;

export const today = dayOf(new Date().toISOString());
export const inDays = (days: number): string => addDays(today, days);

/** A word that stands nowhere else: whoever finds it has found what it was planted in. */
export const planted = (where: string): string =>
  `Zq${uuid5(`planted ${where}`).replaceAll('-', '').slice(0, 12)}`;

/** People with a part in what is shared. */
export interface Cast {
  /** Of the trust, with training on record. */
  readonly peer: Uuid;
  /** Of the trust, supervised by somebody else. */
  readonly colleague: Uuid;
  readonly charityPeer: Uuid;
  readonly absorbedPeer: Uuid;
  /** Employed by the charity, hosted and supervised by the trust. */
  readonly hosted: Uuid;
  readonly invited: Uuid;
  /** With a decision on a criminal record. */
  readonly checked: Uuid;
  /** Of the group of the framework of Sussex, and with a comment to their name. */
  readonly member: Uuid;
}

/** What a command made. */
export interface Made {
  readonly id: Uuid;
  readonly eventIds: readonly Uuid[];
}
/** Gives a command that is accepted. */
export type Give = (who: Uuid, name: string, input: object) => Promise<Made>;

/** Asks the database as one who may see everything: the read models' projector, where nobody else is named. */
export const found = async <Row extends object>(
  { database }: Program,
  text: string,
  values: readonly unknown[] = [],
  url = database.projectorUrl,
): Promise<readonly Row[]> => {
  const pool = openPool(url, { name: 'spec', max: 1 });
  try {
    return (await pool.query<Row>(text, [...values])).rows;
  } finally {
    await pool.end();
  }
};

interface Engaged {
  readonly person: Uuid;
  readonly organisation: Uuid;
  readonly supervisors: string;
  readonly learnt: boolean;
}

export const castOf = async (program: Program): Promise<Cast> => {
  const engaged = await found<Engaged>(
    program,
    `SELECT e.person_id AS person, e.employing_organisation_id AS organisation,
      string_agg(DISTINCT s.supervisor_id::text, ',' ORDER BY s.supervisor_id::text) AS supervisors,
      bool_or(EXISTS (SELECT FROM training.completion c WHERE c.person_id = e.person_id)) AS learnt
     FROM employment.engagement e JOIN supervision.arrangement s ON s.engagement_id = e.engagement_id AND s.ended_on IS NULL
     WHERE e.ends_on IS NULL GROUP BY 1, 2 ORDER BY 2, 1`,
  );
  const [member] = await found<{ id: Uuid }>(
    program,
    `SELECT person_id AS id FROM framework.comment WHERE locality_id = $1 ORDER BY 1 LIMIT 1`,
    [localityIdOf('Sussex')],
  );
  const [checked] = await found<{ id: Uuid }>(
    program,
    `SELECT person_id AS id FROM recruitment.dbs_decision WHERE organisation_id = $1 ORDER BY 1 LIMIT 1`,
    [organisations.trust.organisationId],
  );
  const { trust, charity, absorbed } = organisations;
  const of = (organisationId: Uuid) => engaged.filter(({ organisation }) => organisation === organisationId);
  const peer = of(trust.organisationId).find(({ learnt }) => learnt)!;
  const colleague = of(trust.organisationId).find(({ supervisors }) => supervisors !== peer.supervisors)!;
  return {
    peer: peer.person,
    colleague: colleague.person,
    charityPeer: of(charity.organisationId)[0]!.person,
    // The further the merger is away, the fewer are left.
    absorbedPeer: (of(absorbed.organisationId)[0] ?? peer).person,
    hosted: idMadeBy(uuid5('shared hosted'), 'person'),
    invited: idMadeBy(uuid5('shared invited'), 'person'),
    checked: checked!.id,
    member: member!.id,
  };
};
