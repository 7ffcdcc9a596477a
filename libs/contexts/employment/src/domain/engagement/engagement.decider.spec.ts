import { describe, it } from '@jest/globals';
import { factId, specFor } from '@alongside/kernel/testing';
import type {
  EngagementBegun,
  EngagementEnded,
  HoursAgreed,
  OfEngagement,
  StepPointReached,
  TermAgreed,
} from '../../contracts.js';
import type { BeginEngagement, CorrectEngagementStart, ReachStepPoint } from './engagement.commands.js';
import { engagement } from './engagement.decider.js';

const { given } = specFor(engagement);

const whose: Omit<OfEngagement, 'effectiveOn'> = {
  engagementId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0001',
  personId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0002',
  postId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0003',
  employingOrganisationId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0004',
  hostOrganisationId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0005',
  localityId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0006',
};
const particulars = {
  ...whose,
  applicationId: null,
  kind: 'agendaForChange' as const,
  title: 'Peer support worker',
  roleFamily: 'peerWorker',
  hoursPerWeek: 30,
  fixedTermUntil: null,
};
const begin: BeginEngagement = { type: 'BeginEngagement', ...particulars, startsOn: '2025-06-01' };
const begun = (change: Partial<EngagementBegun['data']> = {}): EngagementBegun => ({
  type: 'EngagementBegun',
  data: { ...particulars, effectiveOn: '2025-06-01', ...change },
});
const hours = (hoursPerWeek: number | null, effectiveOn: string): HoursAgreed => ({
  type: 'HoursAgreed',
  data: { ...whose, effectiveOn, hoursPerWeek },
});
const term = (until: string | null, effectiveOn: string): TermAgreed => ({
  type: 'TermAgreed',
  data: { ...whose, effectiveOn, until },
});
const ended: EngagementEnded = {
  type: 'EngagementEnded',
  data: { ...whose, effectiveOn: '2026-04-01', lastDay: '2026-03-31', reason: 'resignation' },
};

describe('beginning an engagement', () => {
  it('records who works where from when', () => {
    given().when(begin).then(begun());
  });
  it('decides nothing when the same beginning comes again', () => {
    given(begun()).when(begin).thenNothing();
  });
  it('refuses another person, post or day under the same id', () => {
    given(begun())
      .when({ ...begin, personId: 'another' })
      .thenRejected('EngagementExists');
    given(begun())
      .when({ ...begin, postId: null })
      .thenRejected('EngagementExists');
    given(begun())
      .when({ ...begin, startsOn: '2025-06-02' })
      .thenRejected('EngagementExists');
  });
  it('refuses a term that ends before it begins', () => {
    given()
      .when({ ...begin, fixedTermUntil: '2025-05-31' })
      .thenRejected('TermEndsBeforeStart');
  });
  it('refuses impossible hours', () => {
    given()
      .when({ ...begin, hoursPerWeek: 0 })
      .thenRejected('HoursOutOfRange');
  });
  it('answers every other command with an engagement that has not begun', () => {
    given()
      .when({ type: 'AgreeHours', hoursPerWeek: 20, effectiveOn: '2025-06-01' })
      .thenRejected('EngagementNotBegun');
  });
});

