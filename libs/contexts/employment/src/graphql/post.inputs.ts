import { Field, Float, InputType, Int } from '@nestjs/graphql';
import {
  CalendarDate,
  CommandInput,
  CorrectionReasonEnum,
  LongText,
  ShortText,
  Uuid,
} from '@alongside/graphql-kit';
import type { CorrectionReason } from '@alongside/kernel';
import type { Band, PostCloseReason } from '../contracts.js';
import { BandEnum, PostCloseReasonEnum } from './employment.enums.js';

@InputType({ description: 'A post to establish. A post is the work; who holds it is an engagement.' })
export class EstablishPostInput extends CommandInput {
  @Field(() => ShortText, {
    description:
      'Title as published. The job title of a peer worker says more than a name: choose it with peers.',
  })
  readonly title!: string;

  @Field(() => ShortText, {
    description: 'Role family as the regional framework names it, such as `peerSupportWorker`.',
  })
  readonly roleFamily!: string;

  @Field(() => Uuid, { description: 'The organisation that employs. It answers for the record.' })
  readonly employingOrganisationId!: string;

  @Field(() => Uuid, {
    nullable: true,
    description: 'Where the work is done, if not at the employing organisation.',
  })
  readonly hostOrganisationId?: string | null;

  @Field(() => Uuid, { description: 'The locality in which the post is.' })
  readonly localityId!: string;

  @Field(() => Uuid, {
    nullable: true,
    description:
      'The team that it is in: one that the host or the employing organisation has on the first day of the post. Vacancies for the post then wait for what that team has in place.',
  })
  readonly teamId?: string | null;

  @Field(() => ShortText, {
    nullable: true,
    description: 'Team, as the organisation calls it. Needed where there is no `teamId`; else its name.',
  })
  readonly team?: string | null;

  @Field(() => ShortText, {
    nullable: true,
    description:
      'Setting as the framework names it, such as `inpatientWard` or `communityTeam`. Needed where there is no `teamId`; else that of the team.',
  })
  readonly setting?: string | null;

  @Field(() => Int, { description: 'How many people can hold it at the same time.' })
  readonly places!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Hours a week of one place; leave out where none are agreed.',
  })
  readonly hoursPerWeek?: number | null;

  @Field(() => CalendarDate, { description: 'The first day of the post.' })
  readonly effectiveOn!: string;
}

@InputType({ isAbstract: true })
abstract class OnPostInput extends CommandInput {
  @Field(() => Uuid, { description: 'The post.' })
  readonly postId!: string;
}

@InputType({ description: 'How many places a post has from a day.' })
export class AgreePlacesInput extends OnPostInput {
  @Field(() => Int, { description: 'How many people can hold it at the same time.' })
  readonly places!: number;

  @Field(() => CalendarDate, { description: 'The first day on which it has so many.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'What a job evaluation came to.' })
export class RecordJobEvaluationInput extends OnPostInput {
  @Field(() => ShortText, { description: 'The reference of the outcome, as the evaluation panel gave it.' })
  readonly reference!: string;

  @Field(() => BandEnum, { description: 'The band that the evaluation reached.' })
  readonly band!: Band;

  @Field(() => CalendarDate, { description: 'The day of the outcome.' })
  readonly evaluatedOn!: string;
}

@InputType({ description: 'A band for a post, justified by a recorded job evaluation.' })
export class BandPostInput extends OnPostInput {
  @Field(() => BandEnum, { description: 'The band. It must be the one that the evaluation reached.' })
  readonly band!: Band;

  @Field(() => ShortText, { description: 'The reference of an evaluation recorded for this post.' })
  readonly evaluation!: string;

  @Field(() => CalendarDate, { description: 'The first day of the band.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'What an earlier banding of a post should have said.' })
export class CorrectPostBandingInput extends BandPostInput {
  @Field(() => Uuid, { description: 'The event that was wrong, as the history of the post names it.' })
  readonly eventId!: string;

  @Field(() => CorrectionReasonEnum, { description: 'Why it was wrong.' })
  readonly reason!: CorrectionReason;

  @Field(() => LongText, {
    nullable: true,
    description: 'In words. Sealed: only those who may read the record see it.',
  })
  readonly note?: string | null;
}

@InputType({ description: 'What an unbanded post of the voluntary sector is worth in terms of bands.' })
export class DeclareEquivalentBandInput extends OnPostInput {
  @Field(() => BandEnum, { description: 'The band that it is declared to be equivalent to.' })
  readonly band!: Band;

  @Field(() => CalendarDate, { description: 'The first day on which it is.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'The end of a post.' })
export class ClosePostInput extends OnPostInput {
  @Field(() => PostCloseReasonEnum, { description: 'Why.' })
  readonly reason!: PostCloseReason;

  @Field(() => CalendarDate, { description: 'The first day on which nobody can hold it.' })
  readonly effectiveOn!: string;
}
