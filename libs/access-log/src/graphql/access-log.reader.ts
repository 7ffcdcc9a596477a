import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page } from '@alongside/graphql-kit';
import { organisationsOf } from '@alongside/identity';
import type { ReadModels } from '@alongside/read-models';
import type { AccessLogArgs, AccessLogEntry, MyAccessLogArgs, OwnAccess } from './access-log.types.js';
import { groundsInWords, inWords, whatInWords, whoInWords, type Told } from './in-words.js';

const mine = `
  SELECT e.entry_id::text AS "entryId", e.read_at AS "readAt", e.reader_kind AS "readerKind",
    n.display_name AS "readerName", e.role, b.name AS "behalfName", o.name AS "organisationName",
    e.organisation_id AS "organisationId", e.what, e.purpose, e.basis, e.basis_id AS "basisId", e.class AS "dataClass"
  FROM access_log.entry e
  LEFT JOIN people.name_card n ON n.person_id = e.reader_id
  LEFT JOIN localities.organisation o ON o.organisation_id = e.organisation_id
  LEFT JOIN localities.organisation b ON b.organisation_id = e.on_behalf_of
  WHERE e.person_id = $1 AND ($2 OR e.basis <> 'self') AND ($3::bigint IS NULL OR e.entry_id < $3)
  ORDER BY e.entry_id DESC LIMIT $4`;

interface OwnRow extends Told, Pick<OwnAccess, 'entryId' | 'organisationId' | 'basisId' | 'dataClass'> {}

/** Each of the two columns has an index of its own to read backwards. */
const where = (column: 'organisation_id' | 'on_behalf_of'): string => `
  SELECT * FROM access_log.entry
  WHERE ${column} = $1 AND $1::uuid = ANY ($2::uuid[]) AND basis <> 'self'
    AND ($3::uuid IS NULL OR person_id = $3)
    AND ($4::date IS NULL OR read_at >= $4::date::timestamp AT TIME ZONE 'Europe/London')
    AND ($5::date IS NULL OR read_at < ($5::date + 1)::timestamp AT TIME ZONE 'Europe/London')
    AND ($6::bigint IS NULL OR entry_id < $6)
  ORDER BY entry_id DESC LIMIT $7`;

const audited = `
  WITH found AS ((${where('organisation_id')}) UNION (${where('on_behalf_of')}))
  SELECT e.entry_id::text AS "entryId", e.read_at AS "readAt", e.reader_id AS "readerId", e.reader_kind AS "readerKind",
    r.display_name AS "readerName", e.role, e.on_behalf_of AS "onBehalfOf", e.organisation_id AS "organisationId",
    e.person_id AS "personId", p.display_name AS "personName", e.class AS "dataClass", e.what AS kind, e.purpose, e.basis,
    e.basis_id AS "basisId"
  FROM found e
  LEFT JOIN people.name_card r ON r.person_id = e.reader_id
  LEFT JOIN people.name_card p ON p.person_id = e.person_id
  ORDER BY e.entry_id DESC LIMIT $7`;

/** Who read what: for the person whom it is about, and for who audits. */
@Injectable()
export class AccessLogReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  /** Nothing for a client, who is nobody. */
  async mine({ scope }: Act, args: MyAccessLogArgs): Promise<Page<OwnAccess>> {
    const first = checkedFirst(args.first);
    const [before] = decodeCursor(args.after, 1) ?? [null];
    const rows = await this.readModels.query<OwnRow & object>(scope, {
      name: 'access_log.mine',
      text: mine,
      values: [scope.person, args.includeOwn ?? false, before, first + 1],
    });
    return pageOf(
      rows,
      first,
      ({ entryId }) => [entryId],
      (row) => ({
        ...row,
        who: whoInWords(row),
        what: whatInWords(row),
        kind: row.what,
        why: row.purpose,
        grounds: groundsInWords(row),
        inWords: inWords(row),
      }),
    );
  }

  async audited({ scope, actor }: Act, args: AccessLogArgs): Promise<Page<AccessLogEntry>> {
    const first = checkedFirst(args.first);
    const [before] = decodeCursor(args.after, 1) ?? [null];
    const rows = await this.readModels.query<AccessLogEntry>(scope, {
      name: 'access_log.audited',
      text: audited,
      values: [
        args.organisationId,
        organisationsOf(actor, 'auditor'),
        args.personId ?? null,
        args.from ?? null,
        args.to ?? null,
        before,
        first + 1,
      ],
    });
    return pageOf(
      rows,
      first,
      ({ entryId }) => [entryId],
      (row) => row,
    );
  }
}