describe('agreeing hours', () => {
  it('records them from a day', () => {
    given(begun())
      .when({ type: 'AgreeHours', hoursPerWeek: 22.5, effectiveOn: '2025-09-01' })
      .then(hours(22.5, '2025-09-01'));
  });
  it('compares with the hours of that day, not with the last ones', () => {
    given(begun(), hours(22.5, '2025-09-01'))
      .when({ type: 'AgreeHours', hoursPerWeek: 22.5, effectiveOn: '2025-08-01' })
      .then(hours(22.5, '2025-08-01'));
    given(begun(), hours(22.5, '2025-09-01'))
      .when({ type: 'AgreeHours', hoursPerWeek: 22.5, effectiveOn: '2025-10-01' })
      .thenNothing();
  });
  it('refuses a day before the first', () => {
    given(begun())
      .when({ type: 'AgreeHours', hoursPerWeek: 20, effectiveOn: '2025-05-31' })
      .thenRejected('BeforeEngagementBegan', { startsOn: '2025-06-01' });
  });
  it('refuses impossible hours', () => {
    given(begun())
      .when({ type: 'AgreeHours', hoursPerWeek: 61, effectiveOn: '2025-09-01' })
      .thenRejected('HoursOutOfRange');
  });
  it('learns of an ended engagement what was true on its last day', () => {
    given(begun(), ended)
      .when({ type: 'AgreeHours', hoursPerWeek: 20, effectiveOn: '2026-03-31' })
      .then(hours(20, '2026-03-31'));
  });
  it('refuses a day after the last', () => {
    given(begun(), ended)
      .when({ type: 'AgreeHours', hoursPerWeek: 20, effectiveOn: '2026-04-01' })
      .thenRejected('AfterLastDay', { lastDay: '2026-03-31' });
  });
});

describe('agreeing a term', () => {
  it('records its last day', () => {
    given(begun())
      .when({ type: 'AgreeTerm', until: '2026-05-31', effectiveOn: '2025-09-01' })
      .then(term('2026-05-31', '2025-09-01'));
  });
  it('makes a fixed term permanent', () => {
    given(begun({ fixedTermUntil: '2026-05-31' }))
      .when({ type: 'AgreeTerm', until: null, effectiveOn: '2026-02-01' })
      .then(term(null, '2026-02-01'));
  });
  it('decides nothing when the term is as before', () => {
    given(begun()).when({ type: 'AgreeTerm', until: null, effectiveOn: '2026-02-01' }).thenNothing();
  });
  it('refuses a term that ends before it begins', () => {
    given(begun())
      .when({ type: 'AgreeTerm', until: '2025-08-31', effectiveOn: '2025-09-01' })
      .thenRejected('TermEndsBeforeStart');
  });
});

describe('reaching a step point', () => {
  const met = { appraisalWithinTwelveMonths: true, noFormalProcess: true, mandatoryTrainingComplete: true };
  const reach = (change: Partial<ReachStepPoint> = {}): ReachStepPoint => ({
    type: 'ReachStepPoint',
    band: '4',
    stepPoint: 'top',
    standards: met,
    effectiveOn: '2028-06-01',
    ...change,
  });
  const reached = (change: Partial<StepPointReached['data']> = {}): StepPointReached => ({
    type: 'StepPointReached',
    data: { ...whose, effectiveOn: '2028-06-01', band: '4', stepPoint: 'top', ...change },
  });

  it('records the point and the band it is in', () => {
    given(begun()).when(reach()).then(reached());
  });
  it('refuses a step while a standard is not met, and says which', () => {
    given(begun())
      .when(reach({ standards: { ...met, noFormalProcess: false, mandatoryTrainingComplete: false } }))
      .thenRejected('PayStepStandardsNotMet', { unmet: ['noFormalProcess', 'mandatoryTrainingComplete'] });
  });
  it('asks no standards at the entry point', () => {
    given(begun())
      .when(
        reach({
          stepPoint: 'entry',
          standards: {
            appraisalWithinTwelveMonths: false,
            noFormalProcess: true,
            mandatoryTrainingComplete: false,
          },
        }),
      )
      .then(reached({ stepPoint: 'entry' }));
  });
  it.each(['2', '3', '4'] as const)('refuses an intermediate point in band %s', (band) => {
    given(begun())
      .when(reach({ band, stepPoint: 'intermediate' }))
      .thenRejected('NoSuchStepPoint', { band });
  });
  it('refuses to go back within a band', () => {
    given(begun(), reached({ effectiveOn: '2027-01-01' }))
      .when(reach({ stepPoint: 'entry' }))
      .thenRejected('StepPointPassed', { stepPoint: 'top' });
  });
  it('begins anew in a higher band', () => {
    given(begun(), reached({ effectiveOn: '2027-01-01' }))
      .when(reach({ band: '5', stepPoint: 'entry' }))
      .then(reached({ band: '5', stepPoint: 'entry' }));
  });
  it('decides nothing when the person stands there already', () => {
    given(begun(), reached({ effectiveOn: '2027-01-01' }))
      .when(reach())
      .thenNothing();
  });
  it.each(['otherEmployment', 'honorary', 'volunteer', 'involvementPayment'] as const)(
    'refuses %s, which Agenda for Change does not pay',
    (kind) => {
      given(begun({ kind })).when(reach()).thenRejected('KindHasNoStepPoints');
    },
  );
});

