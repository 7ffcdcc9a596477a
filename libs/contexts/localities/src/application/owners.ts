import type { Owner } from '@alongside/application';
import type { CalendarDate, Uuid } from '@alongside/kernel';
import type { Scope } from '../contracts.js';
import {
  holdsOn,
  type LocalityState,
  type MembershipState,
  type OrganisationState,
  type TeamState,
} from '../domain/index.js';

/** The organisation itself, and the localities that it is in on the day. Undefined where it is not registered. */
export const ownerOfOrganisation =
  (today: CalendarDate) =>
  ({ registration, localities }: OrganisationState): Owner | undefined =>
    registration
      ? {
          organisations: [registration.organisationId],
          localities: localities.filter((stay) => holdsOn(stay, today)).map(({ localityId }) => localityId),
        }
      : undefined;

/** The organisation and nobody else: what it is called, where it takes part and what it has in place it says for itself. */
export const organisationAlone = ({ registration }: OrganisationState): Owner | undefined =>
  registration ? { organisations: [registration.organisationId] } : undefined;

/** The organisation that formed it and nobody else. Undefined where the team is not formed. */
export const ownerOfTeam = ({ formation }: TeamState): Owner | undefined =>
  formation ? { organisations: [formation.organisationId] } : undefined;

/** Undefined where the locality is not established. */
export const ownerOfLocality = ({ established }: LocalityState): Owner | undefined =>
  established ? { localities: [established.localityId] } : undefined;

/**
 * Whoever answers for the scope. A role in an organisation opens what is personal there, so that leading a locality
 * that the organisation is in does not suffice to give one.
 */
export const ownerOfScope = ({ kind, id }: Scope): Owner => {
  switch (kind) {
    case 'organisation':
      return { organisations: [id] };
    case 'locality':
      return { localities: [id] };
    case 'self':
      return { person: id };
    case 'deployment':
      return {};
  }
};

/** Undefined where the role was never granted. */
export const ownerOfMembership = ({ grants }: MembershipState): Owner | undefined =>
  grants[0] && ownerOfScope(grants[0].scope);

/** A thing that is new belongs to itself: nobody has a role in it yet, so that only an operator can make it. */
export const ownerOfNew = {
  organisation: (id: Uuid) => (): Owner => ({ organisations: [id] }),
  locality: (id: Uuid) => (): Owner => ({ localities: [id] }),
} as const;
