/** Why a boundary agreement refuses, and what to do about it. */
export const boundaryRefusals = {
  NothingRecorded: 'No boundary is recorded for this engagement. Propose one first.',
  BoundaryEnded: 'The engagement had ended by this day, and with it what was agreed.',
  FrameworkNotAdopted:
    'The organisation holds itself to no framework of this locality on this day. Adopt a version first.',
  NoLines: 'A proposal needs at least one line. Start from what the framework says.',
  TaskTwice: 'A task stands in the proposal twice. Give it one line.',
  ConditionsMissing:
    'A task that is allowed with conditions needs at least one. Name it, or choose another stance.',
  ConditionsNotMeant: 'This stance has no conditions. Leave them out, or choose another stance.',
  ConditionImpossible:
    'This condition can never be met or means nothing. Give whole months above 0, and settings.',
  LooserThanNever: 'The framework says never, and nobody can agree otherwise. Keep the line at never.',
  DeviationNotDeclared:
    'The line is looser than what the organisation holds itself to. Declare a deviation from the clause first.',
  EarlierThanStanding: 'A later proposal or agreement stands. Give a day on or after it.',
  ProposalNotFound: 'This is not the proposal that is waiting for signatures. Sign the latest one.',
  BeforeProposal: 'The lines were proposed after this day. Give the day on which they were signed.',
  NotTheWorker: 'Only the worker whose engagement it is can do this.',
  NotForTheWorker: 'The worker cannot do this alone. Somebody must act for the organisation.',
  QueryNotFound: 'No question with this id was asked. Look up the one to answer.',
  QueryAnswered: 'This question was answered. Ask a new one if the answer is not enough.',
  NeverIsNever: 'This task is never performed. There are no exceptions to it.',
  ExceptionNotNeeded:
    'The task is agreed to already, under its own conditions. An exception would change nothing.',
  UntilBeforeFrom: 'The exception ends before it begins. Give a later last day.',
  ExceptionNotFound: 'No exception with this id holds on this day.',
  ReviewBeforeToday: 'The next review lies before this one. Give a later day.',
  EndRecorded: 'The end was recorded for another day before. Say why that day was wrong to correct it.',
} as const satisfies Record<string, string>;
export type BoundaryRefusal = keyof typeof boundaryRefusals;
