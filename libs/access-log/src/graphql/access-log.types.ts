import { ArgsType, Extensions, Field, ObjectType } from '@nestjs/graphql';
import { CalendarDate, connectionOf, Instant, PageArgs, RoleEnum, Uuid } from '@alongside/graphql-kit';
import type { Role } from '@alongside/identity';
import type { AccessBasis } from '../entry.js';
import { AccessBasisEnum } from './access-log.enums.js';

@ObjectType({ description: 'That somebody read something sensitive about you: never what it said.' })
@Extensions({ class: 'C1' })
export class OwnAccess {
  @Field({ description: 'The number of the entry in the log: what to name when you ask about it.' })
  readonly entryId!: string;

  @Field(() => Instant, { description: 'When. It was written down before it was shown.' })
  readonly readAt!: string;

  @Field({
    description:
      'Who: by name where it is yours to see, else by role and organisation, as in “an HR officer of Sussex Partnership”.',
  })
  readonly who!: string;

  @Field({ description: 'What, as in “your disclosure for supervision”.' })
  readonly what!: string;

  @Field({
    description: 'The kind of value as a stable word, or the query that was asked, as in `dbsDecision`.',
  })
  readonly kind!: string;

  @Field({ description: 'The class of what was read: `C3` or `C4`; under a break-glass also `C1` and `C2`.' })
  readonly dataClass!: string;

  @Field({ description: 'For what.' })
  readonly why!: string;

  @Field({ description: 'On what grounds, as in “they supervise you”.' })
  readonly grounds!: string;

  @Field(() => AccessBasisEnum, { description: 'The same as a word to decide by.' })
  readonly basis!: AccessBasis;

  @Field(() => Uuid, {
    nullable: true,
    description:
      'What opened it: the disclosure, the right that an agreement gives, the break-glass. Null where a role did.',
  })
  readonly basisId!: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The organisation whose record it is; null for what is no organisation’s.',
  })
  readonly organisationId!: string | null;

  @Field({ description: 'All of it in a sentence.' })
  readonly inWords!: string;
}

export const OwnAccessConnection = connectionOf(
  OwnAccess,
  'OwnAccess',
  'A page of who read what about you, latest first.',
);

@ArgsType()
export class MyAccessLogArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether with what you read yourself.',
  })
  readonly includeOwn?: boolean | null;
}

@ObjectType({
  description:
    'That somebody read something sensitive about somebody, for auditors: no values, and no words.',
})
@Extensions({ class: 'C2' })
export class AccessLogEntry {
  @Field({ description: 'The number of the entry in the log.' })
  readonly entryId!: string;

  @Field(() => Instant, { description: 'When.' })
  readonly readAt!: string;

  @Field(() => Uuid, { description: 'The person or client that read.' })
  readonly readerId!: string;

  @Field({ description: '`person` or `client`.' })
  readonly readerKind!: string;

  @Field(() => String, { nullable: true, description: 'Their name; null where you may not see it.' })
  @Extensions({ class: 'C1' })
  readonly readerName!: string | null;

  @Field(() => RoleEnum, { nullable: true, description: 'The role in which; null where no role opened it.' })
  readonly role!: Role | null;

  @Field(() => Uuid, { nullable: true, description: 'The organisation in which the reader holds the role.' })
  readonly onBehalfOf!: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The organisation whose record it is.' })
  readonly organisationId!: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'Whom it is about; null where the answer named nobody, under a break-glass alone.',
  })
  readonly personId!: string | null;

  @Field(() => String, { nullable: true, description: 'Their name; null where you may not see it.' })
  @Extensions({ class: 'C1' })
  readonly personName!: string | null;

  @Field({ description: 'The class of what was read.' })
  readonly dataClass!: string;

  @Field({ description: 'The kind of value as a stable word, or the query that was asked.' })
  readonly kind!: string;

  @Field({ description: 'For what, as the rule or the agreement says.' })
  readonly purpose!: string;

  @Field(() => AccessBasisEnum, { description: 'On what it rests.' })
  readonly basis!: AccessBasis;

  @Field(() => Uuid, { nullable: true, description: 'What opened it; null where a role did.' })
  readonly basisId!: string | null;
}

export const AccessLogConnection = connectionOf(
  AccessLogEntry,
  'AccessLog',
  'A page of who read what in an organisation, or for it, latest first.',
);

@ArgsType()
export class AccessLogArgs extends PageArgs {
  @Field(() => Uuid, { description: 'An organisation that you audit.' })
  readonly organisationId!: string;

  @Field(() => Uuid, { nullable: true, description: 'Only what is about this person.' })
  readonly personId?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The first day.' })
  readonly from?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The last day.' })
  readonly to?: string | null;
}
