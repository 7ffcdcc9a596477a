import { ArgsType, Extensions, Field, Int, ObjectType } from '@nestjs/graphql';
import { CalendarDate, connectionOf, Instant, JsonValue, PageArgs, Uuid } from '@alongside/graphql-kit';
import type { DeviationDirection } from '../contracts.js';
import { DirectionEnum } from './framework.enums.js';

@ObjectType({
  description: 'That an organisation holds itself to a version of a framework, on the day asked for.',
})
@Extensions({ class: 'C0' })
export class Adoption {
  @Field(() => Uuid, {
    description:
      'The adoption: one for an organisation and a framework, whatever versions it adopts in turn.',
  })
  readonly adoptionId!: string;

  @Field(() => Uuid, { description: 'The framework.' })
  readonly frameworkId!: string;

  @Field(() => Uuid, { description: 'The organisation.' })
  readonly organisationId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The organisation’s name; null until it is known here.',
  })
  readonly organisationName!: string | null;

  @Field(() => Uuid, { description: 'The version adopted.' })
  readonly versionId!: string;

  @Field(() => Int, { description: 'Its number in the framework.' })
  readonly versionNumber!: number;

  @Field(() => CalendarDate, { description: 'From when this version is adopted.' })
  readonly from!: string;

  @Field(() => Uuid, { description: 'The fact that says so: what a correction names.' })
  readonly adoptedEventId!: string;

  readonly asAt!: string;
  readonly asKnownAt!: string;
}

export const AdoptionConnection = connectionOf(
  Adoption,
  'Adoption',
  'A page of adoptions, by the organisation’s name.',
);

@ArgsType()
export class AdoptionsArgs extends PageArgs {
  @Field(() => Uuid, {
    nullable: true,
    description: 'Only of this organisation. Give this, `frameworkId`, or both.',
  })
  readonly organisationId?: string | null;

  @Field(() => Uuid, { nullable: true, description: 'Only of this framework.' })
  readonly frameworkId?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'As it was true on this day; today if left out.',
  })
  readonly asAt?: string | null;

  @Field(() => Instant, { nullable: true, description: 'As it was known at this moment; now if left out.' })
  readonly asKnownAt?: string | null;
}

@ObjectType({ description: 'A declared difference from one clause of the adopted version. Public.' })
@Extensions({ class: 'C0' })
export class Deviation {
  @Field(() => Uuid, { description: 'The deviation.' })
  readonly deviationId!: string;

  @Field(() => Uuid, { description: 'The clause.' })
  readonly clauseId!: string;

  @Field(() => DirectionEnum, { description: 'In which direction.' })
  readonly direction!: DeviationDirection;

  @Field(() => String, { description: 'Why.' })
  readonly reason!: string;

  @Field(() => JsonValue, {
    description: 'What the organisation follows instead. `Clause.rule` says the shapes.',
  })
  readonly rule!: unknown;

  @Field(() => CalendarDate, { description: 'The first day on which it holds.' })
  readonly from!: string;

  @Field(() => CalendarDate, { description: 'The last day on which it holds, unless withdrawn before.' })
  readonly expiresOn!: string;

  @Field(() => Uuid, { description: 'The fact that says so: what a correction names.' })
  readonly declaredEventId!: string;
}

export const DeviationConnection = connectionOf(
  Deviation,
  'Deviation',
  'A page of the deviations that hold, the first to expire first.',
);
