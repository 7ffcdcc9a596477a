import { describe, it } from '@jest/globals';
import { factId, specFor } from '@alongside/kernel/testing';
import { courseCompleted, personId, provider, receiver, shared, shareEnded } from '../testing/examples.js';
import type { RecordReliance, SharePassport } from './training.commands.js';
import { training } from './training.decider.js';
import type { TrainingEvent } from './training.events.js';

const { given } = specFor(training);
const completion = factId(0);

describe('sharing the passport', () => {
  const share = (changes: Partial<SharePassport> = {}): SharePassport => ({
    type: 'SharePassport',
    effectiveOn: '2025-04-01',
    personId,
    withOrganisationId: receiver,
    until: '2025-09-30',
    ...changes,
  });

  it('shows the completions that stand, until a day', () => {
    given(courseCompleted())
      .when(share())
      .then(shared([completion]));
  });
  it('shows an organisation nothing that it recorded itself', () => {
    given(courseCompleted(), courseCompleted({ organisationId: receiver, effectiveOn: '2025-03-20' }))
      .when(share())
      .then(shared([completion]));
  });
  it('shows nothing that was corrected', () => {
    given(courseCompleted(), {
      ...courseCompleted({ effectiveOn: '2025-03-15' }),
      corrects: { eventId: completion, reason: 'wrongDate' },
    })
      .when(share())
      .then(shared([factId(1)]));
  });
  it('records nothing when the same is shared already', () => {
    given(courseCompleted(), shared([completion]))
      .when(share({ effectiveOn: '2025-05-01' }))
      .thenNothing();
  });
  it('can go on for longer, and begin anew once it has ended', () => {
    given(courseCompleted(), shared([completion]))
      .when(share({ effectiveOn: '2025-05-01', until: '2025-12-31' }))
      .then(shared([completion], '2025-05-01', '2025-12-31'));
    given(courseCompleted(), shared([completion]), shareEnded([completion], '2025-05-01'))
      .when(share({ effectiveOn: '2025-05-01' }))
      .then(shared([completion], '2025-05-01'));
  });
  it('refuses an end before the beginning, and a beginning before the last one', () => {
    given(courseCompleted())
      .when(share({ until: '2025-03-31' }))
      .thenRejected('EndsBeforeItStarts');
    given(courseCompleted(), shared([completion]))
      .when(share({ effectiveOn: '2025-03-31' }))
      .thenRejected('BeforeLastStep');
  });
  it('refuses a person without a record', () => {
    given().when(share()).thenRejected('RecordNotOpen');
  });
});

describe('ending a share', () => {
  const end = (effectiveOn: string, how: 'withdrawn' | 'lapsed' = 'withdrawn') =>
    ({ type: 'EndPassportShare', personId, withOrganisationId: receiver, how, effectiveOn }) as const;
  const history = [courseCompleted(), shared([completion])] as const;

  it('hides the completions at once when the person withdraws it', () => {
    given(...history)
      .when(end('2025-04-02'))
      .then(shareEnded([completion], '2025-04-02'));
  });
  it('hides what was recorded meanwhile too', () => {
    given(...history, courseCompleted({ effectiveOn: '2025-04-10', sharedWith: [receiver] }))
      .when(end('2025-04-20'))
      .then(shareEnded([completion, factId(2)], '2025-04-20'));
  });
  it('lapses after the last day, not on it', () => {
    given(...history)
      .when(end('2025-09-30', 'lapsed'))
      .thenRejected('ShareStillRuns', { until: '2025-09-30' });
    given(...history)
      .when(end('2025-10-01', 'lapsed'))
      .then(shareEnded([completion], '2025-10-01', 'lapsed'));
  });
  it('refuses a share that never was or has ended, and a day before it began', () => {
    given(courseCompleted()).when(end('2025-04-02')).thenRejected('NotShared');
    given(...history, shareEnded([completion], '2025-04-02'))
      .when(end('2025-04-03'))
      .thenRejected('NotShared');
    given(...history)
      .when(end('2025-03-31'))
      .thenRejected('BeforeLastStep');
  });
});

describe('relying on a completion', () => {
  const rely = (changes: Partial<RecordReliance> = {}): RecordReliance => ({
    type: 'RecordReliance',
    effectiveOn: '2025-04-05',
    personId,
    organisationId: receiver,
    completionEventId: completion,
    decision: 'accepted',
    reason: 'Same syllabus as ours',
    ...changes,
  });
  const relied = (changes: object = {}): TrainingEvent => ({
    type: 'RelianceRecorded',
    data: {
      personId,
      organisationId: receiver,
      completionEventId: completion,
      decision: 'accepted',
      reason: 'Same syllabus as ours',
      effectiveOn: '2025-04-05',
      ...changes,
    },
  });
  const history = [courseCompleted(), shared([completion])] as const;

  it('is the decision of the organisation that receives the passport', () => {
    given(...history)
      .when(rely())
      .then(relied());
  });
  it('records nothing for the decision that stands, and takes another one', () => {
    given(...history, relied())
      .when(rely({ effectiveOn: '2025-04-06' }))
      .thenNothing();
    given(...history, relied())
      .when(rely({ effectiveOn: '2025-04-06', decision: 'notAccepted' }))
      .then(relied({ effectiveOn: '2025-04-06', decision: 'notAccepted' }));
    given(...history, relied())
      .when(rely({ effectiveOn: '2025-04-04', decision: 'notAccepted' }))
      .thenRejected('BeforeLastStep');
  });
  it.each(['2025-03-31', '2025-10-01'])('refuses on %s, when nothing is shared', (effectiveOn) => {
    given(...history)
      .when(rely({ effectiveOn }))
      .thenRejected('NotShared');
  });
  it('refuses once the share is withdrawn, from the day of its withdrawal', () => {
    given(...history, shareEnded([completion], '2025-04-05'))
      .when(rely())
      .thenRejected('NotShared');
    given(courseCompleted()).when(rely()).thenRejected('NotShared');
  });
  it('refuses what the organisation recorded itself', () => {
    given(...history)
      .when(rely({ organisationId: provider }))
      .thenRejected('OwnRecord');
  });
  it('refuses what does not stand in the record', () => {
    given(...history)
      .when(rely({ completionEventId: factId(1) }))
      .thenRejected('NoSuchCompletion');
    given(...history, {
      ...courseCompleted({ effectiveOn: '2025-03-15' }),
      corrects: { eventId: completion, reason: 'wrongDate' },
    })
      .when(rely())
      .thenRejected('NoSuchCompletion');
  });
});
