import type { CalendarDate } from '@alongside/kernel';
import type { OrganisationFound } from '../../domain/index.js';

/** Whether the organisation is registered on the day, and not closed or merged. */
export const isOpenOn = (organisation: OrganisationFound | null, day: CalendarDate): boolean =>
  organisation !== null &&
  organisation.registeredOn <= day &&
  (organisation.closedOn === null || day < organisation.closedOn);
