/**
 * Statement for the organisations that had merged into one by a day, with the day on which their records became its own:
 * records of one that was absorbed before its successor was are those of the last from the later day. Both arguments are
 * SQL.
 */
export const predecessors = (organisation: string, by: string): string => `
  WITH RECURSIVE absorbed AS (
    SELECT organisation_id, closed_on AS merged_on FROM localities.organisation
    WHERE merged_into = ${organisation}::uuid AND closed_on <= ${by}::date AND organisation_id <> ${organisation}::uuid
    UNION
    SELECT o.organisation_id, greatest(o.closed_on, a.merged_on)
    FROM localities.organisation o JOIN absorbed a ON o.merged_into = a.organisation_id
    WHERE o.closed_on <= ${by}::date AND o.organisation_id <> ${organisation}::uuid
  )
  SELECT organisation_id AS "organisationId", min(merged_on) AS "mergedOn" FROM absorbed
  GROUP BY organisation_id ORDER BY "mergedOn", organisation_id`;
