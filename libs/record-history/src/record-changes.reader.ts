import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS } from '@alongside/application';
import { readableOrganisations, type Acting, type Area } from '@alongside/identity';
import { BEGINNING, type Position } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import { kindsOfPart, type RecordChange, type RecordPart } from './record-changes.types.js';

const moved = `SELECT kind, moved_to AS "movedTo" FROM history.moved_since($1::uuid, $2) ORDER BY kind`;
const standing = `SELECT position FROM runtime.feed WHERE name = 'projections'`;

/** The areas in which agreements share records. */
const sharedAreas: readonly Area[] = ['training', 'employment', 'supervision', 'boundaries'];

/** Whether the reader may read anything of the organisation's record; of their own everybody may. */
export const mayHearOf = ({ scope }: Acting, organisationId: Uuid | null): boolean =>
  organisationId === null
    ? scope.person !== null
    : sharedAreas.some((area) => readableOrganisations(scope, area, 'C2').includes(organisationId));

@Injectable()
export class RecordChangesReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  /** Where the read models stand. */
  async position(): Promise<Position> {
    const { rows } = await this.readModels.pool.query<{ position: Position }>(standing);
    return rows[0]?.position ?? BEGINNING;
  }

  /** What has moved since; null where nothing has. */
  async since({ scope }: Acting, organisationId: Uuid | null, after: Position): Promise<RecordChange | null> {
    const rows = await this.readModels.query<{ kind: string; movedTo: Position }>(scope, {
      name: 'history.moved_since',
      text: moved,
      values: [organisationId, after],
    });
    const parts = (Object.keys(kindsOfPart) as RecordPart[]).filter((part) =>
      rows.some(({ kind }) => (kindsOfPart[part] as readonly string[]).includes(kind)),
    );
    if (parts.length === 0) return null;
    return {
      position: rows
        .map(({ movedTo }) => movedTo)
        .toSorted()
        .at(-1)!,
      parts,
    };
  }
}
