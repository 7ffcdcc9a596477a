import { Field, InputType } from '@nestjs/graphql';
import { CalendarDate, CommandInput, LongText, Uuid } from '@alongside/graphql-kit';
import { TaskEnum } from './boundary.enums.js';
import { OnBoundaryInput } from './boundary.inputs.js';

@InputType({ description: 'A concern about an engagement. Whoever raises it says who may see it.' })
export class RaiseConcernInput extends OnBoundaryInput {
  @Field(() => TaskEnum, { nullable: true, description: 'The task; leave out where it is about the role.' })
  readonly task?: string | null;

  @Field(() => LongText, { description: 'What it is. Sealed.' })
  readonly text!: string;

  @Field(() => [Uuid], {
    description: 'The people who may see it, beside you: one at least. Nobody else can, whatever their role.',
  })
  readonly visibleTo!: readonly string[];
}

@InputType({ isAbstract: true })
abstract class OnConcernInput extends CommandInput {
  @Field(() => Uuid, { description: 'The concern.' })
  readonly concernId!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'From which day; today if left out.' })
  readonly effectiveOn?: string | null;
}

@InputType({ description: 'More people who may see a concern.' })
export class ShareConcernInput extends OnConcernInput {
  @Field(() => [Uuid], { description: 'The people.' })
  readonly with!: readonly string[];
}

@InputType({ description: 'What came of a concern.' })
export class ResolveConcernInput extends OnConcernInput {
  @Field(() => LongText, { description: 'In words. Sealed.' })
  readonly outcome!: string;
}
