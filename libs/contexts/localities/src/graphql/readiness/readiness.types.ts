import { ArgsType, Extensions, Field, ObjectType } from '@nestjs/graphql';
import { CalendarDate, ReadArgs, Uuid } from '@alongside/graphql-kit';
import type { ItemInPlace } from '../../contracts.js';
import { ReadinessItemStatusEnum } from '../localities.enums.js';

@ObjectType({ description: 'A readiness item that is in place. Public, without its evidence.' })
@Extensions({ class: 'C0' })
export class ReadinessItem {
  @Field(() => Uuid, { description: 'The item: a clause of the framework.' })
  readonly clauseId!: string;

  @Field(() => ReadinessItemStatusEnum, { description: 'How it is in place.' })
  readonly status!: ItemInPlace['status'];

  @Field(() => CalendarDate, { description: 'The first day on which it stands so.' })
  readonly from!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'The last day; null where no end is known.' })
  readonly until!: string | null;

  @Field(() => Uuid, { nullable: true, description: 'Who waived it; null where it is met.' })
  readonly waivedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of whoever waived it; null where it is met or the name is not yours to see.',
  })
  @Extensions({ class: 'C1' })
  readonly waivedByName!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is waived; null where it is met.' })
  readonly reason!: string | null;

  @Field(() => Uuid, { description: 'The fact that says so: what a correction names.' })
  readonly eventId!: string;
}

@ObjectType({
  description: 'What an organisation, or one of its teams, has in place for peer workers on a day. Public.',
})
@Extensions({ class: 'C0' })
export class OrganisationReadiness {
  @Field(() => Uuid, { description: 'The organisation.' })
  readonly organisationId!: string;

  @Field(() => Uuid, { nullable: true, description: 'The team; null for the organisation itself.' })
  readonly teamId!: string | null;

  @Field(() => CalendarDate, { description: 'The day.' })
  readonly on!: string;

  @Field(() => [ReadinessItem], {
    description: 'The items in place, met or waived. What is not listed is not in place.',
  })
  readonly items!: readonly ReadinessItem[];
}

@ArgsType()
export class ReadinessArgs extends ReadArgs {
  @Field(() => Uuid, { description: 'The organisation.' })
  readonly organisationId!: string;

  @Field(() => Uuid, {
    nullable: true,
    description: 'One of its teams, for what that has in place; leave out for the organisation itself.',
  })
  readonly teamId?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The day; today if left out.' })
  readonly on?: string | null;
}
