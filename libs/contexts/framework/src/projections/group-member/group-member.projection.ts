import type { Personal, Uuid } from '@alongside/kernel';
import { factColumns, type FactColumns, projection, recorded } from '@alongside/projections';
import type { FrameworkEvent } from '../../contracts.js';

/** From `effective_on` the person is in the group, or no longer is. The last uncorrected row of a person holds. */
export interface GroupMemberRow extends FactColumns {
  readonly framework_id: Uuid;
  readonly locality_id: Uuid | null;
  readonly person_id: Uuid;
  readonly member: boolean;
  readonly organisation_id: Uuid | null;
  /** As in the log: read models hold no lived experience in clear. */
  readonly lived_experience: Personal<boolean> | null;
}

export const groupMemberProjection = projection<GroupMemberRow, FrameworkEvent>({
  name: 'group-member',
  version: 1,
  table: 'framework.group_member',
  columns: {
    ...factColumns,
    framework_id: 'uuid',
    locality_id: 'uuid',
    person_id: 'uuid',
    member: 'boolean',
    organisation_id: 'uuid',
    lived_experience: 'json',
  },
  key: ['event_id'],
  access: { class: 'C1', localities: ['locality_id'], people: ['person_id'] },
  on: {
    GroupMemberJoined: (event) =>
      recorded<GroupMemberRow>(event, {
        framework_id: event.data.frameworkId,
        locality_id: event.metadata.locality,
        person_id: event.data.personId,
        member: true,
        organisation_id: event.data.organisationId,
        lived_experience: event.data.livedExperience,
      }),
    GroupMemberLeft: (event) =>
      recorded<GroupMemberRow>(event, {
        framework_id: event.data.frameworkId,
        locality_id: event.metadata.locality,
        person_id: event.data.personId,
        member: false,
        organisation_id: null,
        lived_experience: null,
      }),
  },
});
