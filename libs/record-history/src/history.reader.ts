import { Inject, Injectable } from '@nestjs/common';
import { LoggedOpener } from '@alongside/access-log';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page } from '@alongside/graphql-kit';
import { mayRead, organisationsOf } from '@alongside/identity';
import { isErased, isSealed, type Json, type SealedValue } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import type { HistoryArgs, HistoryEntry } from './history.types.js';

interface Row extends HistoryEntry {
  readonly position: string;
  readonly subjectId: string | null;
  readonly data: Readonly<Record<string, Json>>;
}

/** Kinds of streams that a record's id may name. */
const kinds = [
  'locality', 'organisation', 'membership', 'framework', 'version', 'adoption', 'person', 'private', 'vacancy',
  'application', 'invitation', 'team', 'agreement', 'breakglass', 'integrationclient', 'course', 'cohort', 'training', 'post', 'engagement', 'payscale', 'supervision', 'boundary', 'concern',
]; // prettier-ignore

const text = `
  SELECT f.event_id AS "eventId", f.type, f.stream, f.effective_on AS "effectiveOn", f.recorded_at AS "recordedAt",
    f.actor_id AS "recordedBy", n.display_name AS "recordedByName", f.organisation_id AS "organisationId",
    f.subject_id AS "subjectId", f.corrects, f.correction_reason AS "correctionReason",
    f.corrected_by AS "correctedBy", f.corrected_at AS "correctedAt", f.data, f.position
  FROM history.fact f LEFT JOIN people.name_card n ON n.person_id = f.actor_id
  WHERE f.stream = ANY ($1::text[]) AND ($2::text IS NULL OR f.position > $2)
    AND (f.subject_id IS NULL OR f.subject_id = $4::uuid OR NOT f.subject_id = ANY ($5::uuid[])
      OR f.organisation_id = ANY ($6::uuid[]))
  ORDER BY f.position LIMIT $3`;

/** The classes that history opens. What is more sensitive is read where each such reading is recorded. */
const opened = ['C1', 'C2'] as const;

@Injectable()
export class HistoryReader {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly opener: LoggedOpener,
  ) {}

  async history(act: Act, args: HistoryArgs): Promise<Page<HistoryEntry>> {
    const first = checkedFirst(args.first);
    const [after] = decodeCursor(args.after, 1) ?? [null];
    const { actor, scope } = act;
    // Who supervises somebody learns nothing from that of what others have on record of them, or what is theirs alone.
    const supervising = [...scope.organisations.C2, ...organisationsOf(actor, 'supervisor')];
    const rows = await this.readModels.query<Row>(scope, {
      name: 'history.of',
      text,
      values: [
        kinds.map((kind) => `${kind}-${args.recordId}`),
        after,
        first + 1,
        scope.person,
        scope.people.C2,
        supervising,
      ],
    });
    const shown = await Promise.all(rows.map(async (row) => ({ ...row, data: await this.shown(act, row) })));
    return pageOf(
      shown,
      first,
      (row) => [row.position],
      (row) => row,
    );
  }

  private async shown(act: Act, row: Row): Promise<Readonly<Record<string, unknown>>> {
    const target = {
      ...(row.organisationId ? { organisations: [row.organisationId] } : {}),
      ...(row.subjectId ? { person: row.subjectId } : {}),
    };
    const about = { what: 'history', person: row.subjectId, organisation: row.organisationId };
    const show = async (value: Json | SealedValue): Promise<unknown> => {
      if (!isSealed(value)) return value;
      const readable =
        opened.some((dataClass) => dataClass === value.class) && mayRead(act.actor, value.class, target);
      if (!readable) return { sealed: value.class };
      const [plain] = await this.opener.open(act, [{ about: { ...about, class: value.class }, value }]);
      return isErased(plain) ? { erased: true } : plain;
    };
    const entries = await Promise.all(
      Object.entries(row.data).map(async ([field, value]) => [field, await show(value)] as const),
    );
    return Object.fromEntries(entries);
  }
}
