import { projection } from '@alongside/projections';
import type { DisclosureGranted, DisclosureWithdrawn } from '@alongside/people/contracts';
import type {
  SupervisionArranged,
  SupervisionEnded,
  SupervisionHandedOver,
} from '@alongside/supervision/contracts';
import type { PassportShared, PassportShareEnded } from '@alongside/training/contracts';
import type { AgreementEvent, BreakGlassEvent, IntegrationClientEvent, RoleEvent } from '../../contracts.js';
import type { AccessGrantRow } from './access-grant.row.js';
import { agreementRows } from './agreement.rows.js';
import { breakGlassRows } from './break-glass.rows.js';
import { integrationRows } from './integration.rows.js';
import { roleRows } from './role.rows.js';
import { sharedRows } from './shared.rows.js';

type AccessEvent =
  | RoleEvent
  | AgreementEvent
  | BreakGlassEvent
  | IntegrationClientEvent
  | SupervisionArranged
  | SupervisionHandedOver
  | SupervisionEnded
  | DisclosureGranted
  | DisclosureWithdrawn
  | PassportShared
  | PassportShareEnded;

/** Who may see or do what, on what grounds, and when: the one table from which every right is read. */
export const accessGrants = projection<AccessGrantRow, AccessEvent>({
  name: 'access-grants',
  version: 1,
  table: 'localities.access_grant',
  columns: {
    grant_id: 'uuid',
    basis: 'text',
    membership_id: 'uuid',
    holder_kind: 'text',
    holder_id: 'uuid',
    role: 'text',
    scope_kind: 'text',
    scope_id: 'uuid',
    organisation_id: 'uuid',
    person_id: 'uuid',
    areas: 'text[]',
    classes: 'text[]',
    mutations: 'text[]',
    parent_id: 'uuid',
    from_on: 'date',
    to_on: 'date',
    from_at: 'instant',
    to_at: 'instant',
    suspended: 'boolean',
    event_ids: 'uuid[]',
    standing: 'json',
  },
  key: ['grant_id'],
  // A scope's id is a locality's only where the role is held in one.
  access: {
    class: 'C2',
    counted: true,
    people: ['holder_id', 'person_id'],
    organisations: ['organisation_id'],
    localities: ['scope_id'],
  },
  on: { ...roleRows, ...agreementRows, ...breakGlassRows, ...integrationRows, ...sharedRows },
});
