import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import type { CalendarDate } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import type { EngagementFound } from '../application/looking-up/engagement.lookup.js';
import type { PerformanceFacts, Situation, SupervisionFact, TrainingFact } from '../domain/index.js';

/** Completions that stand: the organisation's own, those of the people one may read, and those shared with it. */
const trainings = `
  SELECT c.course_kind AS "courseKind", c.how AS evidence, c.effective_on AS "completedOn",
    c.expires_on AS "expiresOn", c.event_id AS "eventId"
  FROM training.completion c
  WHERE c.person_id = $1 AND c.corrected_at IS NULL AND c.effective_on <= $2::date
    AND (c.person_id = ANY ($4::uuid[]) OR c.organisation_id = ANY ($3::uuid[]) OR EXISTS (
      SELECT FROM training.passport_share s
      WHERE s.person_id = c.person_id AND s.with_organisation_id = ANY ($3) AND s.with_organisation_id = ANY (c.shared_with)
        AND s.ended_on IS NULL AND s.shared_on <= $5::date AND s.until >= $5::date))`;

/** Kinds arranged on the day, each due by the cadence after the last session held by then, or after the beginning. */
const supervision = `
  SELECT a.kind, greatest(h.held_on, a.arranged_on) + a.every_days AS "dueOn",
    CASE WHEN h.held_on >= a.arranged_on THEN h.event_id END AS "eventId"
  FROM supervision.arrangement a
  LEFT JOIN LATERAL (
    SELECT (x->>'on')::date AS held_on, (x->>'event_id')::uuid AS event_id
    FROM jsonb_array_elements(a.held) x
    WHERE (x->>'on')::date <= $2::date ORDER BY 1 DESC LIMIT 1
  ) h ON true
  WHERE a.engagement_id = $1 AND a.arranged_on <= $2::date AND (a.ended_on IS NULL OR a.ended_on > $2::date)
    AND (a.organisation_id = ANY ($3::uuid[]) OR a.person_id = ANY ($4::uuid[]))`;

/** What conditions ask about a worker, as far as whoever asks may read it. */
@Injectable()
export class PerformanceFactsReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async facts(
    { scope, actor }: Act,
    { of, lasting }: EngagementFound,
    on: CalendarDate,
    situation: Situation,
  ): Promise<PerformanceFacts> {
    const { organisations, people } = scope;
    const [trained, supervised] = await Promise.all([
      this.readModels.query<TrainingFact & object>(scope, {
        name: 'role_boundaries.trainings',
        text: trainings,
        values: [of.personId, on, organisations.C2, people.C2, actor.today],
      }),
      this.readModels.query<SupervisionFact & object>(scope, {
        name: 'role_boundaries.supervision',
        text: supervision,
        values: [of.engagementId, on, organisations.C2, people.C2],
      }),
    ]);
    // What a team was trained in is recorded nowhere yet: whoever is there must say.
    return {
      engagement: lasting,
      trainings: trained,
      supervision: supervised,
      teamTrainings: null,
      situation,
    };
  }
}
