import { timeline, type CalendarDate, type Fact, type Timeline, type Uuid } from '@alongside/kernel';
import type { CompetenceCode, CompletionWay, CourseKind } from '../../contracts.js';
import type { CourseEvent } from './course.events.js';

export interface Accreditation {
  readonly accreditor: string;
  readonly level: string | null;
  /** Last day; null where it has no end. */
  readonly until: CalendarDate | null;
}

interface Registered {
  readonly courseId: Uuid;
  readonly organisationId: Uuid;
  readonly kind: CourseKind;
  readonly title: string;
  readonly outcome: CompletionWay;
  readonly registeredOn: CalendarDate;
  /** The accreditation in force from each day; null where none is. */
  readonly accreditation: Timeline<Accreditation | null>;
  readonly competences: Timeline<readonly CompetenceCode[]>;
  readonly refresherMonths: Timeline<number | null>;
}

export type CourseState =
  | { readonly status: 'None' }
  | (Registered & { readonly status: 'Open' })
  | (Registered & { readonly status: 'Withdrawn'; readonly withdrawnOn: CalendarDate });

/** A course as it was on a day: what a completion of that day says about it. */
export interface CourseOnDay {
  readonly courseId: Uuid;
  readonly kind: CourseKind;
  readonly title: string;
  readonly outcome: CompletionWay;
  readonly competences: readonly CompetenceCode[];
  readonly refresherMonths: number | null;
}

/** The course as it was on `day`; undefined before it was registered. Completions go on counting when it is withdrawn. */
export const courseOn = (state: CourseState, day: CalendarDate): CourseOnDay | undefined => {
  if (state.status === 'None') return undefined;
  const competences = timeline.valueOn(state.competences, day);
  if (competences === undefined) return undefined;
  const { courseId, kind, title, outcome } = state;
  const refresherMonths = timeline.valueOn(state.refresherMonths, day) ?? null;
  return { courseId, kind, title, outcome, competences, refresherMonths };
};

/** The accreditation in force on `day`, or null. */
export const accreditationOn = (state: CourseState, day: CalendarDate): Accreditation | null => {
  if (state.status === 'None') return null;
  const accreditation = timeline.valueOn(state.accreditation, day) ?? null;
  const until = accreditation?.until ?? null;
  return until !== null && until < day ? null : accreditation;
};

type Of<Type extends CourseEvent['type']> = Extract<CourseEvent, { type: Type }>['data'];

const registered = (data: Of<'CourseRegistered'>): CourseState => {
  const { courseId, organisationId, kind, title, outcome, effectiveOn: on } = data;
  const { accreditor, level, competences, refresherMonths } = data;
  const accreditation = accreditor === null ? null : { accreditor, level, until: null };
  return {
    status: 'Open',
    courseId,
    organisationId,
    kind,
    title,
    outcome,
    registeredOn: on,
    accreditation: timeline.from<Accreditation | null>([], on, accreditation),
    competences: timeline.from<readonly CompetenceCode[]>([], on, competences),
    refresherMonths: timeline.from<number | null>([], on, refresherMonths),
  };
};

export const evolve = (state: CourseState, { type, data }: Fact<CourseEvent>): CourseState => {
  if (type === 'CourseRegistered') return registered(data);
  if (state.status === 'None') return state;
  const on = data.effectiveOn;
  switch (type) {
    case 'CourseAccredited': {
      const { accreditor, level, until } = data;
      return {
        ...state,
        accreditation: timeline.from(state.accreditation, on, { accreditor, level, until }),
      };
    }
    case 'AccreditationEnded':
      return { ...state, accreditation: timeline.from(state.accreditation, on, null) };
    case 'CompetencesMapped':
      return { ...state, competences: timeline.from(state.competences, on, data.competences) };
    case 'RefresherIntervalSet':
      return { ...state, refresherMonths: timeline.from(state.refresherMonths, on, data.refresherMonths) };
    case 'CourseWithdrawn':
      return { ...state, status: 'Withdrawn', withdrawnOn: on };
    default:
      return data satisfies never;
  }
};