describe('ending an engagement', () => {
  it('ends it on the day after its last', () => {
    given(begun()).when({ type: 'EndEngagement', lastDay: '2026-03-31', reason: 'resignation' }).then(ended);
  });
  it('takes a single day', () => {
    given(begun())
      .when({ type: 'EndEngagement', lastDay: '2025-06-01', reason: 'other' })
      .then({
        type: 'EngagementEnded',
        data: { ...whose, effectiveOn: '2025-06-02', lastDay: '2025-06-01', reason: 'other' },
      });
  });
  it('refuses a last day before the first', () => {
    given(begun())
      .when({ type: 'EndEngagement', lastDay: '2025-05-31', reason: 'resignation' })
      .thenRejected('LastDayBeforeStart', { startsOn: '2025-06-01' });
  });
  it('decides nothing when the same end comes again', () => {
    given(begun(), ended)
      .when({ type: 'EndEngagement', lastDay: '2026-03-31', reason: 'resignation' })
      .thenNothing();
  });
  it('refuses another end', () => {
    given(begun(), ended)
      .when({ type: 'EndEngagement', lastDay: '2026-04-30', reason: 'resignation' })
      .thenRejected('EngagementEnded', { lastDay: '2026-03-31' });
  });
  it('records that the person did not start as not a single day', () => {
    given(begun())
      .when({ type: 'RecordNotStarted' })
      .then({
        type: 'EngagementEnded',
        data: { ...whose, effectiveOn: '2025-06-01', lastDay: '2025-05-31', reason: 'didNotStart' },
      });
  });
  it('does not unsay that somebody worked', () => {
    given(begun(), ended)
      .when({ type: 'RecordNotStarted' })
      .thenRejected('EngagementEnded', { lastDay: '2026-03-31' });
  });
});

