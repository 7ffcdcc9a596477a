import { describe, expect, it } from '@jest/globals';
import type { Act } from '@alongside/application';
import { fold, type Fact } from '@alongside/kernel';
import { factId } from '@alongside/kernel/testing';
import { training, type TrainingEvent, type TrainingState } from '../../domain/index.js';
import {
  assessorId,
  courseCompleted,
  enrolled,
  enrolmentId,
  personId,
  provider,
  receiver,
  shared,
} from '../../domain/testing/examples.js';
import { ownerOfTraining, type OnTrainingCommand } from './owner-of-training.js';

const by = (id: string, kind: 'person' | 'client' = 'person'): Pick<Act, 'actor'> => ({
  actor: { kind, id, client: 'web', grants: [], assignedPeople: [], today: '2025-06-01' },
});
const after = (...events: readonly TrainingEvent[]): TrainingState =>
  fold(
    training,
    events.map((event, index): Fact<TrainingEvent> => ({
      ...event,
      id: factId(index),
      recordedAt: '2025-06-01T09:00:00.000Z',
    })),
  );
const none = after();
const effectiveOn = '2025-06-01';
const staff = by(assessorId);
const learner = by(personId);
const recorded = { personId, organisationId: provider, effectiveOn };
const completionEventId = factId(0);

const assess: OnTrainingCommand = {
  type: 'AssessCompetence',
  ...recorded,
  courseId: null,
  competence: 'hee1',
  assessorId,
  outcome: 'shown',
};
const attend: OnTrainingCommand = { type: 'RecordAttendance', ...recorded, enrolmentId, hours: 6 };

describe('what was learnt', () => {
  const annul: OnTrainingCommand = {
    type: 'AnnulCompletion',
    ...recorded,
    corrects: { eventId: completionEventId, reason: 'enteredInError' },
  };
  const recognise: OnTrainingCommand = {
    type: 'RecognisePriorLearning',
    ...recorded,
    courseKind: 'imroc40',
    title: 'Peer support elsewhere',
    competences: [],
    assessorId,
    refresherMonths: null,
  };

  it.each([assess, recognise, annul, attend])(
    'is said by an organisation and never by the learner: $type',
    (command) => {
      const owner = ownerOfTraining(learner, command)(after(courseCompleted(), enrolled));
      expect(owner).toEqual({ organisations: [provider] });
    },
  );
  it('can begin a record, which nothing can be annulled in', () => {
    expect(ownerOfTraining(staff, assess)(none)).toEqual({ organisations: [provider] });
    expect(ownerOfTraining(staff, annul)(none)).toBeUndefined();
  });
  it('is attendance only where the organisation runs it', () => {
    expect(ownerOfTraining(staff, { ...attend, organisationId: receiver })(after(enrolled))).toBeUndefined();
    expect(ownerOfTraining(staff, attend)(none)).toBeUndefined();
  });
});

describe('an enrolment', () => {
  const end: OnTrainingCommand = {
    type: 'EndEnrolment',
    personId,
    enrolmentId,
    reason: 'withdrew',
    effectiveOn,
  };

  it('is ended by who runs it or by the person', () => {
    expect(ownerOfTraining(staff, end)(after(enrolled))).toEqual({
      organisations: [provider],
      person: personId,
    });
    expect(ownerOfTraining(staff, end)(none)).toBeUndefined();
  });
});

describe('a passport', () => {
  const share: OnTrainingCommand = {
    type: 'SharePassport',
    personId,
    effectiveOn,
    withOrganisationId: receiver,
    until: '2025-12-31',
  };
  const rely: OnTrainingCommand = {
    type: 'RecordReliance',
    personId,
    organisationId: receiver,
    completionEventId,
    decision: 'accepted',
    effectiveOn,
  };

  it('is shared by the person alone', () => {
    expect(ownerOfTraining(staff, share)(after(courseCompleted()))).toEqual({ person: personId });
  });
  it('is relied on only by an organisation with which it was shared', () => {
    expect(ownerOfTraining(staff, rely)(after(courseCompleted()))).toBeUndefined();
    expect(ownerOfTraining(staff, rely)(after(courseCompleted(), shared([completionEventId])))).toEqual({
      organisations: [receiver],
    });
  });
});

describe('a contest', () => {
  const contest: OnTrainingCommand = { type: 'ContestCompletion', personId, effectiveOn, completionEventId };

  it('is the person’s alone, and the organisation that has to answer keeps the words', () => {
    expect(ownerOfTraining(learner, contest)(after(courseCompleted()))).toEqual({
      organisations: [provider],
      person: personId,
    });
  });
  it('is never raised for somebody by the organisation that recorded the completion', () => {
    expect(ownerOfTraining(staff, contest)(after(courseCompleted()))).toBeUndefined();
    expect(ownerOfTraining(by(personId, 'client'), contest)(after(courseCompleted()))).toBeUndefined();
  });
});
