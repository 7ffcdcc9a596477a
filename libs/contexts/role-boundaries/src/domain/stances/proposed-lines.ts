import type { CalendarDate } from '@alongside/kernel';
import type { BoundaryLine } from '../../contracts.js';
import { linesFrom, type FrameworkStance } from './framework-stance.js';

/**
 * The lines of a proposal: what holds for the organisation on that day, with the given lines in place of those on the
 * same tasks and beside the others. Of two clauses on one task the first counts.
 */
export const proposedLines = (
  framework: readonly FrameworkStance[],
  on: CalendarDate,
  given: readonly BoundaryLine[],
): readonly BoundaryLine[] => {
  const standing = linesFrom(framework, on);
  const kept = standing.filter(
    ({ task }, index) =>
      standing.findIndex((line) => line.task === task) === index && !given.some((line) => line.task === task),
  );
  return [...kept, ...given];
};
