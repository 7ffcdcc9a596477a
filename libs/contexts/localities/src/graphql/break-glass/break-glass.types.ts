import { ArgsType, Extensions, Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, Instant, PageArgs, Uuid } from '@alongside/graphql-kit';
import type { BreakGlassClass } from '../../contracts.js';
import { BreakGlassClassEnum, BreakGlassStatusEnum, type BreakGlassStatus } from './break-glass.enums.js';

@ObjectType({
  description:
    'An operator’s request to read, in an emergency, what operators never read; and what became of it.',
})
@Extensions({ class: 'C2' })
export class BreakGlass {
  @Field(() => Uuid, {
    description: 'The break-glass. The operator sends it as `Break-Glass` header with what is read under it.',
  })
  readonly breakGlassId!: string;

  @Field(() => Uuid, { description: 'The operator who asked, and who alone may read under it.' })
  readonly requestedBy!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Their name; null once erased, and where it is not yours to see.',
  })
  readonly requestedByName!: string | null;

  @Field(() => Uuid, { description: 'The organisation whose records are meant.' })
  readonly organisationId!: string;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The one person whose records are meant; null: everybody’s in the organisation.',
  })
  readonly personId!: string | null;

  @Field(() => [BreakGlassClassEnum], { description: 'What is asked for, or was opened.' })
  readonly classes!: readonly BreakGlassClass[];

  @Field(() => String, { nullable: true, description: 'Why, in the operator’s words; null once erased.' })
  readonly reason!: string | null;

  @Field(() => Int, { description: 'For how many hours from the approval.' })
  readonly hours!: number;

  @Field(() => BreakGlassStatusEnum, { description: 'What became of it.' })
  readonly status!: BreakGlassStatus;

  @Field(() => Instant, { description: 'When it was asked for.' })
  readonly requestedAt!: string;

  @Field(() => Instant, { description: 'Until when it could be answered: 24 hours after it was asked for.' })
  readonly answerBy!: string;

  @Field(() => Uuid, {
    nullable: true,
    description: 'Who approved or refused it; null while nobody has.',
  })
  readonly decidedBy!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'From when records were open; null where they never were.',
  })
  readonly from!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'Until before when: its end, once it was ended; null where records never were open.',
  })
  readonly until!: string | null;

  @Field(() => Boolean, { description: 'Whether records can be read under it now.' })
  readonly isOpen!: boolean;
}

export const BreakGlassConnection = connectionOf(
  BreakGlass,
  'BreakGlass',
  'A page of requests to break the glass, latest first.',
);

@ArgsType()
export class BreakGlassesArgs extends PageArgs {
  @Field(() => Uuid, { nullable: true, description: 'Only those about this organisation’s records.' })
  readonly organisationId?: string | null;

  @Field(() => BreakGlassStatusEnum, { nullable: true, description: 'Only those of which this became.' })
  readonly status?: BreakGlassStatus | null;
}
