import { reject, timeline, type CalendarDate, type Rejected } from '@alongside/kernel';
import {
  stepPoints,
  type Band,
  type EngagementKind,
  type HoursAgreed,
  type StepPoint,
  type StepPointReached,
  type TermAgreed,
} from '../../contracts.js';
import { hoursArePossible } from '../hours.js';
import type { AgreeHours, AgreeTerm, PayStepStandards, ReachStepPoint } from './engagement.commands.js';
import type { EngagementRefusal } from './engagement.refusals.js';
import { ofEngagement, type CurrentEngagement, type EndedEngagement } from './engagement.state.js';

type Decision<Event> = readonly Event[] | Rejected<EngagementRefusal>;
type BegunEngagement = CurrentEngagement | EndedEngagement;

export const agreeHours = (
  { hoursPerWeek, effectiveOn }: AgreeHours,
  engagement: BegunEngagement,
): Decision<HoursAgreed> => {
  if (!hoursArePossible(hoursPerWeek)) return reject('HoursOutOfRange');
  const refusal = outside(engagement, effectiveOn);
  if (refusal) return refusal;
  if (timeline.valueOn(engagement.hours, effectiveOn) === hoursPerWeek) return [];
  return [{ type: 'HoursAgreed', data: { ...ofEngagement(engagement, effectiveOn), hoursPerWeek } }];
};

export const agreeTerm = (
  { until, effectiveOn }: AgreeTerm,
  engagement: BegunEngagement,
): Decision<TermAgreed> => {
  const refusal = outside(engagement, effectiveOn);
  if (refusal) return refusal;
  if (until !== null && until < effectiveOn) return reject('TermEndsBeforeStart');
  if (timeline.valueOn(engagement.term, effectiveOn) === until) return [];
  return [{ type: 'TermAgreed', data: { ...ofEngagement(engagement, effectiveOn), until } }];
};

/** What may still be learnt about an engagement that has ended is what was true while it lasted. */
const outside = (engagement: BegunEngagement, day: CalendarDate): Rejected<EngagementRefusal> | undefined => {
  if (day < engagement.startsOn) return reject('BeforeEngagementBegan', { startsOn: engagement.startsOn });
  if (engagement.status === 'Ended' && day > engagement.lastDay)
    return reject('AfterLastDay', { lastDay: engagement.lastDay });
  return undefined;
};

const paidByAgendaForChange: readonly EngagementKind[] = [
  'agendaForChange',
  'bank',
  'apprenticeship',
  'secondment',
];
const bandsWithoutIntermediate: readonly Band[] = ['2', '3', '4'];

export const reachStepPoint = (
  { band, stepPoint, standards, effectiveOn }: ReachStepPoint,
  engagement: BegunEngagement,
): Decision<StepPointReached> => {
  if (!paidByAgendaForChange.includes(engagement.kind)) return reject('KindHasNoStepPoints');
  const refusal = outside(engagement, effectiveOn);
  if (refusal) return refusal;
  if (stepPoint === 'intermediate' && bandsWithoutIntermediate.includes(band))
    return reject('NoSuchStepPoint', { band });
  const held = timeline.valueOn(engagement.stepPoints, effectiveOn);
  if (held?.band === band) {
    if (held.stepPoint === stepPoint) return [];
    if (rank(held.stepPoint) > rank(stepPoint))
      return reject('StepPointPassed', { stepPoint: held.stepPoint });
  }
  const unmet = stepPoint === 'entry' ? [] : unmetStandards(standards);
  if (unmet.length > 0) return reject('PayStepStandardsNotMet', { unmet });
  return [{ type: 'StepPointReached', data: { ...ofEngagement(engagement, effectiveOn), band, stepPoint } }];
};

const rank = (stepPoint: StepPoint): number => stepPoints.indexOf(stepPoint);

const unmetStandards = (standards: PayStepStandards): readonly string[] =>
  (['appraisalWithinTwelveMonths', 'noFormalProcess', 'mandatoryTrainingComplete'] as const).filter(
    (standard) => !standards[standard],
  );
