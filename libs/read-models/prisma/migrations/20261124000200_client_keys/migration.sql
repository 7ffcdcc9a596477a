-- The public keys in force of an integration client, as a list of JSON Web Keys; null where there is no such client, it
-- has no key, it is disabled, or its organisation is closed. It runs as the owner of the tables because whoever asks for
-- keys has not signed in, and answers nothing but the keys.
CREATE FUNCTION localities.client_keys(asked_client text)
RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$
  SELECT jsonb_agg(held.key -> 'publicKey' ORDER BY held.place)
  FROM localities.integration_client c
  JOIN localities.organisation o ON o.organisation_id = c.organisation_id
  CROSS JOIN LATERAL jsonb_array_elements(c.keys) WITH ORDINALITY AS held (key, place)
  WHERE c.client = asked_client AND c.disabled_on IS NULL
    AND (o.closed_on IS NULL OR (now() AT TIME ZONE 'Europe/London')::date < o.closed_on)
$$;
REVOKE ALL ON FUNCTION localities.client_keys(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION localities.client_keys(text) TO alongside_gateway;
