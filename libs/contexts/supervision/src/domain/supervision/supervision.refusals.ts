/** Why supervision refuses, and what to do about it. */
export const supervisionRefusals = {
  NotArranged:
    'No supervision of this kind is arranged on this day. Arrange it, or give a day on which it was.',
  AlreadyArranged:
    'Supervision of this kind is arranged. Hand it over, agree another cadence, or end it first.',
  ArrangedBeforeEnd: 'The supervision before it lasted longer. Give a first day on or after its end.',
  SelfSupervision: 'Nobody supervises themselves. Name another supervisor.',
  CadenceOutOfRange:
    'Sessions are at least 1 and at most 366 days apart. Give a whole number within that range.',
  LengthOutOfRange: 'A session lasts 1 to 480 minutes. Give a whole number within that range.',
  ActionsOutOfRange: 'Actions are counted from 0 to 100. Give whole numbers within that range.',
  SessionInFuture: 'A session can be recorded on its day or later.',
  SessionOnThisDay:
    'A session of this kind is recorded on this day. Correct that record, or take it back first.',
  SessionNotFound: 'No session that still stands has this id. Look up the one to correct.',
  SessionsStand: 'Sessions are recorded on or after this day. Give a later day, or take them back first.',
} as const satisfies Record<string, string>;
export type SupervisionRefusal = keyof typeof supervisionRefusals;
