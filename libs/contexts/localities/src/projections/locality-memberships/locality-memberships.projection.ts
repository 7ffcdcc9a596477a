import type { Uuid } from '@alongside/kernel';
import { projection } from '@alongside/projections';
import type { OrganisationJoinedLocality, OrganisationLeftLocality } from '../../contracts.js';
import { beginning, ending, type Lasting } from '../lasting.js';

export interface LocalityMembershipRow extends Lasting {
  readonly joining_id: Uuid;
  readonly organisation_id: Uuid;
  readonly locality_id: Uuid;
}

/** Which organisation was in which locality, and when. */
export const localityMemberships = projection<
  LocalityMembershipRow,
  OrganisationJoinedLocality | OrganisationLeftLocality
>({
  name: 'locality-memberships',
  version: 1,
  table: 'localities.locality_membership',
  columns: {
    joining_id: 'uuid',
    organisation_id: 'uuid',
    locality_id: 'uuid',
    from_on: 'date',
    to_on: 'date',
  },
  key: ['joining_id'],
  access: { class: 'C0', counted: true, everyone: true },
  on: {
    OrganisationJoinedLocality: (event) =>
      beginning<LocalityMembershipRow>(event, {
        joining_id: event.id,
        organisation_id: event.data.organisationId,
        locality_id: event.data.localityId,
        from_on: event.data.effectiveOn,
        to_on: null,
      }),
    OrganisationLeftLocality: (event) => ending(event.data.joiningId, event),
  },
});
