import type { CalendarDate, Uuid } from '@alongside/kernel';
import type { Actor, Grant, Role } from '../access/grant.js';

/** The day on which actors of specs act. */
export const SPEC_TODAY: CalendarDate = '2026-03-02';

/** A grant that has long held, in an organisation unless said otherwise. */
export const grantOf = (role: Role, scopeId: Uuid, given: Partial<Grant> = {}): Grant => ({
  role,
  scope: { kind: role === 'frameworkLead' ? 'locality' : 'organisation', id: scopeId },
  from: '2020-01-01',
  to: null,
  ...given,
});

/** A person who acts through the web. */
export const personActor = (id: Uuid, grants: readonly Grant[] = [], given: Partial<Actor> = {}): Actor => ({
  kind: 'person',
  id,
  client: 'alongside-web',
  grants,
  assignedPeople: [],
  today: SPEC_TODAY,
  ...given,
});

/** An integration client of one organisation. */
export const clientActor = (id: Uuid, organisation: Uuid, given: Partial<Actor> = {}): Actor => ({
  kind: 'client',
  id,
  client: 'hr-system',
  grants: [grantOf('integration', organisation)],
  assignedPeople: [],
  today: SPEC_TODAY,
  ...given,
});
