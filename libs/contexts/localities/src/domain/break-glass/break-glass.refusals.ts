export const breakGlassRefusals = {
  AlreadyRequested: 'This request has been made. Use a new command id for another.',
  NoClasses: 'Nothing would be opened. Name at least one class of data.',
  ReasonMissing: 'A request needs a reason, which everybody whose records are opened can read. Give one.',
  HoursOutOfRange: 'Records are opened for 1 to 24 whole hours. Choose a number of hours in between.',
  NotRequested: 'There is no such request. Make one first.',
  SelfApproval: 'Nobody approves their own request. Ask another operator, or whoever leads the organisation.',
  RequestLapsed: 'The request lapsed: nobody answered it within 24 hours. Make a new one.',
  AlreadyAnswered: 'The request has been approved or refused. Make a new one if you need more.',
  BreakGlassNotOpen:
    'Nothing is open under this request: it has not been approved, or its time is over. There is nothing to end.',
} as const satisfies Record<string, string>;

export type BreakGlassRefusal = keyof typeof breakGlassRefusals;