describe('correcting when an engagement began', () => {
  const correct = (change: Partial<CorrectEngagementStart> = {}): CorrectEngagementStart => ({
    type: 'CorrectEngagementStart',
    eventId: factId(0),
    startsOn: '2025-06-16',
    reason: 'wrongDate',
    ...change,
  });
  const corrected = (eventId: string, effectiveOn: string): EngagementBegun => ({
    ...begun({ effectiveOn }),
    corrects: { eventId, reason: 'wrongDate' },
  });

  it('repeats the beginning on the right day and names the wrong one', () => {
    given(begun())
      .when(correct({ note: 'Started after the bank holiday.' }))
      .then({
        ...corrected(factId(0), '2025-06-16'),
        data: {
          ...begun().data,
          effectiveOn: '2025-06-16',
          correctionNote: 'Started after the bank holiday.',
        },
      });
  });
  it('keeps what was agreed afterwards', () => {
    given(begun(), hours(20, '2025-09-01'), corrected(factId(0), '2025-06-16'))
      .when({ type: 'AgreeHours', hoursPerWeek: 20, effectiveOn: '2025-10-01' })
      .thenNothing();
  });
  it('decides nothing for the same day', () => {
    given(begun())
      .when(correct({ startsOn: '2025-06-01' }))
      .thenNothing();
  });
  it('refuses a beginning that was corrected before', () => {
    given(begun(), corrected(factId(0), '2025-06-16'))
      .when(correct({ startsOn: '2025-06-20' }))
      .thenRejected('StartNotFound');
    given(begun(), corrected(factId(0), '2025-06-16'))
      .when(correct({ eventId: factId(1), startsOn: '2025-06-20' }))
      .then(corrected(factId(1), '2025-06-20'));
  });
  it('does not carry the note of an earlier correction on', () => {
    const noted: EngagementBegun = {
      ...begun({ effectiveOn: '2025-06-16', correctionNote: 'A first note.' }),
      corrects: { eventId: factId(0), reason: 'wrongDate' },
    };
    given(begun(), noted)
      .when(correct({ eventId: factId(1), startsOn: '2025-06-20' }))
      .then(corrected(factId(1), '2025-06-20'));
  });
  it('refuses a day on or after another fact of the engagement', () => {
    const history = [begun(), hours(20, '2025-09-01')] as const;
    given(...history)
      .when(correct({ startsOn: '2025-09-01' }))
      .thenRejected('LaterFactsStand', { firstFactOn: '2025-09-01' });
    given(...history)
      .when(correct({ startsOn: '2025-08-31' }))
      .then(corrected(factId(0), '2025-08-31'));
  });
  it('sees a fact from the very day of the beginning', () => {
    given(begun(), hours(20, '2025-06-01'))
      .when(correct({ startsOn: '2025-06-02' }))
      .thenRejected('LaterFactsStand', { firstFactOn: '2025-06-01' });
  });
  it('is possible after the engagement has ended', () => {
    given(begun(), ended)
      .when(correct())
      .then(corrected(factId(0), '2025-06-16'));
  });
  it('refuses a day after the end', () => {
    given(begun(), ended)
      .when(correct({ startsOn: '2026-04-01' }))
      .thenRejected('LaterFactsStand', { firstFactOn: '2026-04-01' });
  });
  it('refuses a day after the fixed term', () => {
    given(begun({ fixedTermUntil: '2025-12-31' }))
      .when(correct({ startsOn: '2026-01-01' }))
      .thenRejected('TermEndsBeforeStart');
  });
});

describe('correcting when an engagement ended', () => {
  const correct = {
    type: 'CorrectEngagementEnd',
    eventId: factId(1),
    lastDay: '2026-04-15',
    endReason: 'retirement',
    reason: 'lateNotice',
  } as const;

  it('names the end it stands in for', () => {
    given(begun(), ended)
      .when({ ...correct, note: 'The letter came late.' })
      .then({
        type: 'EngagementEnded',
        data: {
          ...whose,
          effectiveOn: '2026-04-16',
          lastDay: '2026-04-15',
          reason: 'retirement',
          correctionNote: 'The letter came late.',
        },
        corrects: { eventId: factId(1), reason: 'lateNotice' },
      });
  });
  it('decides nothing when nothing would differ', () => {
    given(begun(), ended)
      .when({ ...correct, lastDay: '2026-03-31', endReason: 'resignation' })
      .thenNothing();
  });
  it('corrects the reason alone', () => {
    given(begun(), ended)
      .when({ ...correct, lastDay: '2026-03-31' })
      .then({
        ...ended,
        data: { ...ended.data, reason: 'retirement' },
        corrects: { eventId: factId(1), reason: 'lateNotice' },
      });
  });
  it('refuses an event that is not its end', () => {
    given(begun(), ended)
      .when({ ...correct, eventId: factId(0) })
      .thenRejected('EndNotFound');
    given(begun()).when(correct).thenRejected('EndNotFound');
  });
  it('refuses a last day before the first', () => {
    given(begun(), ended)
      .when({ ...correct, lastDay: '2025-05-31' })
      .thenRejected('LastDayBeforeStart', { startsOn: '2025-06-01' });
  });
});
