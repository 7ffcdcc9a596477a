import { reject, timeline, type Decider, type Rejected } from '@alongside/kernel';
import { courseKinds, type CompetenceCode } from '../../contracts.js';
import { isCompetenceCode, isOfPerson } from '../reference/competence-domains.js';
import type {
  AccreditCourse,
  CourseCommand,
  EndAccreditation,
  MapCompetences,
  RegisterCourse,
  SetRefresherInterval,
} from './course.commands.js';
import type { CourseEvent } from './course.events.js';
import type { CourseRefusal } from './course.refusals.js';
import { accreditationOn, evolve, type CourseState } from './course.state.js';

type Refusal = Rejected<CourseRefusal>;
type Decision = readonly CourseEvent[] | Refusal;
type Open = Extract<CourseState, { status: 'Open' }>;

const faultOfCompetences = (competences: readonly CompetenceCode[]): Refusal | undefined => {
  const unknown = competences.filter((code) => !isCompetenceCode(code));
  if (unknown.length > 0) return reject('UnknownCompetence', { competences: unknown });
  const ofOrganisations = competences.filter((code) => !isOfPerson(code));
  return ofOrganisations.length > 0
    ? reject('CompetenceOfOrganisations', { competences: ofOrganisations })
    : undefined;
};

const faultOfInterval = (months: number | null): Refusal | undefined =>
  months === null || (Number.isInteger(months) && months > 0) ? undefined : reject('RefresherNotPositive');

const faultOfCourse = ({ kind, title, provider, hours }: RegisterCourse): Refusal | undefined => {
  if (!courseKinds.includes(kind)) return reject('UnknownCourseKind');
  if (title.trim() === '' || provider.trim() === '') return reject('TitleMissing');
  return hours > 0 ? undefined : reject('HoursNotPositive');
};

const register = (command: RegisterCourse, state: CourseState): Decision => {
  if (state.status !== 'None') return reject('AlreadyRegistered');
  const fault =
    faultOfCourse(command) ??
    faultOfCompetences(command.competences) ??
    faultOfInterval(command.refresherMonths);
  if (fault) return fault;
  const { courseId, title, kind, provider, accreditor, level, organisationId, effectiveOn } = command;
  const { hours, outcome, competences, refresherMonths } = command;
  return [
    {
      type: 'CourseRegistered',
      data: {
        courseId,
        title,
        kind,
        provider,
        accreditor,
        level,
        hours,
        outcome,
        competences,
        refresherMonths,
        organisationId,
        effectiveOn,
      },
    },
  ];
};

const accredit = ({ effectiveOn, accreditor, level, until }: AccreditCourse, state: Open): Decision => {
  if (until !== null && until < effectiveOn) return reject('EndsBeforeItStarts');
  const present = accreditationOn(state, effectiveOn);
  if (present?.accreditor === accreditor && present.level === level && present.until === until) return [];
  const { courseId } = state;
  return [{ type: 'CourseAccredited', data: { courseId, accreditor, level, until, effectiveOn } }];
};

const endAccreditation = ({ effectiveOn, accreditor }: EndAccreditation, state: Open): Decision =>
  accreditationOn(state, effectiveOn)?.accreditor === accreditor
    ? [{ type: 'AccreditationEnded', data: { courseId: state.courseId, accreditor, effectiveOn } }]
    : reject('NotAccredited');

const isSame = (a: readonly string[] | undefined, b: readonly string[]): boolean =>
  a !== undefined && a.length === b.length && a.every((code) => b.includes(code));

const mapCompetences = ({ effectiveOn, competences }: MapCompetences, state: Open): Decision => {
  const fault = faultOfCompetences(competences);
  if (fault) return fault;
  if (isSame(timeline.valueOn(state.competences, effectiveOn), competences)) return [];
  return [{ type: 'CompetencesMapped', data: { courseId: state.courseId, competences, effectiveOn } }];
};

const setInterval = ({ effectiveOn, refresherMonths }: SetRefresherInterval, state: Open): Decision => {
  const fault = faultOfInterval(refresherMonths);
  if (fault) return fault;
  if (timeline.valueOn(state.refresherMonths, effectiveOn) === refresherMonths) return [];
  return [{ type: 'RefresherIntervalSet', data: { courseId: state.courseId, refresherMonths, effectiveOn } }];
};

const decide = (command: CourseCommand, state: CourseState): Decision => {
  if (command.type === 'RegisterCourse') return register(command, state);
  if (state.status !== 'Open') return reject('CourseNotOpen');
  if (command.effectiveOn < state.registeredOn) return reject('BeforeRegistration');
  switch (command.type) {
    case 'AccreditCourse':
      return accredit(command, state);
    case 'EndAccreditation':
      return endAccreditation(command, state);
    case 'MapCompetences':
      return mapCompetences(command, state);
    case 'SetRefresherInterval':
      return setInterval(command, state);
    case 'WithdrawCourse':
      return [
        {
          type: 'CourseWithdrawn',
          data: { courseId: state.courseId, effectiveOn: command.effectiveOn },
        },
      ];
    default:
      return command satisfies never;
  }
};

/** A course, what it covers and how long that counts, as it was on each day; withdrawn once. */
export const course: Decider<CourseCommand, CourseState, CourseEvent, CourseRefusal> = {
  initialState: { status: 'None' },
  decide,
  evolve,
};
