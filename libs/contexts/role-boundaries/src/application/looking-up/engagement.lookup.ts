import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { organisationsOf } from '@alongside/identity';
import { addDays, type CalendarDate, type Uuid } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import { boundaryIdOf } from '../../contracts.js';
import type { BoundaryParticulars, EngagementFact } from '../../domain/index.js';

/** An engagement, as far as whoever asks may see it. */
export interface EngagementFound {
  readonly of: BoundaryParticulars;
  /** Whether whoever asks supervises in it now. */
  readonly supervised: boolean;
  readonly lasting: EngagementFact;
}

interface Row {
  readonly personId: Uuid;
  readonly organisationId: Uuid;
  readonly localityId: Uuid;
  readonly begunOn: CalendarDate;
  readonly begunBy: Uuid;
  readonly lastDay: CalendarDate | null;
  readonly endedBy: Uuid | null;
  readonly supervised: boolean;
}

const one = `
  SELECT e.person_id AS "personId", e.employing_organisation_id AS "organisationId", e.locality_id AS "localityId",
    e.begins_on AS "begunOn", e.begun_event_id AS "begunBy", e.ends_on AS "lastDay", e.ended_event_id AS "endedBy",
    EXISTS (
      SELECT FROM supervision.arrangement a
      WHERE a.engagement_id = e.engagement_id AND a.supervisor_id = $4::uuid
        AND (a.ended_on IS NULL OR a.ended_on > $5::date)
    ) AS supervised
  FROM employment.engagement e
  WHERE e.engagement_id = $1
    AND (e.employing_organisation_id = ANY ($2::uuid[]) OR e.person_id = $4::uuid
      OR (e.person_id = ANY ($3::uuid[])
        AND (e.employing_organisation_id = ANY ($6::uuid[]) OR e.host_organisation_id = ANY ($6))))`;

/** Finds engagements for whoever may see them: the employing organisation, the worker, and their supervisors. */
@Injectable()
export class EngagementLookup {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async find({ scope, actor }: Act, engagementId: Uuid): Promise<EngagementFound | undefined> {
    const [row] = await this.readModels.query<Row & object>(scope, {
      name: 'role_boundaries.engagement',
      text: one,
      values: [
        engagementId,
        scope.organisations.C2,
        scope.people.C2,
        actor.id,
        actor.today,
        organisationsOf(actor, 'supervisor'),
      ],
    });
    if (!row) return undefined;
    const { personId, organisationId, localityId, begunOn, begunBy, lastDay, endedBy, supervised } = row;
    const ended = lastDay !== null && endedBy !== null ? { on: addDays(lastDay, 1), by: endedBy } : null;
    return {
      of: { boundaryId: boundaryIdOf(engagementId), engagementId, personId, organisationId, localityId },
      supervised,
      lasting: { begunOn, begunBy, ended },
    };
  }
}
