import { addDays, uuid5, type CalendarDate } from '@alongside/kernel';
import { engagement } from '@alongside/employment/domain';
import { engagementStream } from '@alongside/employment/contracts';
import { frameworkIdOf, versionIdOf, type BoundaryRule } from '@alongside/framework/contracts';
import { boundary, type FrameworkStance } from '@alongside/role-boundaries/domain';
import { boundaryIdOf, boundaryStream } from '@alongside/role-boundaries/contracts';
import { supervision } from '@alongside/supervision/domain';
import { supervisionIdOf, supervisionStream, type SupervisionKind } from '@alongside/supervision/contracts';
import { training } from '@alongside/training/domain';
import { trainingIdOf, trainingStream } from '@alongside/training/contracts';
import { clausesOf } from '../clauses.js';
import { courseOf, type CourseName } from '../courses.js';
import { localityIdOf, type LocalityName, type Partner } from '../partners.js';
import type { Random } from '../random.js';
import { dayOfStory, later, type Story } from '../story.js';
import { telling, type Telling } from '../telling.js';
import { DAY } from './framework.chapter.js';
import { staffOf } from './partners.chapter.js';
import { saidFor, type Worker } from '../saying.js';

/** What follows from working somewhere: training, supervision, an agreed boundary. */
export function* workingLife(
  story: Story,
  random: Random,
  partner: Partner,
  worker: Worker,
): Generator<Telling> {
  const end = worker.lastDay ?? story.until;
  yield* learned(story, random, partner, worker, end);
  yield* supervised(story, random, partner, worker, end, 'line', 28);
  if (random.chance(0.45)) yield* supervised(story, random, partner, worker, end, 'peer', 56);
  if (random.chance(0.75)) yield* agreed(story, random, partner, worker, end);
  if (random.chance(0.08) && addDays(worker.startsOn, 90) < end)
    yield telling(
      saidFor(story, partner, addDays(worker.startsOn, 90)),
      engagement,
      engagementStream(worker.engagementId),
      {
        type: 'AgreeHours',
        hoursPerWeek: random.pick([15, 22.5, 30]),
        effectiveOn: addDays(worker.startsOn, 90),
      },
    );
}

function* learned(
  story: Story,
  random: Random,
  partner: Partner,
  worker: Worker,
  end: CalendarDate,
): Generator<Telling> {
  const { personId, startsOn } = worker;
  const plan: readonly (readonly [CourseName, number, number])[] = [
    ['peerSupport', 0.8, 120],
    ['safeguarding', 0.9, 60],
    ['loneWorking', 0.5, 150],
    ['supervising', 0.1, 400],
  ];
  for (const [name, share, within] of plan) {
    const day = addDays(startsOn, random.between(5, within));
    if (!random.chance(share) || day >= end) continue;
    const course = courseOf(name);
    // Some organisations record attendance alone, even where competence could have been assessed.
    const how = course.outcome === 'assessed' && random.chance(0.85) ? 'assessed' : 'attended';
    yield telling(
      saidFor(story, partner, addDays(day, random.between(0, 6))),
      training,
      trainingStream(trainingIdOf(personId)),
      {
        type: 'CompleteCourse',
        personId,
        organisationId: partner.organisationId,
        course,
        how,
        assessorId: how === 'assessed' ? random.pick(staffOf(partner).supervisors) : null,
        effectiveOn: day,
      },
    );
  }
}

/** How far back sessions are told one by one. */
const TOLD_DAYS = 365;

