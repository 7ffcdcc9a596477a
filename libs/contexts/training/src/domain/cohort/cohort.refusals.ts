export const cohortRefusals = {
  AlreadyPlanned: 'This cohort is planned already. Plan another one.',
  CohortNotOpen: 'This cohort is not planned or was cancelled. Choose another one.',
  CourseNotOpen: 'The course is not on offer. Register it, or plan a cohort of another one.',
  EndsBeforeItStarts: 'The cohort would end before it begins. Choose a later last day.',
  NoSeats: 'A cohort has at least one whole seat. Say how many.',
  SeatsTaken: 'More people hold a seat than that. Release seats first.',
  CohortEnded: 'The cohort is over. Book a seat in another one.',
  AlreadyBooked: 'This person has a seat or a place on the waiting list already. There is nothing to book.',
  NotBooked: 'This person has neither a seat nor a place on the waiting list. There is nothing to release.',
  BeforeLastStep:
    'The date is before the last thing recorded about this cohort. Choose that day or a later one.',
} as const satisfies Record<string, string>;

export type CohortRefusal = keyof typeof cohortRefusals;
