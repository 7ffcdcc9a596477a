export const trainingRefusals = {
  RecordNotOpen: 'There is no open training record of this person. Enrol them, or record a completion.',
  AlreadyEnrolled: 'This person is enrolled already. Go on with that enrolment.',
  NotEnrolled: 'There is no such enrolment going on. Enrol the person first.',
  SeatHeld: 'The person holds a seat in a cohort. Release the seat, and the enrolment ends with it.',
  BeforeEnrolment: 'The date is before the person was enrolled. Choose that day or a later one.',
  BeforeLastStep: 'The date is before the last thing recorded about this. Choose that day or a later one.',
  HoursNotPossible: 'A day has more than no hours and at most 24. Correct the hours.',
  AttendanceRecordedAlready: 'Other hours are recorded for this day. Correct those instead.',
  UnknownCompetence:
    'There is no such competence. Use the codes of the competence framework, as hee3 or hee3.2.',
  CompetenceOfOrganisations: 'The ninth domain is about organisations. Assess a person against another one.',
  AssessorMissing: 'Somebody has to have assessed it. Name the assessor, or record attendance instead.',
  AssessedByLearner: 'Nobody assesses themselves. Name another assessor.',
  AssessorWithoutAssessment: 'Attendance has no assessor. Leave the assessor out, or record it as assessed.',
  CourseRecordsAttendanceOnly:
    'This course records attendance only. Record it as attended, or have the learning assessed as prior learning.',
  CompetenceNotShown:
    'A competence of this course was assessed as not yet shown. Assess each one named again first.',
  AlreadyCompleted: 'A completion of this day is recorded otherwise. Correct that one.',
  NoSuchCourse: 'There was no such course on that day. Register it, or check the id and the date.',
  StillToCome: 'That day is still to come. Record what happened once it has happened.',
  NoSuchCompletion: 'There is no such completion, or it has been corrected. Choose one that stands.',
  NothingToCorrect:
    'The fact to correct is not in this record, or was corrected before. Correct the one that stands.',
  CompletionOfAnotherCourse:
    'A correction stays with its course. Annul this completion, and record one of the other course.',
  RecordedByAnother: 'Another organisation recorded this. Ask that organisation to correct it.',
  EndsBeforeItStarts: 'The last day of sharing is before the first. Choose a later one.',
  NotShared: 'The passport is not shared with this organisation on that day. Ask the person to share it.',
  ShareStillRuns:
    'The share has not come to its last day. It lapses after that day, or is withdrawn by the person.',
  OwnRecord: 'The organisation recorded this itself and relies on it anyway. No decision is needed.',
  AlreadyContested: 'This is contested and waits for an answer. Wait for the answer.',
  NotContested: 'This is not contested, or was answered before. There is nothing to answer.',
} as const satisfies Record<string, string>;

export type TrainingRefusal = keyof typeof trainingRefusals;
