import { Field, InputType } from '@nestjs/graphql';
import { CorrectionReasonEnum, Uuid } from '@alongside/graphql-kit';
import type { Correction, CorrectionReason } from '@alongside/kernel';

@InputType({
  description: 'The fact that this command puts right. It stays in the history, with the reason.',
})
export class FrameworkCorrectionInput {
  @Field(() => Uuid, { description: 'The event that was wrong.' })
  readonly eventId!: string;

  @Field(() => CorrectionReasonEnum, { description: 'Why it was wrong.' })
  readonly reason!: CorrectionReason;
}

/** What a command says of a correction; nothing where it corrects nothing. */
export const correctionIn = (
  input: FrameworkCorrectionInput | null | undefined,
): { readonly corrects?: Correction } =>
  input ? { corrects: { eventId: input.eventId, reason: input.reason } } : {};
