import { Field, InputType } from '@nestjs/graphql';
import { CalendarDate, CommandInput, ShortText, Uuid } from '@alongside/graphql-kit';

@InputType({ description: 'Who somebody is when they sign in.' })
export class LinkLoginInput extends CommandInput {
  @Field(() => Uuid, { description: 'The person.' })
  readonly personId!: string;

  @Field(() => ShortText, {
    description: 'The identity provider, exactly as the `iss` of its tokens names it. Not kept in clear.',
  })
  readonly issuer!: string;

  @Field(() => ShortText, {
    description: 'The account there, exactly as the `sub` of its tokens names it. Not kept in clear.',
  })
  readonly subject!: string;

  @Field(() => CalendarDate, { description: 'The day of the link. It works from now on, whatever the day.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'A person whose login shall lead to them no longer.' })
export class UnlinkLoginInput extends CommandInput {
  @Field(() => Uuid, { description: 'The person.' })
  readonly personId!: string;

  @Field(() => CalendarDate, { description: 'The first day without it, not before the day of the link.' })
  readonly effectiveOn!: string;
}
