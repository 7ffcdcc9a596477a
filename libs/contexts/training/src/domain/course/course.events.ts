import type { Catalogue, DomainEvent, Uuid } from '@alongside/kernel';
import type { CompetenceCode, CourseAccredited, CourseRegistered } from '../../contracts.js';

export type AccreditationEnded = DomainEvent<
  'AccreditationEnded',
  { readonly courseId: Uuid; readonly accreditor: string }
>;

/** Which competences the course covers from this day: completions keep the mapping of their own day. */
export type CompetencesMapped = DomainEvent<
  'CompetencesMapped',
  { readonly courseId: Uuid; readonly competences: readonly CompetenceCode[] }
>;

export type RefresherIntervalSet = DomainEvent<
  'RefresherIntervalSet',
  { readonly courseId: Uuid; readonly refresherMonths: number | null }
>;

export type CourseWithdrawn = DomainEvent<'CourseWithdrawn', { readonly courseId: Uuid }>;

export type CourseEvent =
  | CourseRegistered
  | CourseAccredited
  | AccreditationEnded
  | CompetencesMapped
  | RefresherIntervalSet
  | CourseWithdrawn;

const written = { version: 1, subject: null } as const;

/** A course is published wording: nothing in it is about a person. */
export const courseCatalogue: Catalogue<CourseEvent> = {
  CourseRegistered: {
    ...written,
    open: [
      'effectiveOn',
      'courseId',
      'title',
      'kind',
      'provider',
      'accreditor',
      'level',
      'hours',
      'outcome',
      'competences',
      'refresherMonths',
      'organisationId',
    ],
  },
  CourseAccredited: { ...written, open: ['effectiveOn', 'courseId', 'accreditor', 'level', 'until'] },
  AccreditationEnded: { ...written, open: ['effectiveOn', 'courseId', 'accreditor'] },
  CompetencesMapped: { ...written, open: ['effectiveOn', 'courseId', 'competences'] },
  RefresherIntervalSet: { ...written, open: ['effectiveOn', 'courseId', 'refresherMonths'] },
  CourseWithdrawn: { ...written, open: ['effectiveOn', 'courseId'] },
};
