import type { Personal, Uuid } from '@alongside/kernel';
import { factColumns, type FactColumns, projection, recorded } from '@alongside/projections';
import type {
  MissedReason,
  OfSupervision,
  SessionCutShort,
  SessionHeld,
  SessionMissed,
  SessionTakenBack,
  SupervisionKind,
} from '../../contracts.js';

/** What was recorded of sessions on which day, as learnt when. `takenBack` only ends what was believed before. */
export interface SessionRow extends FactColumns {
  readonly supervision_id: Uuid;
  readonly engagement_id: Uuid;
  readonly person_id: Uuid;
  readonly kind: SupervisionKind;
  readonly organisation_id: Uuid;
  readonly locality_id: Uuid;
  readonly outcome: 'held' | 'missed' | 'cutShort' | 'takenBack';
  /** Who held it, or should have; null where it was taken back. */
  readonly supervisor_id: Uuid | null;
  readonly length_minutes: number | null;
  readonly agreed_actions: number | null;
  readonly earlier_actions_done: number | null;
  /** Sealed with the supervisor's key; null where it was not said or not held. */
  readonly by_peer: Personal<boolean> | null;
  readonly reason: MissedReason | null;
}

type Particulars = Omit<SessionRow, keyof FactColumns>;

const of = (data: OfSupervision, outcome: SessionRow['outcome']): Particulars => ({
  supervision_id: data.supervisionId,
  engagement_id: data.engagementId,
  person_id: data.personId,
  kind: data.kind,
  organisation_id: data.organisationId,
  locality_id: data.localityId,
  outcome,
  supervisor_id: null,
  length_minutes: null,
  agreed_actions: null,
  earlier_actions_done: null,
  by_peer: null,
  reason: null,
});

export const sessionProjection = projection<
  SessionRow,
  SessionHeld | SessionMissed | SessionCutShort | SessionTakenBack
>({
  name: 'supervision-session',
  version: 1,
  table: 'supervision.session',
  columns: {
    ...factColumns,
    supervision_id: 'uuid',
    engagement_id: 'uuid',
    person_id: 'uuid',
    kind: 'text',
    organisation_id: 'uuid',
    locality_id: 'uuid',
    outcome: 'text',
    supervisor_id: 'uuid',
    length_minutes: 'integer',
    agreed_actions: 'integer',
    earlier_actions_done: 'integer',
    by_peer: 'json',
    reason: 'text',
  },
  key: ['event_id'],
  access: { class: 'C2', organisations: ['organisation_id'], people: ['person_id', 'supervisor_id'] },
  on: {
    SessionHeld: (event) =>
      recorded<SessionRow>(event, {
        ...of(event.data, 'held'),
        supervisor_id: event.data.supervisorId,
        length_minutes: event.data.lengthMinutes,
        agreed_actions: event.data.agreedActions,
        earlier_actions_done: event.data.earlierActionsDone,
        by_peer: event.data.byPeer,
      }),
    SessionMissed: (event) =>
      recorded<SessionRow>(event, {
        ...of(event.data, 'missed'),
        supervisor_id: event.data.supervisorId,
        reason: event.data.reason,
      }),
    SessionCutShort: (event) =>
      recorded<SessionRow>(event, {
        ...of(event.data, 'cutShort'),
        supervisor_id: event.data.supervisorId,
        length_minutes: event.data.lengthMinutes,
        reason: event.data.reason,
      }),
    SessionTakenBack: (event) => recorded<SessionRow>(event, of(event.data, 'takenBack')),
  },
});
