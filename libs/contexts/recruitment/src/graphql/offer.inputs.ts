import { Field, Float, InputType } from '@nestjs/graphql';
import { CalendarDate, CorrectionReasonEnum, Uuid } from '@alongside/graphql-kit';
import type { CorrectionReason } from '@alongside/kernel';
import type { CheckHolder, CheckStatus, DbsLevel, EmploymentCheck } from '../contracts.js';
import { OnApplicationInput } from './application.inputs.js';
import { CheckHolderEnum, CheckMoveEnum, DbsLevelEnum, EmploymentCheckEnum } from './recruitment.enums.js';

@InputType({ description: 'An offer on condition of the checks that the framework asks for.' })
export class MakeConditionalOfferInput extends OnApplicationInput {
  @Field(() => Float, {
    nullable: true,
    description: 'Hours a week; leave out where none are agreed, as for bank and most volunteers.',
  })
  readonly hoursPerWeek?: number | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day on which the person might start; leave out while none is in sight.',
  })
  readonly proposedStartOn?: string | null;
}

@InputType({ description: 'Which level of criminal-record check the role allows for.' })
export class DecideDbsLevelInput extends OnApplicationInput {
  @Field(() => DbsLevelEnum, { description: 'The level. Sealed.' })
  readonly dbsLevel!: DbsLevel;
}

@InputType({
  description: 'A move of an employment check: that it moved and whose turn it is, never what it showed.',
})
export class MoveCheckInput extends OnApplicationInput {
  @Field(() => EmploymentCheckEnum, { description: 'The check.' })
  readonly check!: EmploymentCheck;

  @Field(() => CheckMoveEnum, {
    description: 'To what it moves. How a criminal-record check came out is sealed.',
  })
  readonly status!: CheckStatus;

  @Field(() => CheckHolderEnum, { description: 'Whose move it is waiting for.' })
  readonly holder!: CheckHolder;
}

@InputType({ description: 'What the last move of an employment check should have said.' })
export class CorrectCheckInput extends MoveCheckInput {
  @Field(() => Uuid, { description: 'The move that was wrong, as the history of the application names it.' })
  readonly eventId!: string;

  @Field(() => CorrectionReasonEnum, { description: 'Why it was wrong.' })
  readonly reason!: CorrectionReason;
}

@InputType({ description: 'An offer that becomes firm.' })
export class ConfirmOfferInput extends OnApplicationInput {
  @Field(() => CalendarDate, { description: 'The first day of work, on or after the day of confirmation.' })
  readonly startsOn!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'Hours a week; leave out where none are agreed, as for bank and most volunteers.',
  })
  readonly hoursPerWeek?: number | null;
}
