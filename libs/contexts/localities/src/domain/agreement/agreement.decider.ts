import {
  addDays,
  reject,
  type CalendarDate,
  type Decider,
  type Rejected,
  type Uuid,
} from '@alongside/kernel';
import type { AgreementEvent, AgreementParty } from '../../contracts.js';
import type { AgreementCommand, EndAgreement, PartyCommand } from './agreement.commands.js';
import { drawUp } from './agreement.drawing-up.js';
import { partiesOf } from './agreement.parties.js';
import type { AgreementRefusal } from './agreement.refusals.js';

export interface AgreementTerms {
  readonly agreementId: Uuid;
  readonly localityId: Uuid;
  readonly disclosing: readonly Uuid[];
  readonly receiving: readonly AgreementParty[];
}

/** One shape whatever the order of facts: parties sign today what may begin, or end, on a later day. */
export interface AgreementState {
  readonly terms: AgreementTerms | null;
  /** How those stand who signed, by id. */
  readonly parties: Readonly<Record<Uuid, 'bound' | 'suspended' | 'left'>>;
  /** The first day on which it binds nobody; null where no end is known. */
  readonly endsBefore: CalendarDate | null;
}

type Decision = readonly AgreementEvent[] | Rejected<AgreementRefusal>;

/** A party that has signed answers once for each thing it does: what is so already is recorded no second time. */
const byParty = (command: PartyCommand, terms: AgreementTerms, { parties }: AgreementState): Decision => {
  const party = partiesOf(terms).find(
    ({ kind, id }) => kind === command.party.kind && id === command.party.id,
  );
  if (!party) return reject('NotAParty');
  const standing = parties[party.id];
  const data = { ...terms, party, effectiveOn: command.today };
  if (command.type === 'LeaveAgreement') {
    if (!standing) return reject('PartyNotSigned');
    return standing === 'left' ? [] : [{ type: 'AgreementLeft', data: { ...data, leftBy: command.by } }];
  }
  if (standing === 'left') return reject('PartyLeft');
  if (command.type === 'SignAgreement') {
    if (standing) return [];
    if (!command.inLocality) return reject('PartyNotInLocality', { parties: [{ ...party }] });
    return [{ type: 'AgreementSigned', data: { ...data, signedBy: command.by } }];
  }
  if (!standing) return reject('PartyNotSigned');
  if (command.type === 'ResumeAgreement')
    return standing === 'suspended'
      ? [{ type: 'AgreementResumed', data: { ...data, resumedBy: command.by } }]
      : reject('PartyNotSuspended');
  const reason = command.reason.trim();
  if (reason === '') return reject('ReasonMissing');
  return standing === 'suspended'
    ? []
    : [{ type: 'AgreementSuspended', data: { ...data, suspendedBy: command.by, reason } }];
};

const end = (
  { by, today, effectiveOn }: EndAgreement,
  terms: AgreementTerms,
  { endsBefore }: AgreementState,
): Decision => {
  if (effectiveOn < today) return reject('EndInThePast');
  if (endsBefore === effectiveOn) return [];
  if (endsBefore !== null && endsBefore < effectiveOn)
    return reject('AgreementEndsEarlier', { endsOn: addDays(endsBefore, -1) });
  return [{ type: 'AgreementEnded', data: { ...terms, endedBy: by, effectiveOn } }];
};

const decide = (command: AgreementCommand, state: AgreementState): Decision => {
  const { terms, endsBefore } = state;
  if (command.type === 'DrawUpAgreement') return terms ? reject('AgreementAlreadyDrawnUp') : drawUp(command);
  if (!terms) return reject('AgreementNotDrawnUp');
  if (endsBefore !== null && endsBefore <= command.today) return reject('AgreementEnded');
  return command.type === 'EndAgreement' ? end(command, terms, state) : byParty(command, terms, state);
};

const earlier = (a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null => {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
};

export const agreement: Decider<AgreementCommand, AgreementState, AgreementEvent, AgreementRefusal> = {
  initialState: { terms: null, parties: {}, endsBefore: null },
  decide,
  evolve: (state, { type, data }) => {
    switch (type) {
      case 'AgreementDrawnUp': {
        const { agreementId, localityId, disclosing, receiving, endsOn } = data;
        return {
          ...state,
          terms: { agreementId, localityId, disclosing, receiving },
          endsBefore: earlier(state.endsBefore, endsOn && addDays(endsOn, 1)),
        };
      }
      case 'AgreementSigned':
      case 'AgreementResumed':
        return standing(state, data.party, 'bound');
      case 'AgreementSuspended':
        return standing(state, data.party, 'suspended');
      case 'AgreementLeft':
        return standing(state, data.party, 'left');
      case 'AgreementEnded':
        return { ...state, endsBefore: earlier(state.endsBefore, data.effectiveOn) };
      default:
        return type satisfies never;
    }
  },
};

const standing = (
  state: AgreementState,
  { id }: AgreementParty,
  value: AgreementState['parties'][Uuid],
): AgreementState => ({ ...state, parties: { ...state.parties, [id]: value } });
