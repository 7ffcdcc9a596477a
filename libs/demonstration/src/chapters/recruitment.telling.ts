import { addDays, uuid5, type CalendarDate, type Uuid } from '@alongside/kernel';
import { application, vacancy } from '@alongside/recruitment/domain';
import {
  applicationIdOf,
  applicationStream,
  employmentChecks,
  vacancyStream,
  type Stage,
} from '@alongside/recruitment/contracts';
import { clauseOf } from '../clauses.js';
import { localityIdOf } from '../partners.js';
import { introduce, personIdOf } from '../people.js';
import type { Random } from '../random.js';
import type { Story } from '../story.js';
import { telling, type Telling } from '../telling.js';
import { saidFor, type StoryPost } from '../saying.js';

export interface Hire {
  readonly personId: Uuid;
  readonly applicationId: Uuid;
  /** Null where the application was declined. */
  readonly startsOn: CalendarDate | null;
}

const stages: readonly Stage[] = [
  { id: 'information', kind: 'informationSession', title: 'Information session' },
  { id: 'shortlisting', kind: 'shortlisting', title: 'Shortlisting' },
  { id: 'interview', kind: 'interview', title: 'Interview with a panel of peers and staff' },
  { id: 'decision', kind: 'decision', title: 'Decision' },
];

const roleFamilyOf = ({ band }: StoryPost): string => (band === '4' ? 'seniorPeerWorker' : 'peerWorker');
const kindOf = ({ partner }: StoryPost) =>
  partner.sector === 'nhsTrust' ? ('agendaForChange' as const) : ('otherEmployment' as const);

/** Opens a vacancy for places of a post, by an organisation that is ready. */
export function* vacancyFor(
  story: Story,
  storyPost: StoryPost,
  opensOn: CalendarDate,
  places: number,
  ends: 'open' | 'filled',
): Generator<Telling, Uuid> {
  const { partner, team, postId, title } = storyPost;
  const locality = partner.localities[0]!;
  const vacancyId = uuid5(`demonstration:vacancy:${postId}`);
  yield telling(saidFor(story, partner, opensOn), vacancy, vacancyStream(vacancyId), {
    type: 'OpenVacancy',
    vacancyId,
    organisationId: partner.organisationId,
    localityId: localityIdOf(locality),
    postId,
    title,
    engagementKind: kindOf(storyPost),
    roleFamily: roleFamilyOf(storyPost),
    places,
    stages,
    closesOn: ends === 'open' ? null : addDays(opensOn, 60),
    readiness: (['prepared', 'supervisor'] as const).map((name) => {
      const { clauseId, title: item } = clauseOf(locality, name);
      return {
        clauseId,
        title: item,
        status: 'met' as const,
        organisationId: partner.organisationId,
        teamId: name === 'prepared' ? team.teamId : null,
      };
    }),
    post: { open: true, placesLeft: places, organisationId: partner.organisationId },
    missingTeam: null,
    effectiveOn: opensOn,
  });
  return vacancyId;
}

/** One person's way through a vacancy: to a confirmed offer, or to a decline after the interview. */
export function* applicationOf(
  story: Story,
  random: Random,
  storyPost: StoryPost,
  vacancyId: Uuid,
  opensOn: CalendarDate,
  name: string,
  succeeds: boolean,
): Generator<Telling, Hire> {
  const { partner, postId } = storyPost;
  const personId = personIdOf(`${postId}:${name}`);
  const applicationId = applicationIdOf(vacancyId, personId);
  let day = addDays(opensOn, random.between(3, 20));
  const localityId = localityIdOf(partner.localities[0]!);
  const engagementKind = kindOf(storyPost);
  yield* introduce(random, story.loginOf, {
    personId,
    organisation: partner.organisationId,
    locality: localityId,
    on: day,
    at: saidFor(story, partner, day).at,
  });
  const next = (least: number, most: number): CalendarDate =>
    (day = addDays(day, random.between(least, most)));
  const step = (command: Parameters<typeof application.decide>[0]): Telling =>
    telling(saidFor(story, partner, day), application, applicationStream(applicationId), command, {
      opened: command.type === 'ConfirmOffer' || command.type === 'MoveCheck',
    });
  yield step({
    type: 'SubmitApplication',
    applicationId,
    vacancyId,
    personId,
    vacancy: {
      open: true,
      postId,
      localityId,
      engagementKind,
      roleFamily: roleFamilyOf(storyPost),
      organisationId: partner.organisationId,
      closesOn: addDays(opensOn, 60),
      stages,
    },
    effectiveOn: day,
  });
  yield step({
    type: 'PassStage',
    stageId: 'information',
    how: 'passed',
    completion: null,
    effectiveOn: next(1, 5),
  });
  yield step({
    type: 'PassStage',
    stageId: 'shortlisting',
    how: 'passed',
    completion: null,
    effectiveOn: next(1, 7),
  });
  yield step({
    type: 'HoldInterview',
    panelSize: 4,
    panelLivedExperience: 2,
    outcome: succeeds ? 'appointable' : 'notAppointable',
    leastShare: 0.5,
    effectiveOn: next(3, 14),
  });
  if (!succeeds) {
    yield step({ type: 'DeclineApplication', reason: 'notAppointable', effectiveOn: next(1, 5) });
    return { personId, applicationId, startsOn: null };
  }
  yield step({
    type: 'MakeConditionalOffer',
    requiredChecks: employmentChecks,
    hoursPerWeek: storyPost.hoursPerWeek,
    proposedStartOn: null,
    effectiveOn: next(1, 5),
  });
  yield step({ type: 'DecideDbsLevel', dbsLevel: 'enhanced', effectiveOn: next(0, 2) });
  for (const check of employmentChecks) {
    yield step({
      type: 'MoveCheck',
      check,
      status: 'requested',
      holder: check === 'historyAndReferences' ? 'thirdParty' : 'candidate',
      effectiveOn: next(0, 2),
    });
    yield step({
      type: 'MoveCheck',
      check,
      status: 'succeeded',
      holder: 'employer',
      effectiveOn: next(1, 5),
    });
  }
  const startsOn = addDays(next(1, 3), random.between(7, 30));
  yield step({
    type: 'ConfirmOffer',
    requiredChecks: employmentChecks,
    placesLeft: 1,
    startsOn,
    hoursPerWeek: storyPost.hoursPerWeek,
    effectiveOn: day,
  });
  return { personId, applicationId, startsOn };
}
