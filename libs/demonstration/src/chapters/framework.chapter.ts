import { uuid5, type Uuid } from '@alongside/kernel';
import { adoption, framework, version, type CastBallot } from '@alongside/framework/domain';
import {
  adoptionIdOf,
  adoptionStream,
  frameworkIdOf,
  frameworkStream,
  versionIdOf,
  versionStream,
  PEER_LED_QUORUM_SHARE,
} from '@alongside/framework/contracts';
import { organisation } from '@alongside/localities/domain';
import { organisationStream } from '@alongside/localities/contracts';
import { clauseOf, clausesOf } from '../clauses.js';
import { localityIdOf, partners, type LocalityName, type Partner } from '../partners.js';
import { introduce, personIdOf } from '../people.js';
import { randomOf } from '../random.js';
import { dayOfStory, morningOf, type Story } from '../story.js';
import { telling, type Said, type Telling, type Thread } from '../telling.js';
import { frameworkLeadOf, staffOf } from './partners.chapter.js';

/** Days of the story on which things happen in both localities. */
export const DAY = {
  founded: 10,
  drafted: 20,
  consulted: 45,
  voted: 80,
  closed: 100,
  inForce: 110,
  adopted: 120,
} as const;

const MEMBERS = 9;
/** Everybody but these brings lived experience to the group. */
const WITHOUT: Readonly<Record<LocalityName, readonly number[]>> = { Sussex: [8], Wessex: [5, 6, 7, 8] };

const memberOf = (name: LocalityName, index: number): Uuid => personIdOf(`${name}:member:${index}`);

export const frameworksOfStory = (story: Story): readonly Thread[] =>
  (['Sussex', 'Wessex'] as const).map((name) => ({ name: `framework:${name}`, tellings: made(story, name) }));

function* made(story: Story, name: LocalityName): Generator<Telling> {
  const localityId = localityIdOf(name);
  const frameworkId = frameworkIdOf(localityId);
  const versionId = versionIdOf(frameworkId, 1);
  const on = (day: number) => dayOfStory(story, day);
  const said = (day: number, actor = frameworkLeadOf(name)): Said => ({
    at: morningOf(story, on(day)),
    actor,
    organisation: null,
    locality: localityId,
  });
  const votingRule = { quorumShare: name === 'Sussex' ? PEER_LED_QUORUM_SHARE : 0.5, majorityShare: 0.5 };
  yield telling(said(DAY.founded), framework, frameworkStream(frameworkId), {
    type: 'FoundFramework',
    frameworkId,
    localityId,
    name: `${name} peer support framework`,
    ...votingRule,
    effectiveOn: on(DAY.founded),
  });
  yield* group(story, name, frameworkId, said);

  const ofVersion = (day: number, command: Parameters<typeof version.decide>[0], actor?: Uuid): Telling =>
    telling(said(day, actor), version, versionStream(versionId), command, {
      opened: command.type === 'CloseVoting',
    });
  yield ofVersion(DAY.drafted, {
    type: 'DraftVersion',
    versionId,
    frameworkId,
    number: 1,
    replaces: null,
    votingRule,
    clauses: [],
    effectiveOn: on(DAY.drafted),
  });
  for (const { clauseId, title, wording, rule } of clausesOf(name))
    yield ofVersion(DAY.drafted, {
      type: 'ProposeClause',
      clauseId,
      title,
      wording,
      rule,
      effectiveOn: on(DAY.drafted),
    });
  yield ofVersion(DAY.consulted, { type: 'OpenConsultation', effectiveOn: on(DAY.consulted) });
  const commented = DAY.consulted + 5;
  yield ofVersion(
    commented,
    {
      type: 'MakeComment',
      commentId: uuid5(`demonstration:comment:${name}`),
      personId: memberOf(name, 0),
      clauseId: clauseOf(name, 'shifts').clauseId,
      text: 'On my ward nobody knew whether I was there as a peer or as an assistant. Say it plainly, even that we do not agree.',
      effectiveOn: on(commented),
    },
    memberOf(name, 0),
  );
  yield ofVersion(DAY.voted, { type: 'OpenVoting', effectiveOn: on(DAY.voted) });
  for (let index = 0; index < MEMBERS; index += 1)
    yield ofVersion(DAY.voted + 3, ballot(name, index, on(DAY.voted + 3)), memberOf(name, index));
  yield ofVersion(
    DAY.voted + 4,
    {
      type: 'StateDissent',
      dissentId: uuid5(`demonstration:dissent:${name}`),
      personId: memberOf(name, 1),
      clauseId: clauseOf(name, 'restraint').clauseId,
      statement: 'A rule on restraint belongs to everybody on the ward, not to peers alone.',
      named: false,
      member: true,
      effectiveOn: on(DAY.voted + 4),
    },
    memberOf(name, 1),
  );
  yield ofVersion(DAY.closed, { type: 'CloseVoting', effectiveOn: on(DAY.closed) });
  yield ofVersion(DAY.closed + 1, {
    type: 'RatifyVersion',
    inForceFrom: on(DAY.inForce),
    currentVersionId: null,
    effectiveOn: on(DAY.closed + 1),
  });
}

