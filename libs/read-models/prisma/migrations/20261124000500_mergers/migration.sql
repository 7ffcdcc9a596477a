-- Who answers for the records of an organisation on a day: itself, or the one that it has merged into by then, at any
-- remove.
CREATE FUNCTION localities.successor_on(asked uuid, on_day date) RETURNS uuid
LANGUAGE sql STABLE
AS $$
  WITH RECURSIVE chain AS (
    SELECT asked AS organisation_id, 0 AS remove
    UNION ALL
    SELECT o.merged_into, c.remove + 1
    FROM chain c JOIN localities.organisation o ON o.organisation_id = c.organisation_id
    -- Nobody merges in a circle; read models that are behind might for a moment.
    WHERE o.merged_into IS NOT NULL AND o.closed_on <= on_day AND c.remove < 20
  )
  SELECT organisation_id FROM chain ORDER BY remove DESC LIMIT 1
$$;

-- The organisations for whose records one answers on a day: itself and all that have merged into it by then, at any
-- remove. None once it has merged itself: its successor answers.
CREATE FUNCTION localities.answering_for(asked uuid, on_day date) RETURNS uuid[]
LANGUAGE sql STABLE
AS $$
  WITH RECURSIVE absorbed AS (
    SELECT asked AS organisation_id
    WHERE NOT EXISTS (SELECT FROM localities.organisation o
      WHERE o.organisation_id = asked AND o.merged_into IS NOT NULL AND o.closed_on <= on_day)
    UNION
    SELECT o.organisation_id
    FROM localities.organisation o JOIN absorbed a ON o.merged_into = a.organisation_id
    WHERE o.closed_on <= on_day
  )
  SELECT coalesce(array_agg(organisation_id), '{}') FROM absorbed
$$;

-- The name that an organisation bore on a day; its first one before that.
CREATE FUNCTION localities.name_on(asked uuid, on_day date) RETURNS text
LANGUAGE sql STABLE
AS $$
  SELECT n.name FROM localities.organisation_name n
  WHERE n.organisation_id = asked AND n.corrected_at IS NULL
  ORDER BY n.effective_on <= on_day DESC, CASE WHEN n.effective_on <= on_day THEN n.effective_on END DESC,
    n.effective_on, n.position DESC
  LIMIT 1
$$;

-- How many people a locality engages on a day, as known on a day (null: now). Exact counts of other organisations
-- never leave this function: 1 to 4 is not said, other counts are rounded to 5. Only those who take part in the
-- locality are answered. Whoever was employed by an organisation that has merged by then counts with its successor, in
-- that one's sector. It runs as the owner of the tables because it counts rows that its caller may not see.
CREATE OR REPLACE FUNCTION employment.headcount(asked_locality uuid, counted_on date, known_on date)
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
  ), answering AS MATERIALIZED (
    SELECT employer.id, localities.successor_on(employer.id, counted_on) AS organisation_id
    FROM (SELECT DISTINCT employing_organisation_id AS id FROM engaged) employer
  ), described AS (
    SELECT e.person_id, a.organisation_id, o.sector,
      (SELECT b.band FROM employment.post_banding b, scope
        WHERE b.post_id = e.post_id AND b.effective_on <= counted_on AND b.recorded_at < scope.known_before
          AND (b.corrected_at IS NULL OR b.corrected_at >= scope.known_before)
        ORDER BY (b.basis = 'banded') DESC, b.effective_on DESC, b.position DESC LIMIT 1) AS band
    FROM engaged e JOIN answering a ON a.id = e.employing_organisation_id
    LEFT JOIN localities.organisation o ON o.organisation_id = a.organisation_id
  ), counted AS (
    SELECT 'total' AS dimension, 'total' AS key, 'Everybody' AS label, count(DISTINCT person_id)::integer AS n, false AS own
    FROM described
    UNION ALL
    SELECT 'organisation', organisation_id::text, coalesce(localities.name_on(organisation_id, counted_on), ''),
      count(DISTINCT person_id),
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
