import { GraphQLError } from 'graphql';
import { addMonths, type CalendarDate } from '@alongside/kernel';

const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/**
 * Rules of recruitment compare days with one another and do not know today, so that a slip of the year is caught here.
 * @throws GraphQLError where the day is more than a year ahead of today
 */
export const reasonableDay = (effectiveOn: CalendarDate, today: CalendarDate): CalendarDate => {
  const latest = addMonths(today, 12);
  if (effectiveOn <= latest) return effectiveOn;
  throw badInput(`\`effectiveOn\` is more than a year ahead. Give a day up to ${latest}.`);
};

/**
 * The day of an application that somebody makes for themselves: a closing date is not got around by dating it back.
 * @throws GraphQLError where another day than today is given
 */
export const dayOfOwnApplication = (
  effectiveOn: CalendarDate | null,
  today: CalendarDate,
): CalendarDate | null => {
  if (effectiveOn === null || effectiveOn === today) return effectiveOn;
  throw badInput('An application of your own is made today. Leave `effectiveOn` out.');
};
