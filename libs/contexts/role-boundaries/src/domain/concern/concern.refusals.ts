/** Why a concern refuses, and what to do about it. */
export const concernRefusals = {
  ConcernNotRaised: 'No such concern was raised.',
  ConcernExists: 'This concern was raised before. Raise another one under its own id.',
  ConcernResolved: 'The concern is resolved. Raise another one if it is not.',
  NobodyToSee: 'Nobody but you would see this concern. Name at least one person who may.',
  NotTheRaiser: 'Only whoever raised a concern says who may see it.',
  NotVisible: 'Only people who may see a concern can resolve it.',
  BeforeRaised: 'The concern was raised after this day. Give a day on or after it.',
} as const satisfies Record<string, string>;
export type ConcernRefusal = keyof typeof concernRefusals;
