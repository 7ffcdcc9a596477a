import { ArgsType, Extensions, Field, ObjectType } from '@nestjs/graphql';
import { enumOf, Position, Uuid } from '@alongside/graphql-kit';

/** The parts of a record that can move, and the kinds of streams that each is told by. */
export const kindsOfPart = {
  people: ['person', 'invitation', 'private'],
  recruitment: ['vacancy', 'application'],
  training: ['training', 'cohort', 'course'],
  employment: ['post', 'engagement'],
  supervision: ['supervision'],
  boundaries: ['boundary', 'concern'],
  partners: [
    'organisation',
    'team',
    'membership',
    'agreement',
    'integrationclient',
    'breakglass',
    'adoption',
  ],
} as const satisfies Record<string, readonly string[]>;
export type RecordPart = keyof typeof kindsOfPart;

export const RecordPartEnum = enumOf<RecordPart>(
  'RecordPart',
  {
    people: 'Who people are, and what they share.',
    recruitment: 'Vacancies and applications.',
    training: 'Courses, cohorts and what people have learnt.',
    employment: 'Posts and engagements.',
    supervision: 'Supervision.',
    boundaries: 'Role boundaries and concerns.',
    partners: 'The organisation itself: teams, roles, agreements, readiness.',
  },
  'A part of an organisation’s record.',
);

@ObjectType({
  description:
    'The record has moved: something was recorded in these parts. It says that, never what; ask the lists again with `atLeast: position`.',
})
@Extensions({ class: 'C0' })
export class RecordChange {
  @Field(() => Position, {
    description: 'Where the record stands. Also what `after` takes, to go on from here.',
  })
  readonly position!: string;

  @Field(() => [RecordPartEnum], { description: 'The parts in which something was recorded, each once.' })
  readonly parts!: readonly RecordPart[];
}

@ArgsType()
export class RecordChangesArgs {
  @Field(() => Uuid, {
    nullable: true,
    description:
      'An organisation whose record you may read, by your role there or by an agreement. Leave out to hear of what is recorded about yourself.',
  })
  readonly organisationId?: string | null;

  @Field(() => Position, {
    nullable: true,
    description:
      'Only what was recorded after this position, such as the last that you saw; if left out, from now on.',
  })
  readonly after?: string | null;
}
