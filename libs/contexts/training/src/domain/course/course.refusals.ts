export const courseRefusals = {
  AlreadyRegistered: 'This course is registered already. Register another course, or go on with this one.',
  CourseNotOpen: 'This course is not on offer. Register it, or choose another one.',
  UnknownCourseKind: 'There is no such kind of course. Choose one of the kinds that the framework can name.',
  TitleMissing: 'A course needs a title and a provider. Say both.',
  HoursNotPositive: 'A course takes more than no hours. Say how many.',
  RefresherNotPositive:
    'A refresher interval is at least one whole month. Leave it out where the course never lapses.',
  UnknownCompetence:
    'There is no such competence. Use the codes of the competence framework, as hee3 or hee3.2.',
  CompetenceOfOrganisations:
    'The ninth domain is about organisations, which cannot take a course. Leave its competences out.',
  EndsBeforeItStarts: 'The accreditation would end before it begins. Choose a later last day.',
  NotAccredited: 'The course has no accreditation from this body on that day. Check the name and the date.',
  BeforeRegistration: 'The date is before the course was registered. Choose that day or a later one.',
} as const satisfies Record<string, string>;

export type CourseRefusal = keyof typeof courseRefusals;
