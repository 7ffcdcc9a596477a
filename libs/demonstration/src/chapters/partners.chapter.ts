import { locality, organisation } from '@alongside/localities/domain';
import { localityStream, organisationStream } from '@alongside/localities/contracts';
import {
  FOUNDED,
  hostOf,
  localityIdOf,
  MERGER_DAY,
  partnerByOds,
  partners,
  RW1_NAME,
  type LocalityName,
  type Partner,
} from '../partners.js';
import { appointOperator, grantRole, introduce, personIdOf, type Introduced } from '../people.js';
import { randomOf } from '../random.js';
import { later, morningOf, type Staff, type Story } from '../story.js';
import { telling, type Said, type Telling, type Thread } from '../telling.js';

const SUPERVISORS_EACH = 3;

const staffName = (partner: Partner, part: string): string => `${partner.ods ?? partner.name}:${part}`;

export const staffOf = (partner: Partner): Staff => ({
  lead: personIdOf(staffName(partner, 'lead')),
  hr: personIdOf(staffName(partner, 'hr')),
  supervisors: Array.from({ length: SUPERVISORS_EACH }, (_, index) =>
    personIdOf(staffName(partner, `supervisor:${index}`)),
  ),
});

export const frameworkLeadOf = (name: LocalityName) => personIdOf(`${name}:framework lead`);
export const OPERATOR = personIdOf('operator');

/** Organisations first: a locality needs its host. */
export const organisationsOfStory = (story: Story): readonly Thread[] =>
  partners.map((partner) => ({ name: `organisation:${partner.name}`, tellings: registered(story, partner) }));

const saidBy = (story: Story, { organisationId, localities }: Partner): Said => ({
  at: morningOf(story, story.start),
  actor: OPERATOR,
  organisation: organisationId,
  locality: localityIdOf(localities[0]!),
});

function* registered(story: Story, partner: Partner): Generator<Telling> {
  const { organisationId, name, sector, ods } = partner;
  const said = saidBy(story, partner);
  const stream = organisationStream(organisationId);
  yield telling(said, organisation, stream, {
    type: 'RegisterOrganisation',
    organisationId,
    name,
    sector,
    effectiveOn: FOUNDED,
  });
  if (ods)
    yield telling(said, organisation, stream, {
      type: 'AssignIdentifier',
      system: 'ods',
      value: ods,
      until: null,
      heldByOthers: [],
      effectiveOn: FOUNDED,
    });
}

export const localitiesOfStory = (story: Story): readonly Thread[] =>
  (['Sussex', 'Wessex'] as const).map((name) => ({
    name: `locality:${name}`,
    tellings: established(story, name),
  }));

function* established(story: Story, name: LocalityName): Generator<Telling> {
  const localityId = localityIdOf(name);
  const { organisationId: hostOrganisationId } = hostOf[name];
  const said: Said = {
    at: morningOf(story, story.start),
    actor: OPERATOR,
    organisation: null,
    locality: localityId,
  };
  yield telling(said, locality, localityStream(localityId), {
    type: 'EstablishLocality',
    localityId,
    name,
    hostOrganisationId,
    host: { registeredOn: FOUNDED, closedOn: null },
    effectiveOn: FOUNDED,
  });
  for (const partner of partners.filter(({ localities }) => localities.includes(name)))
    yield telling(
      { ...saidBy(story, partner), locality: localityId },
      organisation,
      organisationStream(partner.organisationId),
      {
        type: 'JoinLocality',
        localityId,
        localityEstablishedOn: FOUNDED,
        effectiveOn: FOUNDED,
      },
    );
  yield* frameworkLead(story, name);
}

function* frameworkLead(story: Story, name: LocalityName): Generator<Telling> {
  const lead: Introduced = {
    personId: frameworkLeadOf(name),
    organisation: hostOf[name].organisationId,
    locality: localityIdOf(name),
    on: story.start,
    at: morningOf(story, story.start),
  };
  yield* introduce(randomOf(`${story.seed}:lead:${name}`), story.loginOf, lead);
  yield grantRole(lead, 'frameworkLead', { kind: 'locality', id: lead.locality });
}

/** The people of each organisation who lead, employ and supervise, and the one who operates the program. */
export const staffOfStory = (story: Story): readonly Thread[] => [
  ...partners.map((partner) => ({ name: `staff:${partner.name}`, tellings: appointed(story, partner) })),
  { name: 'operator', tellings: operator(story) },
];

function* appointed(story: Story, partner: Partner): Generator<Telling> {
  const { lead, hr, supervisors } = staffOf(partner);
  const random = randomOf(`${story.seed}:staff:${partner.name}`);
  const organisationId = partner.organisationId;
  const inOrganisation = { kind: 'organisation', id: organisationId } as const;
  const who = (personId: string): Introduced => ({
    personId,
    organisation: organisationId,
    locality: localityIdOf(partner.localities[0]!),
    on: story.start,
    at: morningOf(story, story.start),
  });
  for (const [personId, role] of [
    [lead, 'organisationLead'],
    [hr, 'hr'],
    ...supervisors.map((supervisor) => [supervisor, 'supervisor'] as const),
  ] as const) {
    yield* introduce(random, story.loginOf, who(personId));
    yield grantRole(who(personId), role, inOrganisation);
  }
}

function* operator(story: Story): Generator<Telling> {
  const who: Introduced = {
    personId: OPERATOR,
    organisation: hostOf.Sussex.organisationId,
    locality: localityIdOf('Sussex'),
    on: story.start,
    at: morningOf(story, story.start),
  };
  yield* introduce(randomOf(`${story.seed}:operator`), story.loginOf, who);
  yield appointOperator(who);
}

/** Southern Health takes a new name and absorbs Solent, on one day. Told last: people go on working through it. */
export const mergerOfStory = (story: Story): readonly Thread[] =>
  MERGER_DAY > story.until ? [] : [{ name: 'merger', tellings: merger(story) }];

function* merger(story: Story): Generator<Telling> {
  const rw1 = partnerByOds('RW1');
  const r1c = partnerByOds('R1C');
  const at = morningOf(story, later(story.start, MERGER_DAY));
  yield telling({ ...saidBy(story, rw1), at }, organisation, organisationStream(rw1.organisationId), {
    type: 'RenameOrganisation',
    name: RW1_NAME,
    effectiveOn: MERGER_DAY,
  });
  yield telling({ ...saidBy(story, r1c), at }, organisation, organisationStream(r1c.organisationId), {
    type: 'MergeOrganisation',
    into: { organisationId: rw1.organisationId, registeredOn: FOUNDED, closedOn: null, mergesInto: [] },
    hostOf: [],
    effectiveOn: MERGER_DAY,
  });
}
