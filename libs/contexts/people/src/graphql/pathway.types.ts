import { ArgsType, Extensions, Field, ObjectType } from '@nestjs/graphql';
import { CalendarDate, connectionOf, Instant, PageArgs, Uuid } from '@alongside/graphql-kit';
import type { PathwayStepKind } from '../projections/pathway-steps/pathway-steps.projection.js';
import { PathwayStepKindEnum } from './people.enums.js';

@ObjectType({ description: 'A milestone of a career.' })
@Extensions({ class: 'C2' })
export class PathwayStep {
  @Field(() => Uuid, { description: 'The fact that says so, by event id: what a contest names.' })
  readonly eventId!: string;

  @Field(() => Uuid, { description: 'The person.' })
  readonly personId!: string;

  @Field(() => PathwayStepKindEnum, { description: 'What kind of milestone.' })
  readonly kind!: PathwayStepKind;

  @Field(() => String, {
    nullable: true,
    description: 'Title of the post or course, as published; null where the fact has none.',
  })
  readonly title!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A word that says more: the kind of engagement, why one ended, whether a course was attended or assessed. Null where there is none.',
  })
  readonly detail!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Role family as the framework names it; null where the fact has none.',
  })
  readonly roleFamily!: string | null;

  @Field(() => Uuid, { description: 'The organisation whose record it is.' })
  readonly organisationId!: string;

  @Field(() => String, { nullable: true, description: 'Its name today; null where it is not known.' })
  @Extensions({ class: 'C0' })
  readonly organisationName!: string | null;

  @Field(() => Uuid, { nullable: true, description: 'Where the work is done, if elsewhere.' })
  readonly hostOrganisationId!: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description:
      'The application, engagement, course or agreement that it belongs to; null where there is none.',
  })
  readonly referenceId!: string | null;

  @Field(() => CalendarDate, { description: 'The day on which it came about.' })
  readonly effectiveOn!: string;

  @Field(() => Instant, { description: 'The moment at which it was learnt.' })
  readonly recordedAt!: string;

  @Field(() => Uuid, {
    nullable: true,
    description:
      'The earlier fact that this one stands in for; null where it corrects none that you may see.',
  })
  readonly corrects!: string | null;
}

export const PathwayStepConnection = connectionOf(
  PathwayStep,
  'PathwayStep',
  'A page of a career pathway, earliest milestone first.',
);

@ArgsType()
export class PathwayArgs extends PageArgs {
  @Field(() => Uuid, { nullable: true, description: 'Whose; your own if left out.' })
  readonly personId?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Up to this day; if left out everything, also what is agreed for later.',
  })
  readonly asAt?: string | null;

  @Field(() => Instant, { nullable: true, description: 'As it was known at this moment; now if left out.' })
  readonly asKnownAt?: string | null;
}
