import { Extensions, Field, ObjectType } from '@nestjs/graphql';
import { CalendarDate, connectionOf, Uuid } from '@alongside/graphql-kit';

@ObjectType({ description: 'Somebody who operates the installation for a time.' })
@Extensions({ class: 'C1' })
export class Operator {
  @Field(() => Uuid, { description: 'Who: what `dismissOperator` takes.' })
  readonly personId!: string;

  @Field(() => Uuid, { description: 'The appointment, by event id: what a correction names.' })
  readonly appointmentId!: string;

  @Field(() => CalendarDate, { description: 'The first day.' })
  readonly from!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'The last day; null until it is ended.' })
  readonly until!: string | null;
}

export const OperatorConnection = connectionOf(
  Operator,
  'Operator',
  'A page of operators, in the order of their first days.',
);
