import type { Uuid } from '@alongside/kernel';
import type { AgreementParty } from '../../contracts.js';

interface Named {
  readonly disclosing: readonly Uuid[];
  readonly receiving: readonly AgreementParty[];
}

/** Between whom an agreement opens something: one organisation's records to one receiver. */
export interface AgreementPair {
  readonly discloser: Uuid;
  readonly receiver: AgreementParty;
}

/** Every party once, disclosing organisations first. */
export const partiesOf = ({ disclosing, receiving }: Named): readonly AgreementParty[] => {
  const all = [...disclosing.map((id) => ({ kind: 'organisation' as const, id })), ...receiving];
  return all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index);
};

/** Each discloser with each receiver other than itself. */
export const pairsOf = ({ disclosing, receiving }: Named): readonly AgreementPair[] =>
  disclosing.flatMap((discloser) =>
    receiving.filter(({ id }) => id !== discloser).map((receiver) => ({ discloser, receiver })),
  );
