import { successorOn } from '../../contracts.js';

/**
 * The items in place on the day `$2` in the organisation `$1`, or in its team `$3` where that is not null: the last fact
 * of each up to then, unless it has lapsed or expired. Of an organisation that had merged by then, its successor's: what
 * is in place does not pass to another organisation.
 */
export const inPlace = `
  SELECT * FROM (
    SELECT DISTINCT ON (clause_id) event_id, clause_id, status, effective_on, until, waived_by, reason
    FROM localities.readiness
    WHERE organisation_id = CASE WHEN $3::uuid IS NULL THEN ${successorOn('$1', '$2')} ELSE $1::uuid END
      AND team_id IS NOT DISTINCT FROM $3::uuid
      AND effective_on <= $2::date AND corrected_at IS NULL
    ORDER BY clause_id, effective_on DESC, position DESC
  ) last_said
  WHERE status <> 'lapsed' AND (until IS NULL OR until >= $2::date)`;
