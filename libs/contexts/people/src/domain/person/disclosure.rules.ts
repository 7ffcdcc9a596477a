import { reject } from '@alongside/kernel';
import type { GrantDisclosure, WithdrawDisclosure } from './person.commands.js';
import { notOnRecord, type Decision, type PersonState } from './person.state.js';

export const grant = (command: GrantDisclosure, state: PersonState): Decision => {
  const { grantId, sharedWithOrganisationId, sharedWithRole, area, until, effectiveOn } = command;
  const text = command.text.trim();
  const refused = notOnRecord(state, effectiveOn);
  if (refused) return refused;
  if (state.disclosures.some((one) => one.grantId === grantId)) return reject('DisclosureAlreadyGranted');
  if (text === '') return reject('DisclosureTextMissing');
  if (until !== null && until < effectiveOn) return reject('DisclosureEndsBeforeStart');
  const { personId } = state.registration!;
  return [
    {
      type: 'DisclosureGranted',
      data: { grantId, personId, sharedWithOrganisationId, sharedWithRole, area, text, until, effectiveOn },
    },
  ];
};

/** Nobody has to say why, and it can be done on the day of the grant. */
export const withdraw = ({ grantId, effectiveOn }: WithdrawDisclosure, state: PersonState): Decision => {
  if (!state.registration) return reject('PersonNotRegistered');
  const held = state.disclosures.find((one) => one.grantId === grantId);
  if (!held) return reject('DisclosureUnknown');
  if (held.until === effectiveOn) return [];
  const inForce = held.from <= effectiveOn && (held.until === null || effectiveOn < held.until);
  if (!inForce) return reject('DisclosureNotInForce', { from: held.from, until: held.until });
  const { personId } = state.registration;
  return [{ type: 'DisclosureWithdrawn', data: { grantId, personId, effectiveOn } }];
};
