import { ArgsType, Extensions, Field, ObjectType } from '@nestjs/graphql';
import {
  CalendarDate,
  connectionOf,
  enumOf,
  Instant,
  PageArgs,
  RoleEnum,
  Uuid,
} from '@alongside/graphql-kit';
import type { Role } from '../../contracts.js';
import type { Ground } from './ground-in-words.js';

export const AccessGroundEnum = enumOf<Ground['basis']>(
  'AccessGround',
  {
    role: 'A role in the organisation.',
    delegation: 'A role that its holder has lent for a time.',
    assignment: 'Supervising somebody.',
    agreement: 'A data-sharing agreement between organisations.',
    disclosure: 'What the person themselves disclosed.',
    passport: 'The training passport that the person themselves shared.',
    integration: 'The organisation’s own system.',
    breakGlass: 'An emergency, with a second person’s consent, for hours.',
    engagement: 'The person works there.',
    application: 'The person applied there.',
  },
  'On what somebody’s access to records rests.',
);

@ObjectType({
  description: 'Somebody who can see records, and why: with the facts of the record that decided it.',
})
@Extensions({ class: 'C2' })
export class AccessHeld {
  @Field(() => AccessGroundEnum, { description: 'On what the access rests.' })
  readonly ground!: Ground['basis'];

  @Field(() => String, { description: 'Who, and why, in one sentence.' })
  readonly inWords!: string;

  @Field(() => String, {
    description: '`person`, `client`, `organisation`, or `locality`: what `holderId` is an id of.',
  })
  readonly holderKind!: string;

  @Field(() => Uuid, {
    nullable: true,
    description: 'Who can see. Of an organisation or a locality: everybody with the role there.',
  })
  readonly holderId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Their name, where it is yours to see.',
  })
  @Extensions({ class: 'C1' })
  readonly holderName!: string | null;

  @Field(() => RoleEnum, { nullable: true, description: 'The role that is held, or must be held there.' })
  readonly role!: Role | null;

  @Field(() => Uuid, { nullable: true, description: 'Whose records are seen.' })
  readonly organisationId!: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The one person whose records are seen; null where it is everybody’s in the organisation.',
  })
  readonly personId!: string | null;

  @Field(() => [String], {
    description: 'The areas of records that are seen; empty: all that the role sees.',
  })
  readonly areas!: readonly string[];

  @Field(() => [String], {
    description: 'The classes of data, C0 to C4, that are seen; empty: those of the role.',
  })
  readonly classes!: readonly string[];

  @Field(() => CalendarDate, { nullable: true, description: 'The first day.' })
  readonly from!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The last day; null until it is ended.' })
  readonly until!: string | null;

  @Field(() => Instant, { nullable: true, description: 'Of a break-glass: the moment at which it closes.' })
  readonly untilAt!: string | null;

  @Field(() => [Uuid], {
    description: 'The facts that decided it, in order, by event id: `history` tells who recorded them.',
  })
  readonly eventIds!: readonly string[];
}

export const AccessHeldConnection = connectionOf(
  AccessHeld,
  'AccessHeld',
  'A page of those who can see records, by ground and name.',
);

@ArgsType()
export class AccessReviewArgs extends PageArgs {
  @Field(() => Uuid, { description: 'The organisation whose records are asked about.' })
  readonly organisationId!: string;

  @Field(() => Uuid, {
    nullable: true,
    description:
      'One of its teams: of those who supervise, only those who supervise somebody in a post of the team.',
  })
  readonly teamId?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The day asked about; today if left out.' })
  readonly on?: string | null;
}
