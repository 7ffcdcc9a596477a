import type { CalendarDate, Personal, Uuid } from '@alongside/kernel';
import { projection, type Change, type Published } from '@alongside/projections';
import type {
  SupervisionArranged,
  SupervisionEndReason,
  SupervisionEvent,
  SupervisionHandedOver,
  SupervisionKind,
} from '../../contracts.js';

/** A session held that still stands, so that taking one back shows the one before it. */
interface HeldSession {
  readonly event_id: Uuid;
  readonly on: CalendarDate;
}

/** Who supervises whom in which kind, as it is in the end: the latest supervisor and cadence. */
export interface ArrangementRow {
  readonly supervision_id: Uuid;
  readonly engagement_id: Uuid;
  readonly person_id: Uuid;
  readonly supervisor_id: Uuid;
  readonly supervisor_from: CalendarDate;
  /** Sealed with the supervisor's key; null where it was not said. */
  readonly supervisor_lived_experience: Personal<boolean> | null;
  readonly kind: SupervisionKind;
  readonly every_days: number;
  readonly cadence_from: CalendarDate;
  readonly arranged_on: CalendarDate;
  /** First day on which nobody supervises. */
  readonly ended_on: CalendarDate | null;
  readonly end_reason: SupervisionEndReason | null;
  readonly last_held_on: CalendarDate | null;
  readonly held: readonly HeldSession[];
  readonly organisation_id: Uuid;
  readonly locality_id: Uuid;
}

const arranged = (
  { data }: Published<SupervisionArranged>,
  before: ArrangementRow | undefined,
): ArrangementRow => ({
  supervision_id: data.supervisionId,
  engagement_id: data.engagementId,
  person_id: data.personId,
  supervisor_id: data.supervisorId,
  supervisor_from: data.effectiveOn,
  supervisor_lived_experience: data.supervisorHasLivedExperience,
  kind: data.kind,
  every_days: data.everyDays,
  cadence_from: data.effectiveOn,
  arranged_on: data.effectiveOn,
  ended_on: null,
  end_reason: null,
  last_held_on: before?.last_held_on ?? null,
  held: before?.held ?? [],
  organisation_id: data.organisationId,
  locality_id: data.localityId,
});

const handedOver = (row: ArrangementRow, { data }: Published<SupervisionHandedOver>): ArrangementRow =>
  data.effectiveOn < row.supervisor_from
    ? row
    : {
        ...row,
        supervisor_id: data.supervisorId,
        supervisor_from: data.effectiveOn,
        supervisor_lived_experience: data.supervisorHasLivedExperience,
      };

const withHeld = (row: ArrangementRow, held: readonly HeldSession[]): ArrangementRow => {
  const inOrder = held.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  return { ...row, held: inOrder, last_held_on: inOrder.at(-1)?.on ?? null };
};

/** The sessions that stand once this event is known. */
const standing = (row: ArrangementRow, { corrects }: Published<SupervisionEvent>): readonly HeldSession[] =>
  row.held.filter(({ event_id }) => event_id !== corrects?.eventId);

const on = (
  event: Published<SupervisionEvent>,
  change: (row: ArrangementRow) => ArrangementRow,
): Change<ArrangementRow> => ({ key: [event.data.supervisionId], fold: (row) => row && change(row) });

export const arrangementProjection = projection<ArrangementRow, SupervisionEvent>({
  name: 'supervision-arrangement',
  version: 1,
  table: 'supervision.arrangement',
  columns: {
    supervision_id: 'uuid',
    engagement_id: 'uuid',
    person_id: 'uuid',
    supervisor_id: 'uuid',
    supervisor_from: 'date',
    supervisor_lived_experience: 'json',
    kind: 'text',
    every_days: 'integer',
    cadence_from: 'date',
    arranged_on: 'date',
    ended_on: 'date',
    end_reason: 'text',
    last_held_on: 'date',
    held: 'json',
    organisation_id: 'uuid',
    locality_id: 'uuid',
  },
  key: ['supervision_id'],
  access: { class: 'C2', organisations: ['organisation_id'], people: ['person_id', 'supervisor_id'] },
  on: {
    SupervisionArranged: (event) => ({
      key: [event.data.supervisionId],
      fold: (row) => arranged(event, row),
    }),
    CadenceAgreed: (event) =>
      on(event, (row) =>
        event.data.effectiveOn < row.cadence_from
          ? row
          : { ...row, every_days: event.data.everyDays, cadence_from: event.data.effectiveOn },
      ),
    SupervisionHandedOver: (event) => on(event, (row) => handedOver(row, event)),
    SessionHeld: (event) =>
      on(event, (row) =>
        withHeld(row, [...standing(row, event), { event_id: event.id, on: event.data.effectiveOn }]),
      ),
    SessionTakenBack: (event) => on(event, (row) => withHeld(row, standing(row, event))),
    SupervisionEnded: (event) =>
      on(event, (row) => ({ ...row, ended_on: event.data.effectiveOn, end_reason: event.data.reason })),
  },
});
