-- How many people a locality engages on a day, as known on a day (null: now). Exact counts of other organisations
-- never leave this function: 1 to 4 is not said, other counts are rounded to 5. Only those who take part in the
-- locality are answered. It runs as the owner of the tables because it counts rows that its caller may not see.
CREATE FUNCTION employment.headcount(asked_locality uuid, counted_on date, known_on date)
RETURNS TABLE (dimension text, key text, label text, people integer, exact boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$
  WITH scope AS (
    SELECT string_to_array(nullif(current_setting('alongside.localities', true), ''), ',')::uuid[] AS localities,
           string_to_array(nullif(current_setting('alongside.organisations_c2', true), ''), ',')::uuid[] AS organisations,
           coalesce((known_on + 1)::timestamp AT TIME ZONE 'Europe/London', 'infinity'::timestamptz) AS known_before
  ), known AS (
    SELECT f.* FROM employment.engagement_fact f, scope
    WHERE f.locality_id = asked_locality AND asked_locality = ANY (scope.localities)
      AND f.effective_on <= counted_on AND f.recorded_at < scope.known_before
      AND (f.corrected_at IS NULL OR f.corrected_at >= scope.known_before)
  ), engaged AS (
    SELECT k.engagement_id, k.person_id, k.post_id, k.employing_organisation_id FROM known k
    WHERE k.fact = 'begun'
      AND NOT EXISTS (SELECT 1 FROM known e WHERE e.engagement_id = k.engagement_id AND e.fact = 'ended')
  ), described AS (
    SELECT e.person_id, e.employing_organisation_id AS organisation_id, o.name AS organisation, o.sector,
      (SELECT b.band FROM employment.post_banding b, scope
        WHERE b.post_id = e.post_id AND b.effective_on <= counted_on AND b.recorded_at < scope.known_before
          AND (b.corrected_at IS NULL OR b.corrected_at >= scope.known_before)
        ORDER BY (b.basis = 'banded') DESC, b.effective_on DESC, b.position DESC LIMIT 1) AS band
    FROM engaged e LEFT JOIN localities.organisation o ON o.organisation_id = e.employing_organisation_id
  ), counted AS (
    SELECT 'total' AS dimension, 'total' AS key, 'Everybody' AS label, count(DISTINCT person_id)::integer AS n, false AS own
    FROM described
    UNION ALL
    SELECT 'organisation', organisation_id::text, coalesce(min(organisation), ''), count(DISTINCT person_id),
      coalesce(organisation_id = ANY ((SELECT organisations FROM scope)::uuid[]), false)
    FROM described GROUP BY organisation_id
    UNION ALL
    SELECT 'sector', coalesce(sector, 'none'), coalesce(sector, 'none'), count(DISTINCT person_id), false
    FROM described GROUP BY sector
    UNION ALL
    SELECT 'band', coalesce(band, 'none'), coalesce('Band ' || band, 'No band'), count(DISTINCT person_id), false
    FROM described GROUP BY band
  )
  SELECT c.dimension, c.key, c.label,
    CASE WHEN c.own OR c.n = 0 THEN c.n WHEN c.n < 5 THEN NULL ELSE (round(c.n / 5.0) * 5)::integer END, c.own
  FROM counted c, scope WHERE asked_locality = ANY (scope.localities)
$$;
REVOKE ALL ON FUNCTION employment.headcount(uuid, date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION employment.headcount(uuid, date, date) TO alongside_gateway;
