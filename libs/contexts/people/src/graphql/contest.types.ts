import { ArgsType, Extensions, Field, ObjectType } from '@nestjs/graphql';
import { CalendarDate, connectionOf, PageArgs, Uuid } from '@alongside/graphql-kit';
import type { ContestOutcome } from '../contracts.js';
import { ContestOutcomeEnum } from './people.enums.js';

@ObjectType({
  description: 'A recorded fact that the person concerned says is wrong, and what was answered.',
})
@Extensions({ class: 'C2' })
export class Contest {
  @Field(() => Uuid, { description: 'The contest.' })
  readonly contestId!: string;

  @Field(() => Uuid, { description: 'The person concerned.' })
  readonly personId!: string;

  @Field(() => String, { nullable: true, description: 'Their name, where you may see it; null once erased.' })
  @Extensions({ class: 'C1' })
  readonly displayName!: string | null;

  @Field(() => Uuid, { description: 'The contested fact, by event id.' })
  readonly eventId!: string;

  @Field(() => Uuid, { description: 'The organisation whose record it is, and which must answer.' })
  readonly heldBy!: string;

  @Field(() => String, { nullable: true, description: 'Its name today; null where it is not known.' })
  @Extensions({ class: 'C0' })
  readonly heldByName!: string | null;

  @Field(() => CalendarDate, { description: 'The day on which the person said so.' })
  readonly contestedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What is wrong, in the person’s words; null once erased.',
  })
  readonly statement!: string | null;

  @Field(() => ContestOutcomeEnum, {
    nullable: true,
    description: 'What became of the fact; null while there is no answer.',
  })
  readonly outcome!: ContestOutcome | null;

  @Field(() => String, {
    nullable: true,
    description: 'The answer; null while there is none, and once erased.',
  })
  readonly answer!: string | null;

  @Field(() => Uuid, { nullable: true, description: 'Who answered; null while nobody has.' })
  readonly answeredBy!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day of the answer; null while there is none.',
  })
  readonly answeredOn!: string | null;
}

export const ContestConnection = connectionOf(Contest, 'Contest', 'A page of contested facts, latest first.');

@ArgsType()
export class ContestsArgs extends PageArgs {
  @Field(() => Uuid, {
    nullable: true,
    description: 'Only of this person; if left out your own, and those that your organisations must answer.',
  })
  readonly personId?: string | null;
}
