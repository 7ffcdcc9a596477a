import { ArgsType, Extensions, Field, ObjectType } from '@nestjs/graphql';
import {
  CalendarDate,
  connectionOf,
  CorrectionReasonEnum,
  Instant,
  JsonValue,
  PageArgs,
  Uuid,
} from '@alongside/graphql-kit';
import type { CorrectionReason } from '@alongside/kernel';

@ObjectType({ description: 'A fact of the record: what was recorded, by whom, when, and what became of it.' })
@Extensions({ class: 'C2' })
export class HistoryEntry {
  @Field(() => Uuid, { description: 'The fact, by event id: what a correction or a contest names.' })
  readonly eventId!: string;

  @Field({ description: 'The kind of fact, as a word in the past tense, such as `PostBanded`.' })
  readonly type!: string;

  @Field({ description: 'The record that it is a fact of, as kind and id, such as `post-…`.' })
  readonly stream!: string;

  @Field(() => CalendarDate, { description: 'The day from which it is true.' })
  readonly effectiveOn!: string;

  @Field(() => Instant, { description: 'The moment at which it was learnt.' })
  readonly recordedAt!: string;

  @Field(() => Uuid, {
    description: 'The person or client that recorded it; all zeros for the program itself.',
  })
  readonly recordedBy!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The name of whoever recorded it, where you may see it.',
  })
  @Extensions({ class: 'C1' })
  readonly recordedByName!: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The organisation that answers for the fact; null where a locality does.',
  })
  readonly organisationId!: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The earlier fact that this one stands in for.' })
  readonly corrects!: string | null;

  @Field(() => CorrectionReasonEnum, { nullable: true, description: 'Why the earlier fact was wrong.' })
  readonly correctionReason!: CorrectionReason | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The later fact that stands in for this one. It was believed until then.',
  })
  readonly correctedBy!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'Until when it was believed; null where it still is.',
  })
  readonly correctedAt!: string | null;

  @Field(() => JsonValue, {
    description:
      'What was recorded, field by field. A personal value is `{ "sealed": class }` where it is not shown here, and `{ "erased": true }` where it was erased.',
  })
  readonly data!: unknown;
}

export const HistoryConnection = connectionOf(
  HistoryEntry,
  'History',
  'A page of the history of one record, oldest fact first.',
);

@ArgsType()
export class HistoryArgs extends PageArgs {
  @Field(() => Uuid, {
    description: 'The record: a post, an engagement, an application, a person, a version, or any other.',
  })
  readonly recordId!: string;
}
