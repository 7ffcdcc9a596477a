-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "access_log";

-- AlterTable
ALTER TABLE "localities"."readiness" ADD COLUMN     "team_id" UUID;

-- AlterTable
ALTER TABLE "employment"."post" ADD COLUMN     "team_id" UUID;

-- AlterTable
ALTER TABLE "recruitment"."post_place" ADD COLUMN     "host_organisation_id" UUID,
ADD COLUMN     "team_id" UUID;

-- DropTable
DROP TABLE "localities"."role_grant";

-- CreateTable
CREATE TABLE "access_log"."entry" (
    "entry_id" BIGSERIAL NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reader_id" UUID NOT NULL,
    "reader_kind" TEXT NOT NULL,
    "role" TEXT,
    "organisation_id" UUID,
    "person_id" UUID,
    "class" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "basis_id" UUID,
    "correlation" UUID NOT NULL,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "localities"."access_grant" (
    "grant_id" UUID NOT NULL,
    "basis" TEXT NOT NULL,
    "membership_id" UUID,
    "holder_kind" TEXT NOT NULL,
    "holder_id" UUID NOT NULL,
    "role" TEXT,
    "scope_kind" TEXT NOT NULL,
    "scope_id" UUID NOT NULL,
    "organisation_id" UUID,
    "person_id" UUID,
    "areas" TEXT[],
    "classes" TEXT[],
    "mutations" TEXT[],
    "parent_id" UUID,
    "from_on" DATE,
    "to_on" DATE,
    "from_at" TIMESTAMPTZ(3),
    "to_at" TIMESTAMPTZ(3),
    "suspended" BOOLEAN NOT NULL,
    "event_ids" UUID[],
    "standing" JSONB,

    CONSTRAINT "access_grant_pkey" PRIMARY KEY ("grant_id")
);

-- CreateTable
CREATE TABLE "localities"."team" (
    "team_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "setting" TEXT NOT NULL,
    "formed_on" DATE NOT NULL,
    "disbanded_on" DATE,
    "history" JSONB NOT NULL,

    CONSTRAINT "team_pkey" PRIMARY KEY ("team_id")
);

-- CreateTable
CREATE TABLE "localities"."readiness_evidence" (
    "event_id" UUID NOT NULL,
    "effective_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "corrected_at" TIMESTAMPTZ(3),
    "position" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "team_id" UUID,
    "clause_id" UUID NOT NULL,
    "evidence_note" TEXT,

    CONSTRAINT "readiness_evidence_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "localities"."agreement" (
    "agreement_id" UUID NOT NULL,
    "locality_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "disclosing" UUID[],
    "receiving" JSONB NOT NULL,
    "party_ids" UUID[],
    "purposes" TEXT[],
    "classes" TEXT[],
    "lawful_basis" TEXT NOT NULL,
    "special_condition" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "parties" JSONB NOT NULL,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("agreement_id")
);

-- CreateTable
CREATE TABLE "localities"."break_glass" (
    "break_glass_id" UUID NOT NULL,
    "requested_by" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID,
    "classes" TEXT[],
    "reason" TEXT,
    "hours" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID,
    "from_at" TIMESTAMPTZ(3),
    "until_at" TIMESTAMPTZ(3),

    CONSTRAINT "break_glass_pkey" PRIMARY KEY ("break_glass_id")
);

-- CreateTable
CREATE TABLE "localities"."integration_client" (
    "integration_client_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "client" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mutations" TEXT[],
    "classes" TEXT[],
    "keys" JSONB NOT NULL,
    "registered_on" DATE NOT NULL,
    "disabled_on" DATE,

    CONSTRAINT "integration_client_pkey" PRIMARY KEY ("integration_client_id")
);

-- CreateTable
CREATE TABLE "people"."invitation" (
    "invitation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "sent_on" DATE NOT NULL,
    "expires_on" DATE NOT NULL,
    "status" TEXT NOT NULL,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("invitation_id")
);

-- CreateIndex
CREATE INDEX "entry_person_id_entry_id_idx" ON "access_log"."entry"("person_id", "entry_id");

-- CreateIndex
CREATE INDEX "entry_organisation_id_entry_id_idx" ON "access_log"."entry"("organisation_id", "entry_id");

-- CreateIndex
CREATE INDEX "entry_reader_id_entry_id_idx" ON "access_log"."entry"("reader_id", "entry_id");

-- CreateIndex
CREATE INDEX "entry_basis_id_person_id_idx" ON "access_log"."entry"("basis_id", "person_id");

-- CreateIndex
CREATE INDEX "access_grant_holder_id_basis_idx" ON "localities"."access_grant"("holder_id", "basis");

-- CreateIndex
CREATE INDEX "access_grant_scope_id_role_idx" ON "localities"."access_grant"("scope_id", "role");

-- CreateIndex
CREATE INDEX "access_grant_organisation_id_idx" ON "localities"."access_grant"("organisation_id");

-- CreateIndex
CREATE INDEX "access_grant_person_id_idx" ON "localities"."access_grant"("person_id");

-- CreateIndex
CREATE INDEX "team_organisation_id_name_team_id_idx" ON "localities"."team"("organisation_id", "name", "team_id");

-- CreateIndex
CREATE INDEX "agreement_locality_id_from_on_agreement_id_idx" ON "localities"."agreement"("locality_id", "from_on", "agreement_id");

-- CreateIndex
CREATE INDEX "agreement_party_ids_idx" ON "localities"."agreement" USING GIN ("party_ids");

-- CreateIndex
CREATE INDEX "break_glass_requested_by_requested_at_idx" ON "localities"."break_glass"("requested_by", "requested_at");

-- CreateIndex
CREATE INDEX "break_glass_organisation_id_requested_at_idx" ON "localities"."break_glass"("organisation_id", "requested_at");

-- CreateIndex
CREATE INDEX "break_glass_person_id_idx" ON "localities"."break_glass"("person_id");

-- CreateIndex
CREATE INDEX "integration_client_organisation_id_idx" ON "localities"."integration_client"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "integration_client_client_key" ON "localities"."integration_client"("client");

-- CreateIndex
CREATE INDEX "invitation_person_id_idx" ON "people"."invitation"("person_id");

-- CreateIndex
CREATE INDEX "invitation_organisation_id_sent_on_invitation_id_idx" ON "people"."invitation"("organisation_id", "sent_on", "invitation_id");

-- CreateIndex
CREATE INDEX "readiness_team_id_idx" ON "localities"."readiness"("team_id");

-- CreateIndex
CREATE INDEX "readiness_evidence_organisation_id_team_id_position_idx" ON "localities"."readiness_evidence"("organisation_id", "team_id", "position");

-- CreateIndex
CREATE INDEX "post_team_id_idx" ON "employment"."post"("team_id");

-- Every right that somebody has: their roles, which end where their organisation is absorbed by another, with those in
-- organisations merged into theirs; whom they supervise; what is shared with the organisations or localities in which
-- they hold a role; and what they broke the glass for. It runs as the owner of the tables because nothing is known yet
-- of what its caller may see.
CREATE FUNCTION localities.rights_of(asked_holder uuid, asked_at timestamptz)
RETURNS TABLE (grant_id uuid, basis text, role text, scope_kind text, scope_id uuid, through_kind text, through_id uuid,
  localities uuid[], areas text[], classes text[], mutations text[], about uuid, from_on date, to_on date, until_at timestamptz,
  membership_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$
  WITH RECURSIVE asked AS (
    SELECT (asked_at AT TIME ZONE 'Europe/London')::date AS today
  ), own AS (
    SELECT g.* FROM localities.access_grant g
    WHERE g.holder_id = asked_holder AND NOT g.suspended
      AND (g.parent_id IS NULL OR EXISTS (SELECT FROM localities.access_grant p, asked
        WHERE p.grant_id = g.parent_id AND p.from_on <= asked.today AND (p.to_on IS NULL OR asked.today < p.to_on)))
      -- The system of an organisation that has closed is nobody's, whatever had been merged into it.
      AND NOT (g.basis = 'integration' AND EXISTS (SELECT FROM localities.organisation c, asked
        WHERE c.organisation_id = g.scope_id AND c.closed_on <= asked.today))
  ), held AS (
    SELECT o.grant_id, o.basis, o.membership_id, o.role, o.scope_kind, o.scope_id, o.classes, o.mutations, o.from_on,
      least(o.to_on, absorbed.closed_on) AS to_on, true AS itself
    FROM own o LEFT JOIN localities.organisation absorbed
      ON o.scope_kind = 'organisation' AND absorbed.organisation_id = o.scope_id AND absorbed.merged_into IS NOT NULL
    WHERE o.basis IN ('role', 'delegation', 'integration')
    UNION
    SELECT h.grant_id, h.basis, h.membership_id, h.role, h.scope_kind, m.organisation_id, h.classes, h.mutations,
      greatest(h.from_on, m.closed_on), h.to_on, false
    FROM held h JOIN localities.organisation m ON h.scope_kind = 'organisation' AND m.merged_into = h.scope_id
  ), through AS (
    SELECT DISTINCT h.role, h.scope_kind, h.scope_id FROM held h, asked
    WHERE h.itself AND h.scope_kind IN ('organisation', 'locality')
      AND h.from_on <= asked.today AND (h.to_on IS NULL OR asked.today < h.to_on)
  ), shared AS (
    SELECT g.grant_id, t.role, g.scope_id, g.holder_kind, g.holder_id, g.areas, g.classes, g.from_on, g.to_on
    FROM through t
    JOIN localities.access_grant g ON g.basis = 'agreement' AND g.holder_id = t.scope_id AND g.holder_kind = t.scope_kind
    JOIN localities.organisation discloser ON discloser.organisation_id = g.scope_id
    LEFT JOIN localities.organisation receiver ON receiver.organisation_id = t.scope_id
    CROSS JOIN asked
    WHERE NOT g.suspended AND g.from_on <= asked.today AND (g.to_on IS NULL OR asked.today < g.to_on)
      AND EXISTS (SELECT FROM localities.locality_membership s
        WHERE s.organisation_id = g.scope_id AND s.locality_id = (g.standing ->> 'localityId')::uuid
          AND s.from_on <= asked.today AND (s.to_on IS NULL OR asked.today < s.to_on))
      AND (receiver.organisation_id IS NULL OR EXISTS (SELECT FROM localities.locality_membership s
        WHERE s.organisation_id = receiver.organisation_id AND s.locality_id = (g.standing ->> 'localityId')::uuid
          AND s.from_on <= asked.today AND (s.to_on IS NULL OR asked.today < s.to_on)))
      AND (discloser.closed_on IS NULL OR asked.today < discloser.closed_on)
      AND (receiver.closed_on IS NULL OR asked.today < receiver.closed_on)
    UNION
    SELECT s.grant_id, s.role, m.organisation_id, s.holder_kind, s.holder_id, s.areas, s.classes,
      greatest(s.from_on, m.closed_on), s.to_on
    FROM shared s JOIN localities.organisation m ON m.merged_into = s.scope_id, asked
    WHERE m.closed_on <= asked.today
  )
  SELECT h.grant_id, h.basis, h.role, h.scope_kind, h.scope_id, NULL::text, NULL::uuid,
    CASE WHEN h.scope_kind = 'organisation' THEN ARRAY(SELECT s.locality_id FROM localities.locality_membership s, asked
      WHERE s.organisation_id = h.scope_id AND s.from_on <= asked.today AND (s.to_on IS NULL OR asked.today < s.to_on)) END,
    NULL::text[],
    h.classes, h.mutations, NULL::uuid, h.from_on, h.to_on, NULL::timestamptz, h.membership_id
  FROM held h
  UNION ALL
  SELECT s.grant_id, 'agreement', s.role, 'organisation', s.scope_id, s.holder_kind, s.holder_id, NULL, s.areas, s.classes,
    NULL, NULL, s.from_on, s.to_on, NULL, NULL
  FROM shared s
  UNION ALL
  SELECT o.grant_id, o.basis, o.role, o.scope_kind, o.scope_id, 'organisation', o.organisation_id, NULL, NULL, NULL, NULL,
    NULL, o.from_on, o.to_on, NULL, NULL
  FROM own o, asked
  WHERE o.basis = 'assignment' AND o.from_on <= asked.today AND (o.to_on IS NULL OR asked.today < o.to_on)
  UNION ALL
  SELECT o.grant_id, o.basis, NULL, o.scope_kind, o.scope_id, NULL, NULL, NULL, NULL, o.classes, NULL, o.person_id,
    o.from_on, o.to_on, o.to_at, NULL
  FROM own o WHERE o.basis = 'breakGlass' AND o.from_at <= asked_at AND asked_at < o.to_at
$$;
REVOKE ALL ON FUNCTION localities.rights_of(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION localities.rights_of(uuid, timestamptz) TO alongside_gateway;

-- Whoever keeps rights in memory forgets them when they change: the holders, or '*' for everybody.
CREATE FUNCTION localities.tell_of_rights() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  holders text;
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    holders := '*';
  ELSIF TG_OP = 'DELETE' THEN
    SELECT CASE WHEN count(*) > 100 OR bool_or(kind <> 'person' AND kind <> 'client') THEN '*' ELSE string_agg(id::text, ',') END
      INTO holders FROM (SELECT DISTINCT holder_kind AS kind, holder_id AS id FROM old_rows) changed;
  ELSIF TG_OP = 'INSERT' THEN
    SELECT CASE WHEN count(*) > 100 OR bool_or(kind <> 'person' AND kind <> 'client') THEN '*' ELSE string_agg(id::text, ',') END
      INTO holders FROM (SELECT DISTINCT holder_kind AS kind, holder_id AS id FROM new_rows) changed;
  ELSE
    SELECT CASE WHEN count(*) > 100 OR bool_or(kind <> 'person' AND kind <> 'client') THEN '*' ELSE string_agg(id::text, ',') END
      INTO holders FROM (SELECT holder_kind AS kind, holder_id AS id FROM new_rows
        UNION SELECT holder_kind, holder_id FROM old_rows) changed;
  END IF;
  IF holders IS NOT NULL THEN PERFORM pg_notify('alongside_rights', holders); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER told_of_new AFTER INSERT ON localities.access_grant
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION localities.tell_of_rights();
CREATE TRIGGER told_of_changed AFTER UPDATE ON localities.access_grant
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION localities.tell_of_rights();
CREATE TRIGGER told_of_gone AFTER DELETE ON localities.access_grant
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION localities.tell_of_rights();
CREATE TRIGGER told_of_all AFTER TRUNCATE ON localities.access_grant
  FOR EACH STATEMENT EXECUTE FUNCTION localities.tell_of_rights();

-- Mergers and localities change what a role reaches, and a login whose it is.
CREATE FUNCTION localities.tell_of_all_rights() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  PERFORM pg_notify('alongside_rights', '*');
  RETURN NULL;
END $$;
CREATE TRIGGER told_of_rights AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON localities.organisation
  FOR EACH STATEMENT EXECUTE FUNCTION localities.tell_of_all_rights();
CREATE TRIGGER told_of_rights AFTER UPDATE OR DELETE OR TRUNCATE ON people.login
  FOR EACH STATEMENT EXECUTE FUNCTION localities.tell_of_all_rights();

-- To whom a login leads, while the log cannot be asked.
CREATE FUNCTION people.login_leads_to(asked_login uuid)
RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$ SELECT person_id FROM people.login WHERE login_id = asked_login $$;
REVOKE ALL ON FUNCTION people.login_leads_to(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people.login_leads_to(uuid) TO alongside_gateway;
