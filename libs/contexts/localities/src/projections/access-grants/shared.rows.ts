import { uuid5, type Uuid } from '@alongside/kernel';
import type { DisclosureGranted, DisclosureWithdrawn } from '@alongside/people/contracts';
import type { Projection } from '@alongside/projections';
import type {
  SupervisionArranged,
  SupervisionEnded,
  SupervisionHandedOver,
} from '@alongside/supervision/contracts';
import type { PassportShared, PassportShareEnded } from '@alongside/training/contracts';
import { dayAfter } from '../lasting.js';
import type { AccessGrantRow } from './access-grant.row.js';
import { changing, ended, granted } from './granting.js';

type SharedEvent =
  | SupervisionArranged
  | SupervisionHandedOver
  | SupervisionEnded
  | DisclosureGranted
  | DisclosureWithdrawn
  | PassportShared
  | PassportShareEnded;

const passportId = (personId: Uuid, organisationId: Uuid): Uuid =>
  uuid5(`passport-grant:${personId}:${organisationId}`);

/** What rests on one person: whom they are assigned to, and what they themselves share. */
export const sharedRows: Projection<AccessGrantRow, SharedEvent>['on'] = {
  SupervisionArranged: (event) => {
    const { supervisionId, supervisorId, personId, organisationId } = event.data;
    return {
      key: [supervisionId],
      fold: (row) => ({
        ...granted(event, {
          grant_id: supervisionId,
          basis: 'assignment',
          holder_kind: 'person',
          holder_id: supervisorId,
          role: 'supervisor',
          scope_kind: 'person',
          scope_id: personId,
          organisation_id: organisationId,
          person_id: personId,
        }),
        event_ids: [...(row?.event_ids ?? []), event.id],
      }),
    };
  },
  SupervisionHandedOver: (event) =>
    changing(event.data.supervisionId, event, ({ from_on, holder_id }) =>
      from_on !== null && event.data.effectiveOn < from_on
        ? { holder_id }
        : { holder_id: event.data.supervisorId, from_on: event.data.effectiveOn },
    ),
  SupervisionEnded: (event) =>
    changing(event.data.supervisionId, event, () => ({ to_on: event.data.effectiveOn })),

  DisclosureGranted: (event) => {
    const { grantId, personId, sharedWithOrganisationId, sharedWithRole, area, until } = event.data;
    return {
      key: [grantId],
      fold: () =>
        granted(event, {
          grant_id: grantId,
          basis: 'disclosure',
          holder_kind: 'organisation',
          holder_id: sharedWithOrganisationId,
          role: sharedWithRole,
          scope_kind: 'person',
          scope_id: personId,
          person_id: personId,
          areas: [area],
          classes: ['C3'],
          to_on: dayAfter(until),
        }),
    };
  },
  DisclosureWithdrawn: (event) => ended(event.data.grantId, event),

  PassportShared: (event) => {
    const { personId, withOrganisationId, until, effectiveOn } = event.data;
    const grantId = passportId(personId, withOrganisationId);
    return {
      key: [grantId],
      fold: (row) => ({
        ...granted(event, {
          grant_id: grantId,
          basis: 'passport',
          holder_kind: 'organisation',
          holder_id: withOrganisationId,
          scope_kind: 'person',
          scope_id: personId,
          person_id: personId,
          areas: ['training'],
          classes: ['C2'],
          from_on: effectiveOn,
          to_on: dayAfter(until),
        }),
        event_ids: [...(row?.event_ids ?? []), event.id],
      }),
    };
  },
  PassportShareEnded: (event) => ended(passportId(event.data.personId, event.data.withOrganisationId), event),
};
