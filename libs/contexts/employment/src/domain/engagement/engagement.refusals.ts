/** Why an engagement refuses, and what to do about it. */
export const engagementRefusals = {
  OrganisationClosed:
    'The employing or the host organisation is closed on this day. Choose an earlier day, or name its successor.',
  EngagementNotBegun: 'No such engagement has begun.',
  EngagementExists: 'This engagement has begun with other particulars. Correct it, or begin another one.',
  EngagementEnded: 'The engagement has ended. Correct its last day if that was wrong.',
  BeforeEngagementBegan: 'The engagement had not begun on this day. Give a day on or after its first.',
  AfterLastDay: 'The engagement had ended by this day. Give a day on or before its last.',
  HoursOutOfRange: 'Weekly hours are more than 0 and at most 60. Leave them out where none are agreed.',
  TermEndsBeforeStart: 'The fixed term ends before it begins. Give a later last day.',
  LastDayBeforeStart: 'The last day lies before the first. Record that the person did not start if so.',
  KindHasNoStepPoints: 'This kind of engagement is not paid by Agenda for Change, so it has no step points.',
  NoSuchStepPoint: 'This band has no such step point. Bands 2 to 4 go from entry to top.',
  StepPointPassed: 'The person already stands at this point of the band or beyond it.',
  PayStepStandardsNotMet:
    'A standard for the pay step is not met. Record the step from the day on which all are.',
  StartNotFound: 'No start of this engagement that still stands has this id. Look up the one to correct.',
  EndNotFound: 'No end of this engagement that still stands has this id. Look up the one to correct.',
  LaterFactsStand: 'Facts about the engagement stand before this day. Give an earlier first day.',
} as const satisfies Record<string, string>;
export type EngagementRefusal = keyof typeof engagementRefusals;
