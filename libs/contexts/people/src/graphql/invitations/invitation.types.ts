import { ArgsType, Extensions, Field, InputType, ObjectType } from '@nestjs/graphql';
import {
  CalendarDate,
  CommandInput,
  connectionOf,
  enumOf,
  PageArgs,
  ShortText,
  Uuid,
} from '@alongside/graphql-kit';

export type InvitationStatus = 'sent' | 'accepted' | 'withdrawn' | 'expired';

export const InvitationStatusEnum = enumOf<InvitationStatus>(
  'InvitationStatus',
  {
    sent: 'It can be accepted.',
    accepted: 'The person signs in by the account with which they accepted it.',
    withdrawn: 'Whoever sent it took it back.',
    expired: 'Its last day is over, and nobody accepted it.',
  },
  'How an invitation stands today.',
);

@InputType({ description: 'Somebody to invite to sign in for the first time.' })
export class SendInvitationInput extends CommandInput {
  @Field(() => Uuid, { description: 'The person, who is known to the organisation.' })
  readonly personId!: string;

  @Field(() => Uuid, { description: 'The organisation that invites: one in which you manage people.' })
  readonly organisationId!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The last day on which it can be accepted: in 14 days if left out, in 60 at the latest.',
  })
  readonly expiresOn?: string | null;
}

@InputType({ description: 'An invitation that nobody shall accept any more.' })
export class WithdrawInvitationInput extends CommandInput {
  @Field(() => Uuid, { description: 'The invitation.' })
  readonly invitationId!: string;
}

@InputType({ description: 'An invitation, by the code that only the invited person was told.' })
export class AcceptInvitationInput extends CommandInput {
  @Field(() => ShortText, {
    description: 'The whole of the code, as it was answered to whoever invited you.',
  })
  readonly code!: string;
}

@ObjectType({
  description: 'An invitation to sign in for the first time. Its code is told once, when it is sent.',
})
@Extensions({ class: 'C2' })
export class Invitation {
  @Field(() => Uuid, { description: 'The invitation.' })
  readonly invitationId!: string;

  @Field(() => Uuid, { description: 'Who is invited.' })
  readonly personId!: string;

  @Field(() => String, { nullable: true, description: 'Their name, where you may see it; null once erased.' })
  @Extensions({ class: 'C1' })
  readonly displayName!: string | null;

  @Field(() => CalendarDate, { description: 'The day on which it was sent.' })
  readonly sentOn!: string;

  @Field(() => CalendarDate, { description: 'The last day on which it can be accepted.' })
  readonly expiresOn!: string;

  @Field(() => InvitationStatusEnum, { description: 'How it stands today.' })
  readonly status!: InvitationStatus;
}

export const InvitationConnection = connectionOf(
  Invitation,
  'Invitation',
  'A page of invitations, latest first.',
);

@ArgsType()
export class InvitationsArgs extends PageArgs {
  @Field(() => Uuid, { description: 'The organisation that invited: one whose people you manage.' })
  readonly organisationId!: string;
}
