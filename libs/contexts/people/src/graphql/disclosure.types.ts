import { ArgsType, Extensions, Field, ObjectType } from '@nestjs/graphql';
import { CalendarDate, connectionOf, PageArgs, Uuid } from '@alongside/graphql-kit';
import type { DisclosureArea, DisclosureRole } from '../contracts.js';
import { DisclosureAreaEnum, DisclosureRoleEnum } from './people.enums.js';

@ObjectType({ description: 'What somebody discloses about themselves, to whom, for what and until when.' })
@Extensions({ class: 'C3' })
export class Disclosure {
  @Field(() => Uuid, { description: 'The disclosure.' })
  readonly grantId!: string;

  @Field(() => Uuid, { description: 'The organisation that it is shared with.' })
  readonly sharedWithOrganisationId!: string;

  @Field(() => String, { nullable: true, description: 'Its name today; null where it is not known.' })
  readonly sharedWithOrganisationName!: string | null;

  @Field(() => DisclosureRoleEnum, {
    nullable: true,
    description: 'To whom there; null for all three roles.',
  })
  readonly sharedWithRole!: DisclosureRole | null;

  @Field(() => DisclosureAreaEnum, { description: 'For what it may be used.' })
  readonly area!: DisclosureArea;

  @Field(() => String, {
    nullable: true,
    description: 'What is disclosed, in the person’s words; null once erased.',
  })
  readonly text!: string | null;

  @Field(() => CalendarDate, { description: 'The first day on which it is shared.' })
  readonly from!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'The last day on which it is shared; null until withdrawn. The day before `from` where it was withdrawn on the first day.',
  })
  readonly until!: string | null;

  @Field({ description: 'Whether it is shared today.' })
  readonly inForce!: boolean;
}

export const DisclosureConnection = connectionOf(
  Disclosure,
  'Disclosure',
  'A page of your disclosures, latest first.',
);

@ObjectType({ description: 'What somebody discloses about themselves to a role that you hold.' })
@Extensions({ class: 'C3' })
export class DisclosureToMe {
  @Field(() => Uuid, { description: 'The disclosure.' })
  readonly grantId!: string;

  @Field(() => Uuid, { description: 'Who discloses.' })
  readonly personId!: string;

  @Field(() => String, { nullable: true, description: 'Their name; null where you may not see it.' })
  @Extensions({ class: 'C1' })
  readonly displayName!: string | null;

  @Field(() => Uuid, { description: 'The organisation of yours that it is shared with.' })
  readonly sharedWithOrganisationId!: string;

  @Field(() => DisclosureRoleEnum, {
    nullable: true,
    description: 'To whom there; null for all three roles.',
  })
  readonly sharedWithRole!: DisclosureRole | null;

  @Field(() => DisclosureAreaEnum, { description: 'For what you may use it, and for nothing else.' })
  readonly area!: DisclosureArea;

  @Field(() => String, {
    nullable: true,
    description: 'What is disclosed, in the person’s words; null once erased.',
  })
  readonly text!: string | null;

  @Field(() => CalendarDate, { description: 'The first day on which it is shared.' })
  readonly from!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The last day on which it is shared; null until withdrawn.',
  })
  readonly until!: string | null;
}

export const DisclosureToMeConnection = connectionOf(
  DisclosureToMe,
  'DisclosureToMe',
  'A page of what people disclose to you, latest first.',
);

@ArgsType()
export class DisclosuresToMeArgs extends PageArgs {
  @Field(() => Uuid, { description: 'An organisation in which you hold a role.' })
  readonly organisationId!: string;

  @Field(() => Uuid, { nullable: true, description: 'Only what this person discloses.' })
  readonly personId?: string | null;

  @Field(() => DisclosureAreaEnum, { nullable: true, description: 'Only what may be used for this.' })
  readonly area?: DisclosureArea | null;
}
