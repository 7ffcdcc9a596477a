import { GraphQLError } from 'graphql';
import type { BoundaryLine, LineCondition } from '../contracts.js';
import { conditionInWords } from '../domain/index.js';
import type { BoundaryCondition, BoundaryConditionInput } from './condition.types.js';

const needed = <Value>(
  { kind }: BoundaryConditionInput,
  field: string,
  value: Value | null | undefined,
): Value => {
  if (value !== undefined && value !== null) return value;
  throw new GraphQLError(`A condition of kind ${kind} needs ${field}.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
};

/** @throws GraphQLError BAD_USER_INPUT where a field that its kind needs is missing */
export const conditionFrom = (given: BoundaryConditionInput): LineCondition => {
  const { kind, courseKind, evidence, months, settings, supervision } = given;
  switch (kind) {
    case 'trainingInDate':
      return {
        kind,
        courseKind: needed(given, 'courseKind', courseKind),
        evidence: needed(given, 'evidence', evidence),
      };
    case 'monthsInPost':
      return { kind, months: needed(given, 'months', months) };
    case 'setting':
      return { kind, settings: needed(given, 'settings', settings) };
    case 'supervisionCurrent':
      return { kind, supervision: needed(given, 'supervision', supervision) };
    case 'teamTrained':
      return { kind, courseKind: needed(given, 'courseKind', courseKind) };
    case 'secondPersonPresent':
    case 'workerOptedIn':
      return { kind };
    default:
      return kind satisfies never;
  }
};

export const conditionsFrom = (
  given: readonly BoundaryConditionInput[] | null | undefined,
): readonly LineCondition[] => (given ?? []).map(conditionFrom);

/** A condition as the graph shows it: every field that its kind has none of is null. */
export const conditionShown = (condition: LineCondition): BoundaryCondition => ({
  inWords: conditionInWords(condition),
  courseKind: null,
  evidence: null,
  months: null,
  settings: null,
  supervision: null,
  ...condition,
});

/** A line with its conditions as the graph shows them. */
export const lineShown = <Line extends BoundaryLine>({ conditions, ...line }: Line) => ({
  ...line,
  conditions: conditions.map(conditionShown),
});
