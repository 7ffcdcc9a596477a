import type { CalendarDate, Uuid } from '@alongside/kernel';
import { emptyScope } from '@alongside/postgres';
import type { ReadModels } from '@alongside/read-models';

// Where several organisations held a code, the one that is open and holds it; else the last.
const codes = `
  SELECT DISTINCT ON (i.value) i.value AS code, i.organisation_id AS "organisationId"
  FROM localities.organisation_identifier i JOIN localities.organisation o USING (organisation_id)
  WHERE i.system = 'ods'
  ORDER BY i.value, (o.closed_on IS NULL OR o.closed_on > $1::date) DESC,
    (i.from_on <= $1::date AND (i.to_on IS NULL OR i.to_on > $1::date)) DESC, i.from_on DESC, i.organisation_id`;

/** The registered organisation of each ODS code, as read models know them. */
export const registeredCodes = async (
  readModels: Pick<ReadModels, 'query'>,
  on: CalendarDate,
): Promise<ReadonlyMap<string, Uuid>> => {
  const rows = await readModels.query<{ readonly code: string; readonly organisationId: Uuid }>(emptyScope, {
    name: 'localities.registered_codes',
    text: codes,
    values: [on],
  });
  return new Map(rows.map(({ code, organisationId }) => [code, organisationId]));
};
