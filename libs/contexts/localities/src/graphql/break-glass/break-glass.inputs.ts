import { Field, InputType, Int } from '@nestjs/graphql';
import { CommandInput, LongText, Uuid } from '@alongside/graphql-kit';
import type { BreakGlassClass } from '../../contracts.js';
import { BreakGlassClassEnum } from './break-glass.enums.js';

@InputType({ description: 'Records that an operator must read in an emergency.' })
export class RequestBreakGlassInput extends CommandInput {
  @Field(() => Uuid, { description: 'The organisation whose records are to be opened.' })
  readonly organisationId!: string;

  @Field(() => Uuid, {
    nullable: true,
    description:
      'The one person whose records are to be opened; leave out to ask for everybody’s. Name the person wherever you can.',
  })
  readonly personId?: string | null;

  @Field(() => [BreakGlassClassEnum], {
    description: 'What is to be opened. No more than the emergency needs.',
  })
  readonly classes!: readonly BreakGlassClass[];

  @Field(() => LongText, {
    description:
      'Why. Whoever decides reads it, and so does everybody whose records are opened, in your own words. Name nobody.',
  })
  readonly reason!: string;

  @Field(() => Int, { description: 'For how many whole hours from the approval: 1 to 24.' })
  readonly hours!: number;
}

@InputType({ isAbstract: true })
abstract class AnswerBreakGlassInput extends CommandInput {
  @Field(() => Uuid, { description: 'The break-glass.' })
  readonly breakGlassId!: string;
}

@InputType({ description: 'Agreement to a request to break the glass.' })
export class ApproveBreakGlassInput extends AnswerBreakGlassInput {}

@InputType({ description: 'A request to break the glass that is not agreed to, or is taken back.' })
export class RefuseBreakGlassInput extends AnswerBreakGlassInput {}

@InputType({ description: 'The end of a break-glass before its time.' })
export class EndBreakGlassInput extends AnswerBreakGlassInput {}
