export const operatorsRefusals = {
  FirstOperatorNeedsNoEnd:
    'This is the first operator, and there must always be one. Leave out the last day, and dismiss them once there is another.',
  LastOperator:
    'There would be days without an operator. Appoint another without an end first, from that day or earlier.',
  AlreadyOperator: 'The person is an operator at that time. End that first, or choose another day.',
  NotOperator: 'The person is no operator on that day. Choose a day on which they are.',
  OperatorEndsBeforeStart: 'The appointment would end before it begins. Choose a later end.',
  NothingToCorrect:
    'The appointment that this corrects is not on record, or has been corrected. Name the one that stands.',
} as const satisfies Record<string, string>;

export type OperatorsRefusal = keyof typeof operatorsRefusals;
