import { Field, InputType, Int } from '@nestjs/graphql';
import { CalendarDate, CommandInput, EngagementKindEnum, ShortText, Uuid } from '@alongside/graphql-kit';
import type { RecruitedEngagementKind, StageKind, VacancyClosing } from '../contracts.js';
import { StageKindEnum, VacancyCloseReasonEnum } from './recruitment.enums.js';

@InputType({ description: 'A stage that applications to a vacancy go through.' })
export class VacancyStageInput {
  @Field(() => ShortText, {
    description: 'Your own id for it, unique within the vacancy, such as `interview`.',
  })
  readonly id!: string;

  @Field(() => StageKindEnum, { description: 'What happens at it.' })
  readonly kind!: StageKind;

  @Field(() => ShortText, { description: 'Its name, as applicants read it.' })
  readonly title!: string;
}

@InputType({ description: 'A vacancy to open. Everything in it is published.' })
export class OpenVacancyInput extends CommandInput {
  @Field(() => Uuid, { description: 'The organisation that recruits: the employer of the post.' })
  readonly organisationId!: string;

  @Field(() => Uuid, { description: 'The post to fill.' })
  readonly postId!: string;

  @Field(() => ShortText, { description: 'Title as advertised.' })
  readonly title!: string;

  @Field(() => EngagementKindEnum, {
    description: 'In which way whoever is appointed will work. It decides which checks an offer waits for.',
  })
  readonly engagementKind!: RecruitedEngagementKind;

  @Field(() => ShortText, { description: 'Role family as the framework names it, such as `peerWorker`.' })
  readonly roleFamily!: string;

  @Field(() => Int, { description: 'How many people are looked for: at least 1, at most the places left.' })
  readonly places!: number;

  @Field(() => [VacancyStageInput], {
    description:
      'The stages in order. Training may come before the interview; a decision, if there is one, comes last.',
  })
  readonly stages!: readonly VacancyStageInput[];

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The last day on which applications are taken; leave out to take them until it is filled.',
  })
  readonly closesOn?: string | null;

  @Field(() => CalendarDate, { description: 'The first day on which applications are taken.' })
  readonly effectiveOn!: string;
}

@InputType({ isAbstract: true })
abstract class OnVacancyInput extends CommandInput {
  @Field(() => Uuid, { description: 'The vacancy.' })
  readonly vacancyId!: string;
}

@InputType({ description: 'A later closing date for a vacancy.' })
export class ExtendVacancyInput extends OnVacancyInput {
  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The new last day for applications; leave out to take them until it is filled.',
  })
  readonly closesOn?: string | null;

  @Field(() => CalendarDate, { description: 'The day of the extension.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'The end of a vacancy.' })
export class CloseVacancyInput extends OnVacancyInput {
  @Field(() => VacancyCloseReasonEnum, { description: 'Why.' })
  readonly reason!: VacancyClosing;

  @Field(() => CalendarDate, { description: 'The first day on which no applications are taken.' })
  readonly effectiveOn!: string;
}
