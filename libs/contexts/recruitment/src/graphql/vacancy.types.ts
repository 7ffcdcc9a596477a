import { ArgsType, Extensions, Field, Int, ObjectType } from '@nestjs/graphql';
import {
  CalendarDate,
  connectionOf,
  EngagementKindEnum,
  PageArgs,
  ReadArgs,
  Uuid,
} from '@alongside/graphql-kit';
import type {
  ReadinessOnOpening as Readiness,
  RecruitedEngagementKind,
  StageKind,
  VacancyClosing,
} from '../contracts.js';
import {
  ReadinessOnOpeningStatusEnum,
  StageKindEnum,
  VacancyCloseReasonEnum,
  VacancyStatusEnum,
} from './recruitment.enums.js';

@ObjectType({ description: 'A stage that applications to a vacancy go through.' })
@Extensions({ class: 'C0' })
export class VacancyStage {
  @Field(() => String, { description: 'Its id, unique within the vacancy.' })
  readonly id!: string;

  @Field(() => StageKindEnum, { description: 'What happens at it.' })
  readonly kind!: StageKind;

  @Field(() => String, { description: 'Its name, as applicants read it.' })
  readonly title!: string;
}

@ObjectType({
  description:
    'How the organisation, or the team of the post, stood on one readiness item of its framework when it opened a vacancy.',
})
@Extensions({ class: 'C0' })
export class ReadinessOnOpening {
  @Field(() => Uuid, { description: 'The clause of the framework.' })
  readonly clauseId!: string;

  @Field(() => String, { description: 'The title of the clause on that day.' })
  readonly title!: string;

  @Field(() => ReadinessOnOpeningStatusEnum, { description: 'In place, or waived in public.' })
  readonly status!: Readiness['status'];

  @Field(() => Uuid, {
    nullable: true,
    description: 'The team that had it in place; null where it was the organisation.',
  })
  readonly teamId?: string | null;
}

@ObjectType({
  description:
    'A vacancy: a search for people to fill places of a post. Published; everybody signed in may read it.',
})
@Extensions({ class: 'C0' })
export class Vacancy {
  @Field(() => Uuid, { description: 'The vacancy.' })
  readonly vacancyId!: string;

  @Field(() => Uuid, { description: 'The organisation that recruits.' })
  readonly organisationId!: string;

  @Field(() => Uuid, { description: 'The locality in which the work is.' })
  readonly localityId!: string;

  @Field(() => Uuid, { description: 'The post to fill.' })
  readonly postId!: string;

  @Field(() => String, { description: 'Title as advertised.' })
  readonly title!: string;

  @Field(() => EngagementKindEnum, { description: 'In which way whoever is appointed will work.' })
  readonly engagementKind!: RecruitedEngagementKind;

  @Field(() => String, { description: 'Role family as the framework names it.' })
  readonly roleFamily!: string;

  @Field(() => Int, { description: 'How many people were looked for when it opened.' })
  readonly places!: number;

  @Field(() => [VacancyStage], { description: 'The stages in order.' })
  readonly stages!: readonly VacancyStage[];

  @Field(() => [ReadinessOnOpening], {
    description:
      'Why organisation and team were held to be ready for peers when the vacancy was opened. Empty where its framework asked for nothing, or it had adopted none.',
  })
  readonly readiness!: readonly ReadinessOnOpening[];

  @Field(() => VacancyStatusEnum, { description: 'How it stands.' })
  readonly status!: 'open' | 'closed';

  @Field(() => CalendarDate, { description: 'The first day on which applications were taken.' })
  readonly openedOn!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The last day for applications; null where they are taken until it is filled.',
  })
  readonly closesOn!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'When it was closed; null while it is open.' })
  readonly closedOn!: string | null;

  @Field(() => VacancyCloseReasonEnum, {
    nullable: true,
    description: 'Why it was closed; null while it is open.',
  })
  readonly closeReason!: VacancyClosing | null;
}

export const VacancyConnection = connectionOf(
  Vacancy,
  'Vacancy',
  'A page of vacancies, the last opened first.',
);

@ArgsType()
export class VacancyArgs extends ReadArgs {
  @Field(() => Uuid, { description: 'The vacancy.' })
  readonly vacancyId!: string;
}

@ArgsType()
export class VacanciesArgs extends PageArgs {
  @Field(() => Uuid, { nullable: true, description: 'Only of this organisation.' })
  readonly organisationId?: string | null;

  @Field(() => Uuid, { nullable: true, description: 'Only in this locality.' })
  readonly localityId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only vacancies that take applications today: open, and their closing date not passed.',
  })
  readonly openOnly?: boolean | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'The day: what was of an organisation that had merged by then is its successor’s. Today if left out.',
  })
  readonly on?: string | null;
}
