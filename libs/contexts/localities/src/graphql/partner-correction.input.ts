import { Field, InputType } from '@nestjs/graphql';
import { CorrectionReasonEnum, Uuid } from '@alongside/graphql-kit';
import type { Correction, CorrectionReason } from '@alongside/kernel';

@InputType({ description: 'The earlier fact that the new one stands in for. Both stay in the history.' })
export class PartnerCorrectionInput {
  @Field(() => Uuid, { description: 'The event that was wrong: one of the same kind, that still stands.' })
  readonly eventId!: string;

  @Field(() => CorrectionReasonEnum, { description: 'Why it was wrong.' })
  readonly reason!: CorrectionReason;
}

/** A command's correction, where one was given. */
export const correctionOf = (
  corrects: PartnerCorrectionInput | null | undefined,
): { readonly corrects?: Correction } => (corrects ? { corrects: { ...corrects } } : {});
