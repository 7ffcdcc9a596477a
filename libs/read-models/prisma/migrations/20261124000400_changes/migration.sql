-- In which kinds of streams an organisation's record has moved since a position, and to where: that it moved, never what
-- was recorded. An organisation's own staff are answered for every kind, those it shares with for the kinds of the areas
-- that it shares, and a person (no organisation asked) for what is about themselves. It runs as the owner of the tables
-- because those it shares with see no history.
CREATE FUNCTION history.moved_since(asked_organisation uuid, asked_after text)
RETURNS TABLE (kind text, moved_to text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$
  WITH scope AS (
    SELECT string_to_array(nullif(current_setting('alongside.organisations_c2', true), ''), ',')::uuid[] AS own,
      nullif(current_setting('alongside.agreed', true), '')::json AS agreed,
      nullif(current_setting('alongside.person', true), '')::uuid AS person
  ), moved AS (
    SELECT split_part(f.stream, '-', 1) AS kind, max(f.position) AS moved_to FROM history.fact f
    WHERE f.organisation_id = asked_organisation AND f.position > asked_after AND f.class IN ('C0', 'C1', 'C2')
    GROUP BY 1
    UNION ALL
    SELECT split_part(f.stream, '-', 1), max(f.position) FROM history.fact f
    WHERE asked_organisation IS NULL AND f.subject_id = (SELECT person FROM scope) AND f.position > asked_after
    GROUP BY 1
  )
  SELECT m.kind, m.moved_to FROM moved m, scope
  WHERE asked_organisation IS NULL OR coalesce(asked_organisation = ANY (scope.own), false)
    OR coalesce(asked_organisation = ANY (string_to_array(scope.agreed ->> (CASE m.kind
      WHEN 'training' THEN 'training.C2' WHEN 'post' THEN 'employment.C2' WHEN 'engagement' THEN 'employment.C2'
      WHEN 'supervision' THEN 'supervision.C2' WHEN 'boundary' THEN 'boundaries.C2' END), ',')::uuid[]), false)
$$;
REVOKE ALL ON FUNCTION history.moved_since(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION history.moved_since(uuid, text) TO alongside_gateway;
