import { Inject, Injectable, Logger } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import { READ_MODELS, type Act } from '@alongside/application';
import type { ReadModels } from '@alongside/read-models';
import type { AccessEntry } from './entry.js';

/** That something is read could not be written down, and so it is not shown. */
export class NotLogged extends GraphQLError {
  constructor() {
    super(
      'This cannot be shown at the moment: that it is read could not be written down. Ask again in a while.',
      { extensions: { code: 'UNAVAILABLE' } },
    );
  }
}

/** Who reads, and in which request. */
export type Reading = Pick<Act, 'actor' | 'correlation'>;

// A database that is told to acknowledge before it has written is told otherwise for this one transaction.
const text = `
  WITH durable AS MATERIALIZED (
    SELECT CASE current_setting('synchronous_commit') WHEN 'off' THEN set_config('synchronous_commit', 'on', true) END AS done
  )
  INSERT INTO access_log.entry (reader_id, reader_kind, correlation, role, organisation_id, on_behalf_of, person_id, class,
    what, purpose, basis, basis_id)
  SELECT $1::uuid, $2, $3::uuid, e.*
  FROM unnest($4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::text[], $11::text[], $12::uuid[]) e,
    durable
  WHERE durable.done IS DISTINCT FROM 'off'`;

const distinct = (entries: readonly AccessEntry[]): readonly AccessEntry[] => [
  ...new Map(
    entries.map((entry) => {
      const {
        class: dataClass,
        what,
        person,
        organisation,
        basis,
        basisId,
        role,
        onBehalfOf,
        purpose,
      } = entry;
      const key = [dataClass, what, person, organisation, basis, basisId, role, onBehalfOf, purpose];
      return [JSON.stringify(key), entry] as const;
    }),
  ).values(),
];

/** The book of who read whose sensitive values. It is only ever added to. */
@Injectable()
export class AccessLog {
  private readonly logger = new Logger(AccessLog.name);

  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  /**
   * Writes all entries at once, the same ones once. Once this resolves they are on disk, and what was read may be shown.
   * @throws NotLogged, after which nothing of it may be shown
   */
  async write({ actor, correlation }: Reading, entries: readonly AccessEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const rows = distinct(entries);
    const columns = [
      rows.map(({ role }) => role),
      rows.map(({ organisation }) => organisation),
      rows.map(({ onBehalfOf }) => onBehalfOf),
      rows.map(({ person }) => person),
      rows.map((row) => row.class),
      rows.map(({ what }) => what),
      rows.map(({ purpose }) => purpose),
      rows.map(({ basis }) => basis),
      rows.map(({ basisId }) => basisId),
    ];
    try {
      await this.readModels.pool.query({
        name: 'access_log.write',
        text,
        values: [actor.id, actor.kind, correlation, ...columns],
      });
    } catch (error) {
      this.logger.error(error);
      throw new NotLogged();
    }
  }
}
