-- What people are told of emergencies in which their records were open: those that named them, and those under which
-- something about them was read. It runs as the owner of the tables because where everybody's records were opened the
-- row names nobody, and answers nobody but the person who reads.
CREATE FUNCTION localities.notices_for(asked_person uuid)
RETURNS TABLE (break_glass_id uuid, requested_by uuid, organisation_id uuid, named boolean, classes text[], reason text,
  from_at timestamptz, until_at timestamptz, was_read boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$
  WITH read_of AS (
    SELECT DISTINCT e.basis_id FROM access_log.entry e
    WHERE e.basis = 'breakGlass' AND e.person_id = asked_person
  )
  SELECT b.break_glass_id, b.requested_by, b.organisation_id, b.person_id IS NOT NULL, b.classes, b.reason, b.from_at,
    b.until_at, r.basis_id IS NOT NULL
  FROM localities.break_glass b LEFT JOIN read_of r ON r.basis_id = b.break_glass_id
  WHERE asked_person = nullif(current_setting('alongside.person', true), '')::uuid
    AND b.from_at IS NOT NULL AND (b.person_id = asked_person OR r.basis_id IS NOT NULL)
$$;
REVOKE ALL ON FUNCTION localities.notices_for(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION localities.notices_for(uuid) TO alongside_gateway;
