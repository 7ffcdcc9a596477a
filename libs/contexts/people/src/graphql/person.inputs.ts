import { Field, InputType } from '@nestjs/graphql';
import {
  CalendarDate,
  CommandInput,
  CorrectionReasonEnum,
  LongText,
  ShortText,
  Uuid,
} from '@alongside/graphql-kit';
import type { CorrectionReason } from '@alongside/kernel';
import type { ContestOutcome } from '../contracts.js';
import { ContestOutcomeEnum } from './people.enums.js';

@InputType({ description: 'Somebody to register. Nothing here asks for lived experience.' })
export class RegisterPersonInput extends CommandInput {
  @Field(() => Uuid, { description: 'The organisation that makes the record, and answers for it.' })
  readonly registeredBy!: string;

  @Field(() => ShortText, { nullable: true, description: 'Given name; at least one of the two names.' })
  readonly givenName?: string | null;

  @Field(() => ShortText, { nullable: true, description: 'Family name; at least one of the two names.' })
  readonly familyName?: string | null;

  @Field(() => ShortText, { nullable: true, description: 'E-mail address at work. Never a private one.' })
  readonly email?: string | null;

  @Field(() => ShortText, { nullable: true, description: 'Telephone number at work.' })
  readonly phone?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether this person is invented, and shown as such; not, if left out.',
  })
  readonly demonstration?: boolean | null;

  @Field(() => CalendarDate, { description: 'The first day on which the person is on record.' })
  readonly effectiveOn!: string;
}

@InputType({ isAbstract: true })
abstract class OnPersonInput extends CommandInput {
  @Field(() => Uuid, { description: 'The person.' })
  readonly personId!: string;
}

@InputType({ description: 'What a registration should have said, the whole of it.' })
export class CorrectRegistrationInput extends OnPersonInput {
  @Field(() => ShortText, { nullable: true, description: 'Given name; at least one of the two names.' })
  readonly givenName?: string | null;

  @Field(() => ShortText, { nullable: true, description: 'Family name; at least one of the two names.' })
  readonly familyName?: string | null;

  @Field(() => ShortText, { nullable: true, description: 'E-mail address at work; none if left out.' })
  readonly email?: string | null;

  @Field(() => ShortText, { nullable: true, description: 'Telephone number at work; none if left out.' })
  readonly phone?: string | null;

  @Field(() => CalendarDate, { description: 'The first day on which the person is on record.' })
  readonly effectiveOn!: string;

  @Field(() => Uuid, {
    description: 'The registration that was wrong, as the history of the person names it.',
  })
  readonly eventId!: string;

  @Field(() => CorrectionReasonEnum, { description: 'Why it was wrong.' })
  readonly reason!: CorrectionReason;
}

@InputType({ description: 'The name that a person goes by from a day.' })
export class NamePersonInput extends OnPersonInput {
  @Field(() => ShortText, { nullable: true, description: 'Given name; at least one of the two names.' })
  readonly givenName?: string | null;

  @Field(() => ShortText, { nullable: true, description: 'Family name; at least one of the two names.' })
  readonly familyName?: string | null;

  @Field(() => CalendarDate, { description: 'The first day of this name.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'The name that an earlier naming should have given.' })
export class CorrectPersonNameInput extends NamePersonInput {
  @Field(() => Uuid, { description: 'The naming that was wrong, as the history of the person names it.' })
  readonly eventId!: string;

  @Field(() => CorrectionReasonEnum, { description: 'Why it was wrong.' })
  readonly reason!: CorrectionReason;
}

@InputType({
  description: 'How a person is reached at work from a day. What is left out is there no longer.',
})
export class GiveWorkContactInput extends OnPersonInput {
  @Field(() => ShortText, { nullable: true, description: 'E-mail address at work; none if left out.' })
  readonly email?: string | null;

  @Field(() => ShortText, { nullable: true, description: 'Telephone number at work; none if left out.' })
  readonly phone?: string | null;

  @Field(() => CalendarDate, { description: 'The first day on which the person is reached so.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'The contact that an earlier one should have been.' })
export class CorrectWorkContactInput extends GiveWorkContactInput {
  @Field(() => Uuid, { description: 'The contact that was wrong, as the history of the person names it.' })
  readonly eventId!: string;

  @Field(() => CorrectionReasonEnum, { description: 'Why it was wrong.' })
  readonly reason!: CorrectionReason;
}

@InputType({ description: 'The answer to a person who contested a fact.' })
export class AnswerContestInput extends OnPersonInput {
  @Field(() => Uuid, { description: 'The contest.' })
  readonly contestId!: string;

  @Field(() => ContestOutcomeEnum, { description: 'What became of the fact.' })
  readonly outcome!: ContestOutcome;

  @Field(() => LongText, { description: 'What was found. Sealed: the person and your organisation see it.' })
  readonly answer!: string;

  @Field(() => CalendarDate, { description: 'The day of the answer.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'What an earlier answer to a contest should have said.' })
export class CorrectContestAnswerInput extends AnswerContestInput {
  @Field(() => Uuid, { description: 'The answer that was wrong, as the history of the person names it.' })
  readonly eventId!: string;

  @Field(() => CorrectionReasonEnum, { description: 'Why it was wrong.' })
  readonly reason!: CorrectionReason;
}