function* supervised(
  story: Story,
  random: Random,
  partner: Partner,
  worker: Worker,
  end: CalendarDate,
  kind: SupervisionKind,
  everyDays: number,
): Generator<Telling> {
  const { engagementId, personId } = worker;
  const begins = later(worker.startsOn, addDays(story.until, -TOLD_DAYS));
  if (begins >= end) return;
  const supervisionId = supervisionIdOf(engagementId, kind);
  const stream = supervisionStream(supervisionId);
  const supervisorId = random.pick(staffOf(partner).supervisors);
  const byPeer = kind === 'peer';
  yield telling(saidFor(story, partner, begins), supervision, stream, {
    type: 'ArrangeSupervision',
    supervisionId,
    engagementId,
    personId,
    kind,
    organisationId: partner.organisationId,
    localityId: localityIdOf(partner.localities[0]!),
    supervisorId,
    supervisorHasLivedExperience: byPeer,
    everyDays,
    effectiveOn: begins,
  });
  const regular = random.chance(0.75);
  for (
    let day = addDays(begins, random.between(7, everyDays));
    day < end;
    day = addDays(day, everyDays + random.between(-4, regular ? 4 : 35))
  ) {
    const said = saidFor(story, partner, day, supervisorId);
    yield random.chance(0.1)
      ? telling(said, supervision, stream, {
          type: 'RecordMissedSession',
          plannedOn: day,
          reason: random.pick(['serviceDemand', 'supervisorUnavailable', 'notArranged'] as const),
          today: day,
        })
      : telling(said, supervision, stream, {
          type: 'RecordSession',
          heldOn: day,
          supervisorId: null,
          byPeer,
          lengthMinutes: random.pick([30, 45, 60, 60]),
          agreedActions: random.between(0, 3),
          earlierActionsDone: 0,
          today: day,
        });
  }
}

const stancesOf = (name: LocalityName): readonly FrameworkStance[] =>
  clausesOf(name).flatMap(({ clauseId, rule }) =>
    rule.kind === 'boundary'
      ? [
          {
            task: rule.task,
            stance: rule.stance,
            conditions: (rule as BoundaryRule).conditions,
            clauseId,
            versionId: versionIdOf(frameworkIdOf(localityIdOf(name)), 1),
            deviation: null,
          },
        ]
      : [],
  );

function* agreed(
  story: Story,
  random: Random,
  partner: Partner,
  worker: Worker,
  end: CalendarDate,
): Generator<Telling> {
  const { engagementId, personId } = worker;
  const locality = partner.localities[0]!;
  const on = later(addDays(worker.startsOn, 14), dayOfStory(story, DAY.adopted + random.between(20, 60)));
  if (addDays(on, 10) >= end) return;
  const boundaryId = boundaryIdOf(engagementId);
  const stream = boundaryStream(boundaryId);
  const manager = random.pick(staffOf(partner).supervisors);
  const of = {
    boundaryId,
    engagementId,
    personId,
    organisationId: partner.organisationId,
    localityId: localityIdOf(locality),
  };
  const proposalId = uuid5(`demonstration:proposal:${engagementId}`);
  const framework = stancesOf(locality);
  const step = (day: CalendarDate, actor: string, command: Parameters<typeof boundary.decide>[0]): Telling =>
    telling(saidFor(story, partner, day, actor), boundary, stream, command);
  yield step(on, manager, {
    type: 'ProposeBoundary',
    of,
    proposalId,
    lines: framework.map(({ task, stance, conditions }) => ({ task, stance, conditions })),
    proposedBy: manager,
    frameworkVersionId: versionIdOf(frameworkIdOf(localityIdOf(locality)), 1),
    framework,
    effectiveOn: on,
  });
  const signedOn = addDays(on, random.between(1, 8));
  yield step(signedOn, manager, {
    type: 'SignBoundary',
    proposalId,
    by: 'manager',
    signedBy: manager,
    effectiveOn: signedOn,
  });
  // Some agreements wait for the worker's signature: that is for the worker to decide.
  if (random.chance(0.85))
    yield step(signedOn, personId, {
      type: 'SignBoundary',
      proposalId,
      by: 'worker',
      signedBy: personId,
      effectiveOn: signedOn,
    });
  if (random.chance(0.2))
    yield step(addDays(signedOn, 1), personId, {
      type: 'QueryTask',
      of,
      queryId: uuid5(`demonstration:query:${engagementId}`),
      task: 'healthcareAssistantShifts',
      askedBy: personId,
      question: 'I was asked to cover an assistant’s shift on my own ward. What holds?',
      effectiveOn: addDays(signedOn, 1),
    });
}
