import type { Correction } from '@alongside/kernel';

/** Carries a command's correction over into the event that it makes. */
export const correcting = ({
  corrects,
}: {
  readonly corrects?: Correction;
}): { readonly corrects?: Correction } => (corrects ? { corrects } : {});
