export const applicationRefusals = {
  VacancyNotOpen: 'The vacancy is not open. Apply to one that is.',
  ClosingDatePassed:
    'The closing date has passed. Apply to another vacancy, or ask the organisation to extend it.',
  AlreadyApplied: 'This person has applied to this vacancy before. Go on with that application.',
  ApplicationNotOpen:
    'There is no application going on here. Submit one, or correct its ending if that was an error.',
  BeforeLastStep:
    'The date is before the last step of this application. Choose that day or a later one, or correct the step.',
  StageNotInVacancy: 'The vacancy has no such stage. Choose one of its stages.',
  StageAlreadyPassed: 'This stage has been passed already. Go on with the next one.',
  EarlierStageNotPassed:
    'An earlier stage has not been passed. Pass it, or exempt the person from it, first.',
  StagesNotPassed: 'Stages before the decision have not been passed. Pass each stage named first.',
  InterviewNotHeld: 'An interview is passed by holding it. Record the panel and its outcome.',
  NotAtInterview: 'The application is not at an interview. Pass the stages before it first.',
  DecisionNotAStep: 'A decision is an offer, a place on the reserve list or a decline. Record that instead.',
  TrainingNotAssessed: 'Only attendance was recorded. Name a completion in which competence was assessed.',
  PanelCountsWrong:
    'The panel needs at least one member, and cannot hold more peers than members. Correct the counts.',
  PanelShareNotReached:
    'Fewer panel members brought lived experience than the framework asks for. Hold the interview with a panel that reaches its share.',
  ReserveEndsBeforeItStarts: 'The last day on the reserve list is not after the first. Choose a later day.',
  ReserveEnded: 'The place on the reserve list has ended. Appoint to the reserve list again first.',
  OfferAlreadyMade: 'A conditional offer stands. Confirm it, or end the application.',
  OfferAlreadyConfirmed: 'The offer has been confirmed. End the engagement instead.',
  NoConditionalOffer: 'There is no conditional offer to confirm. Make one first.',
  ChecksOutstanding: 'Required checks have not succeeded. Complete each check named, then confirm the offer.',
  NoPlaceLeft: 'Every place of this post is taken. Appoint to the reserve list, or establish another place.',
  StartsBeforeConfirmation:
    'The start date is before the offer is confirmed. Choose that day or a later one.',
  HoursNotPositive: 'Weekly hours are more than none. Leave them out where none are agreed.',
  HealthBeforeConditionalOffer:
    'No question about health may be put before a conditional offer. Make the offer, then start this check.',
  DbsLevelNotDecided:
    'Which level of criminal-record check the role may ask for is not decided. Decide it first.',
  DbsCheckStarted:
    'The criminal-record check has started at another level. Set it back to not started, then decide.',
  NothingToCorrect: 'The fact to correct is not the last one of its kind here. Correct the last one.',
} as const satisfies Record<string, string>;

export type ApplicationRefusal = keyof typeof applicationRefusals;
