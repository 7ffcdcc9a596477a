import type { CalendarDate, Uuid } from '@alongside/kernel';

/** What is known of a worker and a situation, as far as conditions ask for it. Facts name their events. */
export interface PerformanceFacts {
  readonly engagement: EngagementFact;
  readonly trainings: readonly TrainingFact[];
  /** Kinds of supervision that are arranged. */
  readonly supervision: readonly SupervisionFact[];
  /** What the team that the worker works in was trained in; null where nobody recorded it. */
  readonly teamTrainings: readonly TeamTrainingFact[] | null;
  readonly situation: Situation;
}

export interface EngagementFact {
  readonly begunOn: CalendarDate;
  readonly begunBy: Uuid;
  /** First day on which the person works there no more, and the event that says so; null while it lasts. */
  readonly ended: { readonly on: CalendarDate; readonly by: Uuid } | null;
}

export interface TrainingFact {
  readonly courseKind: string;
  readonly evidence: 'attended' | 'assessed';
  readonly completedOn: CalendarDate;
  /** First day on which it no longer counts; null where it never lapses. */
  readonly expiresOn: CalendarDate | null;
  readonly eventId: Uuid;
}

export interface SupervisionFact {
  readonly kind: string;
  /** Last day by which the next session is due. */
  readonly dueOn: CalendarDate;
  /** The session that it is counted from; null where it is counted from the beginning. */
  readonly eventId: Uuid | null;
}

export interface TeamTrainingFact {
  readonly courseKind: string;
  readonly completedOn: CalendarDate;
  readonly expiresOn: CalendarDate | null;
  readonly eventId: Uuid;
}

/** What only those who are there know; null where nobody said. */
export interface Situation {
  readonly setting: string | null;
  readonly secondPersonPresent: boolean | null;
}