const ballot = (name: LocalityName, index: number, effectiveOn: string): CastBallot => ({
  type: 'CastBallot',
  personId: memberOf(name, index),
  choice: index === 1 ? 'against' : index === 7 ? 'abstain' : 'for',
  member: { livedExperience: !WITHOUT[name].includes(index) },
  effectiveOn,
});

function* group(
  story: Story,
  name: LocalityName,
  frameworkId: Uuid,
  said: (day: number) => Said,
): Generator<Telling> {
  const random = randomOf(`${story.seed}:group:${name}`);
  const local = partners.filter(({ localities, weight }) => localities.includes(name) && weight > 0);
  const effectiveOn = dayOfStory(story, DAY.founded);
  for (let index = 0; index < MEMBERS; index += 1) {
    const personId = memberOf(name, index);
    const partner = local[index % local.length]!;
    yield* introduce(random, story.loginOf, {
      personId,
      organisation: partner.organisationId,
      locality: localityIdOf(name),
      on: effectiveOn,
      at: morningOf(story, effectiveOn),
    });
    yield telling(said(DAY.founded), framework, frameworkStream(frameworkId), {
      type: 'JoinGroup',
      personId,
      organisationId: partner.organisationId,
      livedExperience: !WITHOUT[name].includes(index),
      effectiveOn,
    });
  }
}

/** Every partner but the integrated care boards adopts, and says how ready it is. */
export const adoptionsOfStory = (story: Story): readonly Thread[] =>
  partners
    .filter(({ weight }) => weight > 0)
    .map((partner) => ({ name: `adoption:${partner.name}`, tellings: adopted(story, partner) }));

function* adopted(story: Story, partner: Partner): Generator<Telling> {
  const name = partner.localities[0]!;
  const localityId = localityIdOf(name);
  const frameworkId = frameworkIdOf(localityId);
  const { organisationId } = partner;
  const effectiveOn = dayOfStory(story, DAY.adopted);
  const said: Said = {
    at: morningOf(story, effectiveOn),
    actor: staffOf(partner).lead,
    organisation: organisationId,
    locality: localityId,
  };
  const adoptionId = adoptionIdOf(frameworkId, organisationId);
  yield telling(said, adoption, adoptionStream(adoptionId), {
    type: 'AdoptVersion',
    adoptionId,
    frameworkId,
    organisationId,
    version: {
      versionId: versionIdOf(frameworkId, 1),
      frameworkId,
      inForceFrom: dayOfStory(story, DAY.inForce),
      supersededOn: null,
    },
    inLocality: true,
    effectiveOn,
  });
  const stream = organisationStream(organisationId);
  yield telling(said, organisation, stream, {
    type: 'MeetReadinessItem',
    clauseId: clauseOf(name, 'supervisor').clauseId,
    evidenceNote: 'Three supervisors are named.',
    until: null,
    effectiveOn,
  });
}
