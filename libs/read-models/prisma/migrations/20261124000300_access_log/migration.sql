-- AlterTable
ALTER TABLE "access_log"."entry" ADD COLUMN     "on_behalf_of" UUID;

-- CreateIndex
CREATE INDEX "entry_on_behalf_of_entry_id_idx" ON "access_log"."entry"("on_behalf_of", "entry_id");

-- The gateway adds entries and says neither their number nor their moment. Nobody but the owner changes or removes one.
GRANT USAGE ON SCHEMA access_log TO alongside_gateway;
GRANT INSERT (reader_id, reader_kind, role, organisation_id, on_behalf_of, person_id, class, what, purpose, basis, basis_id,
  correlation), SELECT ON access_log.entry TO alongside_gateway;
GRANT USAGE ON SEQUENCE access_log.entry_entry_id_seq TO alongside_gateway;

ALTER TABLE access_log.entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_log.entry FORCE ROW LEVEL SECURITY;
CREATE POLICY alongside_write ON access_log.entry FOR INSERT TO alongside_gateway WITH CHECK (true);
-- One's own, and for auditors what concerns their organisations, but not what people read of themselves.
CREATE POLICY alongside_read ON access_log.entry FOR SELECT TO alongside_gateway USING (
  person_id = (SELECT nullif(current_setting('alongside.person', true), '')::uuid)
  OR (basis <> 'self' AND (
    organisation_id = ANY ((SELECT string_to_array(current_setting('alongside.audits', true), ',')::uuid[])::uuid[])
    OR on_behalf_of = ANY ((SELECT string_to_array(current_setting('alongside.audits', true), ',')::uuid[])::uuid[]))));
CREATE POLICY alongside_keep ON access_log.entry TO alongside_owner USING (true) WITH CHECK (true);
