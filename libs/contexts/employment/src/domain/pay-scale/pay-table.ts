import { addMonths, type CalendarDate } from '@alongside/kernel';
import {
  FULL_TIME_HOURS,
  stepPoints,
  type Band,
  type BandPay,
  type PayPoint,
  type StepPoint,
} from '../../contracts.js';
import type { PayTable } from './pay-scale.commands.js';
import type { PayScaleRefusal } from './pay-scale.refusals.js';

/** What is wrong with a table; undefined where nothing is. */
export const faultOf = ({ year, circular, bands }: PayTable): PayScaleRefusal | undefined => {
  if (!isPayYear(year)) return 'YearNotKnown';
  if (circular.trim() === '') return 'CircularNotNamed';
  if (bands.length === 0 || bands.some(({ points }) => points.length === 0)) return 'NoPayPoints';
  if (new Set(bands.map(({ band }) => band)).size < bands.length) return 'BandTwice';
  if (bands.some(({ points }) => points.some(({ annualPence }) => !isPence(annualPence))))
    return 'PenceNotWhole';
  return bands.every(isInOrder) ? undefined : 'PointsOutOfOrder';
};

const isPayYear = (year: string): boolean => {
  const parts = /^(\d{4})\/(\d{2})$/.exec(year);
  return parts !== null && (Number(parts[1]) + 1) % 100 === Number(parts[2]);
};

const isPence = (pence: number): boolean => Number.isSafeInteger(pence) && pence > 0;

const isInOrder = ({ points }: BandPay): boolean =>
  points.every((point, index) => {
    const before = points[index - 1];
    if (!before) return true;
    return rank(point) > rank(before) && point.annualPence >= before.annualPence;
  });

const rank = ({ stepPoint }: PayPoint): number => stepPoints.indexOf(stepPoint);

/** The point of a band in a table; undefined where the table has none. */
export const payPoint = (
  { bands }: Pick<PayTable, 'bands'>,
  band: Band,
  stepPoint: StepPoint,
): PayPoint | undefined =>
  bands.find((pay) => pay.band === band)?.points.find((point) => point.stepPoint === stepPoint);

/** Weeks in a year for hourly rates: NHS Terms and Conditions of Service. */
const WEEKS_IN_A_YEAR = 52.143;

/** Full-time annual pay as pence an hour, to the nearest penny. */
export const hourlyPence = (annualPence: number): number =>
  Math.round(annualPence / WEEKS_IN_A_YEAR / FULL_TIME_HOURS);

/** The earliest day of the next pay step of somebody who reached a point on `reachedOn`; null at the top. */
export const nextStepOn = ({ yearsAtPoint }: PayPoint, reachedOn: CalendarDate): CalendarDate | null =>
  yearsAtPoint === null ? null : addMonths(reachedOn, yearsAtPoint * 12);
