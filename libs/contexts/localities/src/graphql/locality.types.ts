import { ArgsType, Extensions, Field, ObjectType } from '@nestjs/graphql';
import { CalendarDate, connectionOf, PageArgs, ReadArgs, Uuid } from '@alongside/graphql-kit';

@ObjectType({ description: 'Organisations that share one framework for peer work. Public.' })
@Extensions({ class: 'C0' })
export class Locality {
  @Field(() => Uuid, { description: 'The locality.' })
  readonly localityId!: string;

  @Field(() => String, { description: 'The name by which it is known.' })
  readonly name!: string;

  @Field(() => CalendarDate, { description: 'Its first day.' })
  readonly establishedOn!: string;

  @Field(() => Uuid, {
    description:
      'The organisation that hosts it today, and answers for what people enter by themselves; the first host where the locality begins later.',
  })
  readonly hostOrganisationId!: string;
}

export const LocalityConnection = connectionOf(Locality, 'Locality', 'A page of localities, by name.');

@ArgsType()
export class LocalitiesArgs extends PageArgs {}

@ArgsType()
export class LocalityArgs extends ReadArgs {
  @Field(() => Uuid, { description: 'The locality.' })
  readonly localityId!: string;
}
