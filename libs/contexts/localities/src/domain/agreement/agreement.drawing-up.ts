import { reject, type Rejected, type Uuid } from '@alongside/kernel';
import { agreementClasses, type AgreementDrawnUp, type AgreementParty } from '../../contracts.js';
import type { DrawUpAgreement } from './agreement.commands.js';
import { pairsOf, partiesOf } from './agreement.parties.js';
import type { AgreementRefusal } from './agreement.refusals.js';

/** Each pair of parties is a right of its own: few enough to be granted by one fact. */
export const MOST_PARTIES = 50;

type Refused = Rejected<AgreementRefusal> | undefined;

/** Terms as they are recorded: each party, purpose and class once, texts without blanks around them. */
export const drawUp = (
  command: DrawUpAgreement,
): readonly AgreementDrawnUp[] | Rejected<AgreementRefusal> => {
  const { agreementId, localityId, lawfulBasis, specialCondition, endsOn, effectiveOn } = command;
  const refused = textsRefused(command) ?? partiesRefused(command) ?? basisRefused(command);
  if (refused) return refused;
  return [
    {
      type: 'AgreementDrawnUp',
      data: {
        agreementId,
        localityId,
        disclosing: once(command.disclosing),
        receiving: partiesOf({ disclosing: [], receiving: command.receiving }).map(({ kind, id }) => ({
          kind,
          id,
        })),
        title: command.title.trim(),
        purposes: once(command.purposes),
        classes: once(command.classes),
        lawfulBasis,
        specialCondition,
        reference: command.reference.trim(),
        endsOn,
        effectiveOn,
      },
    },
  ];
};

const once = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

const textsRefused = ({ title, reference, endsOn, effectiveOn }: DrawUpAgreement): Refused => {
  if (title.trim() === '') return reject('TitleMissing');
  if (reference.trim() === '') return reject('ReferenceMissing');
  return endsOn !== null && endsOn < effectiveOn ? reject('AgreementEndsBeforeStart') : undefined;
};

const partiesRefused = (command: DrawUpAgreement): Refused => {
  if (command.disclosing.length === 0) return reject('DiscloserMissing');
  if (command.receiving.length === 0) return reject('ReceiverMissing');
  if (partiesOf(command).length > MOST_PARTIES) return reject('TooManyParties');
  if (pairsOf(command).length === 0) return reject('NoPairOfParties');
  const outside = partiesOf(command).filter((party) => isOutside(party, command));
  return outside.length > 0
    ? reject('PartyNotInLocality', { parties: outside.map(({ kind, id }) => ({ kind, id })) })
    : undefined;
};

const isOutside = (
  { kind, id }: AgreementParty,
  { localityId, outside }: { readonly localityId: Uuid; readonly outside: readonly Uuid[] },
): boolean => (kind === 'locality' ? id !== localityId : outside.includes(id));

const basisRefused = (command: DrawUpAgreement): Refused => {
  if (command.purposes.length === 0) return reject('PurposeMissing');
  if (command.classes.length === 0) return reject('ClassMissing');
  if (!command.classes.every((one) => agreementClasses.includes(one))) return reject('ClassNeverShared');
  const byConsent = command.lawfulBasis === 'consent';
  const explicit = command.specialCondition === 'explicitConsent';
  return byConsent === explicit ? undefined : reject('ConsentNotExplicit');
};
