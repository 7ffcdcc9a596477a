import { Extensions, Field, ObjectType } from '@nestjs/graphql';
import { CalendarDate, connectionOf, Uuid } from '@alongside/graphql-kit';
import { TaskEnum } from './boundary.enums.js';

@ObjectType({ description: 'A concern about an engagement, for the people who may see it and nobody else.' })
@Extensions({ class: 'C3' })
export class Concern {
  @Field(() => Uuid, { description: 'The concern.' })
  readonly concernId!: string;

  @Field(() => Uuid, { description: 'The engagement that it is about.' })
  readonly engagementId!: string;

  @Field(() => TaskEnum, { nullable: true, description: 'The task; null where it is about the role.' })
  readonly task!: string | null;

  @Field(() => Uuid, { description: 'Who raised it.' })
  readonly raisedBy!: string;

  @Field(() => CalendarDate, { description: 'When.' })
  readonly raisedOn!: string;

  @Field(() => String, { nullable: true, description: 'What it says; null once erased.' })
  readonly text!: string | null;

  @Field(() => [Uuid], { description: 'The people who may see it, whoever raised it among them.' })
  readonly visibleTo!: readonly string[];

  @Field(() => Uuid, { nullable: true, description: 'Who resolved it; null while it is open.' })
  readonly resolvedBy!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'When; null while it is open.' })
  readonly resolvedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What came of it; null while it is open, or once erased.',
  })
  readonly outcome!: string | null;
}

export const ConcernConnection = connectionOf(Concern, 'Concern', 'A page of concerns, latest first.');
