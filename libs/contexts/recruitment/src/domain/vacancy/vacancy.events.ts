import type { CalendarDate, Catalogue, DomainEvent, Uuid } from '@alongside/kernel';
import type { VacancyClosed, VacancyOpened } from '../../contracts.js';

export type VacancyExtended = DomainEvent<
  'VacancyExtended',
  { readonly vacancyId: Uuid; readonly closesOn: CalendarDate | null }
>;

export type VacancyEvent = VacancyOpened | VacancyExtended | VacancyClosed;

/** A vacancy is published wording: nothing in it is about a person. */
export const vacancyCatalogue: Catalogue<VacancyEvent> = {
  VacancyOpened: {
    version: 1,
    subject: null,
    open: [
      'effectiveOn',
      'vacancyId',
      'organisationId',
      'localityId',
      'postId',
      'title',
      'engagementKind',
      'roleFamily',
      'places',
      'stages',
      'closesOn',
      'readiness',
    ],
  },
  VacancyExtended: { version: 1, subject: null, open: ['effectiveOn', 'vacancyId', 'closesOn'] },
  VacancyClosed: {
    version: 1,
    subject: null,
    open: ['effectiveOn', 'vacancyId', 'organisationId', 'localityId', 'postId', 'reason'],
  },
};
