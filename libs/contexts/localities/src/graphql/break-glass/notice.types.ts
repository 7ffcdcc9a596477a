import { Extensions, Field, ObjectType } from '@nestjs/graphql';
import { connectionOf, Instant, Uuid } from '@alongside/graphql-kit';
import type { BreakGlassClass } from '../../contracts.js';
import { BreakGlassClassEnum } from './break-glass.enums.js';

@ObjectType({ description: 'That your records were open to an operator in an emergency.' })
@Extensions({ class: 'C2' })
export class Notice {
  @Field(() => Uuid, { description: 'The break-glass.' })
  readonly breakGlassId!: string;

  @Field(() => Uuid, { description: 'The operator who asked.' })
  readonly requestedBy!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Their name; null once erased, and where it is not yours to see.',
  })
  readonly requestedByName!: string | null;

  @Field(() => Uuid, { description: 'The organisation whose records were opened.' })
  readonly organisationId!: string;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  readonly organisationName!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether you were named. If not, everybody’s records were opened, and something of yours was read.',
  })
  readonly namedYou!: boolean;

  @Field(() => [BreakGlassClassEnum], { description: 'What was opened.' })
  readonly classes!: readonly BreakGlassClass[];

  @Field(() => String, { nullable: true, description: 'Why, in the operator’s own words; null once erased.' })
  readonly reason!: string | null;

  @Field(() => Instant, { description: 'From when.' })
  readonly from!: string;

  @Field(() => Instant, { description: 'Until before when. Later than now while it is open.' })
  readonly until!: string;

  @Field(() => Boolean, {
    description: 'Whether the log of who looked has something of yours that was read under it.',
  })
  readonly wasRead!: boolean;

  @Field(() => String, { description: 'All of this in plain sentences, with times in the United Kingdom.' })
  readonly inWords!: string;
}

export const NoticeConnection = connectionOf(Notice, 'Notice', 'A page of notices, latest first.');
