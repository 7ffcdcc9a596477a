import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page } from '@alongside/graphql-kit';
import { organisationsOf, readableOrganisations } from '@alongside/identity';
import type { Personal, Uuid } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import { OwnLivedExperience } from './own-lived-experience.js';
import type { SessionsArgs, SupervisionSession } from './supervision.types.js';
import { supervisorOf } from './supervisor-of.js';

interface Row extends Omit<SupervisionSession, 'byPeer'> {
  readonly by_peer: Personal<boolean> | null;
  readonly personId: Uuid;
  readonly organisationId: Uuid;
  readonly position: string;
}

const sessions = `
  SELECT s.event_id AS "eventId", s.effective_on AS "on", s.outcome, s.supervisor_id AS "supervisorId",
    n.display_name AS "supervisorName", s.by_peer, s.length_minutes AS "lengthMinutes",
    s.agreed_actions AS "agreedActions", s.earlier_actions_done AS "earlierActionsDone", s.reason, s.position,
    s.person_id AS "personId", s.organisation_id AS "organisationId"
  FROM supervision.session s LEFT JOIN people.name_card n ON n.person_id = s.supervisor_id
  WHERE s.supervision_id = $1 AND s.corrected_at IS NULL AND s.outcome <> 'takenBack'
    AND (s.organisation_id = ANY ($2::uuid[]) OR s.person_id = $4::uuid OR s.supervisor_id = $9::uuid
      OR (s.person_id = ANY ($3::uuid[]) AND EXISTS (
        SELECT FROM supervision.arrangement a JOIN employment.engagement e USING (engagement_id)
        WHERE a.supervision_id = s.supervision_id
          AND (e.employing_organisation_id = ANY ($5::uuid[]) OR e.host_organisation_id = ANY ($5)))))
    AND ($6::date IS NULL OR (s.effective_on, s.position) < ($6, $7::text))
  ORDER BY s.effective_on DESC, s.position DESC LIMIT $8`;

/** Sessions that stand, within the scope of whoever asks. */
@Injectable()
export class SessionReader {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly livedExperience: OwnLivedExperience,
  ) {}

  async sessions(act: Act, args: SessionsArgs): Promise<Page<SupervisionSession>> {
    const { scope, actor } = act;
    const first = checkedFirst(args.first);
    const after = decodeCursor(args.after, 2) ?? [null, null];
    const of = [
      args.supervisionId,
      readableOrganisations(scope, 'supervision', 'C2'),
      scope.people.C2,
      scope.person,
      organisationsOf(actor, 'supervisor'),
    ];
    const rows = await this.readModels.query<Row & object>(scope, {
      name: 'supervision.sessions',
      text: sessions,
      values: [...of, ...after, first + 1, supervisorOf(actor)],
    });
    const shown = rows.map(({ by_peer, ...row }) => ({
      ...row,
      byPeer: this.livedExperience.of(act, row.supervisorId, row.organisationId, by_peer),
    }));
    return pageOf(
      shown,
      first,
      (row) => [row.on, row.position],
      (row) => row,
    );
  }
}
