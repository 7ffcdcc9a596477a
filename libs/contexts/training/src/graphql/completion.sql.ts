import { organisationNameOn } from '@alongside/localities/contracts';

/** That a share of passport `s` runs on a day. */
export const shareRuns = (today: string): string =>
  `s.ended_on IS NULL AND s.shared_on <= ${today}::date AND s.until >= ${today}::date`;

/** Columns of a completion `c`, as it counts on the day `on`; needs `completionJoins`. */
export const completionColumns = (on: string): string => `
  c.event_id AS "eventId", c.person_id AS "personId", c.course_id AS "courseId", c.course_kind AS "courseKind",
  c.title, c.prior_learning AS "priorLearning", c.how, c.assessor_id AS "assessorId",
  a.display_name AS "assessorName", c.competences, c.effective_on AS "completedOn", c.expires_on AS "expiresOn",
  CASE WHEN c.expires_on <= ${on}::date THEN 'expired' ELSE 'current' END AS standing,
  c.organisation_id AS "recordedByOrganisationId",
  ${organisationNameOn('c.organisation_id', 'c.effective_on')} AS "recordedByOrganisation",
  c.recorded_at AS "recordedAt", q.contest, c.position`;

/** A contest is between the person and the organisation that recorded the completion. */
export const completionJoins = (organisations: string, people: string): string => `
  LEFT JOIN people.name_card a ON a.person_id = c.assessor_id
  LEFT JOIN LATERAL (
    SELECT json_build_object('contestedOn', t.contested_on, 'statement', t.statement, 'answeredOn', t.answered_on,
      'answeredBy', t.answered_by, 'outcome', t.outcome, 'answer', t.answer) AS contest
    FROM training.contest t
    WHERE t.completion_event_id = c.event_id
      AND (t.organisation_id = ANY (${organisations}::uuid[]) OR t.person_id = ANY (${people}::uuid[]))
    ORDER BY t.contested_on DESC, t.answered_on DESC NULLS FIRST LIMIT 1
  ) q ON true`;

/** What stands on the day `on`, a page after a cursor of day and position. */
export const standing = (on: string, day: string, position: string): string => `
  c.corrected_at IS NULL AND c.effective_on <= ${on}::date
  AND (${day}::date IS NULL OR (c.effective_on, c.position) < (${day}, ${position}::text))`;

export const latestFirst = 'ORDER BY c.effective_on DESC, c.position DESC';
