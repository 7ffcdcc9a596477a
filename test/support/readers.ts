import { frameworkLeadOf, localityIdOf, OPERATOR, staffOf } from '@alongside/demonstration';
import { readModelActorLookup } from '@alongside/deployment';
import { clientActorId, type Actor, type Grant } from '@alongside/identity';
import { addDays, uuid5, type Uuid } from '@alongside/kernel';
import { clientNameOf, OPERATORS } from '@alongside/localities/contracts';
import { openPool } from '@alongside/postgres';
import { organisations, today, type Cast, type SharedRecords } from './shared-records/index.js';
import type { Program } from './program.js';

/** Somebody who reads, with the rights that the record gives them; null for nobody in particular. */
export interface Reader {
  readonly name: string;
  readonly actor: Actor | null;
  /** Their token; undefined for those that only a spec can make up. */
  readonly token?: () => Promise<string>;
  readonly headers?: Readonly<Record<string, string>>;
}

const nobodys: Omit<Actor, 'id' | 'kind'> = { client: 'spec', grants: [], assignedPeople: [], today };

const in_ = ({ organisationId }: { readonly organisationId: Uuid }): Grant['scope'] => ({
  kind: 'organisation',
  id: organisationId,
});

/** Rights that nobody should have anything by: not begun, ended, not theirs to hold, or without the role they need. */
const madeUp = (by: Actor, { peer, member }: Cast): readonly Reader[] => {
  const scope = in_(organisations.trust);
  const grant = (role: Grant['role'], from = today, to: string | null = null): Grant => ({
    role,
    scope,
    from,
    to,
  });
  const somebody = (name: string, rights: Partial<Actor>): Reader => ({
    name,
    actor: { ...nobodys, kind: 'person', id: uuid5(name), ...rights },
  });
  return [
    somebody('whose role begins tomorrow', { grants: [grant('hr', addDays(today, 1))] }),
    somebody('whose role ended yesterday', { grants: [grant('hr', '2020-01-01', today)] }),
    somebody('whose role ends tomorrow', { grants: [grant('hr', '2020-01-01', addDays(today, 1))] }),
    somebody('a person with the role of a system', { grants: [grant('integration')] }),
    somebody('a system with the role of a person', {
      kind: 'client',
      grants: [grant('hr')],
      limits: { mutations: [], classes: ['C0', 'C1', 'C2', 'C3', 'C4'] },
    }),
    somebody('assigned people without the role', { assignedPeople: [peer], assignedIn: [scope.id] }),
    somebody('an operator no longer', { id: OPERATOR }),
    somebody('another operator', {
      grants: [{ ...grant('operator'), scope: { kind: 'deployment', id: OPERATORS } }],
    }),
    somebody('a peer worker of a locality', {
      grants: [{ ...grant('peerWorker'), localities: [localityIdOf('Sussex')] }],
    }),
    somebody('a group member without a role', { id: member }),
    somebody('shared with through a role that is not held', {
      grants: [grant('hr')],
      sharings: (by.sharings ?? []).map((sharing) => ({ ...sharing, role: 'frameworkLead' })),
    }),
    somebody('shared with without the role', { sharings: by.sharings ?? [] }),
    somebody('a broken glass without the role', {
      brokenGlass: {
        id: uuid5('glass'),
        organisation: scope.id,
        person: null,
        classes: ['C1', 'C2', 'C3', 'C4'],
        until: '2999-01-01T00:00:00.000Z',
      },
    }),
  ];
};

/** Everybody with a part in the shared records, and some with none. */
export const readersOf = async (
  program: Program,
  { cast, glasses, clients }: SharedRecords,
): Promise<readonly Reader[]> => {
  const pool = openPool(program.database.gatewayUrl, { name: 'spec', max: 4 });
  const { writing, loginKey } = program.foundation;
  const lookup = readModelActorLookup({ pool }, writing, loginKey);
  const now = new Date().toISOString();

  const person = async (name: string, id: Uuid, glass?: Uuid): Promise<Reader> => {
    const { grants, assignedPeople, assignedIn, sharings, brokenGlasses } = await lookup.rightsOf(id, now);
    const brokenGlass = brokenGlasses.find((one) => one.id === glass);
    const rights = { grants, assignedPeople, assignedIn, sharings, ...(brokenGlass ? { brokenGlass } : {}) };
    return {
      name,
      actor: { ...nobodys, ...rights, kind: 'person', id },
      token: () => program.tokenOf(id),
      ...(glass ? { headers: { 'break-glass': glass } } : {}),
    };
  };
  const client = async (name: string, of: Uuid, token: () => Promise<string>): Promise<Reader> => {
    const id = clientActorId(clientNameOf(of));
    const { grants, limits } = await lookup.rightsOf(id, now);
    return { name, actor: { ...nobodys, kind: 'client', id, grants, limits: limits! }, token };
  };
  const staff = (name: keyof typeof organisations) => {
    const { lead, hr, supervisors } = staffOf(organisations[name]);
    return [
      person(`lead of ${name}`, lead),
      person(`hr of ${name}`, hr),
      ...supervisors.map((id, index) => person(`supervisor ${index} of ${name}`, id)),
    ];
  };
  try {
    const readers = await Promise.all([
      ...(Object.keys(organisations) as (keyof typeof organisations)[]).flatMap(staff),
      ...Object.entries(cast).map(([name, id]) => person(name, id)),
      person('framework lead of Sussex', frameworkLeadOf('Sussex')),
      person('framework lead of Wessex', frameworkLeadOf('Wessex')),
      person('operator', OPERATOR),
      person('operator under glass about one', OPERATOR, glasses.onPeer),
      person('operator under glass about all', OPERATOR, glasses.onTrust),
      person('operator under a glass that was ended', OPERATOR, glasses.ended),
      client('narrow client', organisations.trust.organisationId, clients.narrow),
      client('wide client', organisations.community.organisationId, clients.wide),
    ]);
    const sharedWith = readers.find(({ name }) => name === 'hr of community')!.actor!;
    return [...readers, ...madeUp(sharedWith, cast), { name: 'nobody in particular', actor: null }];
  } finally {
    await pool.end();
  }
};
