import { Field, InputType } from '@nestjs/graphql';
import { CalendarDate, LongText, Uuid } from '@alongside/graphql-kit';
import { CorrectableOrganisationInput } from '../organisation.inputs.js';

@InputType({ isAbstract: true })
export abstract class ReadinessItemInput extends CorrectableOrganisationInput {
  @Field(() => Uuid, {
    nullable: true,
    description: 'One of its teams, where the item is the team’s; leave out for the organisation itself.',
  })
  readonly teamId?: string | null;

  @Field(() => Uuid, { description: 'The readiness item: a clause of the framework.' })
  readonly clauseId!: string;
}

@InputType({ description: 'A readiness item that an organisation, or one of its teams, has in place.' })
export class RecordReadinessItemMetInput extends ReadinessItemInput {
  @Field(() => LongText, {
    description: 'What shows that it is in place. Sealed: it is never public. Name nobody.',
  })
  readonly evidenceNote!: string;

  @Field(() => CalendarDate, { description: 'The first day on which it is in place.' })
  readonly effectiveOn!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The last day on which it is; leave out where it stands until it lapses.',
  })
  readonly until?: string | null;
}

@InputType({ description: 'A readiness item that is no longer in place.' })
export class LapseReadinessItemInput extends ReadinessItemInput {
  @Field(() => CalendarDate, { description: 'The first day on which it is not.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'A public promise to do without a readiness item for a time only.' })
export class WaiveReadinessItemInput extends ReadinessItemInput {
  @Field(() => LongText, { description: 'Why. Public: everybody who is signed in can read it. Name nobody.' })
  readonly reason!: string;

  @Field(() => CalendarDate, { description: 'The first day of the waiver.' })
  readonly effectiveOn!: string;

  @Field(() => CalendarDate, {
    description: 'The last day of the waiver: at the most twelve months after the first.',
  })
  readonly expiresOn!: string;
}
