import { reject } from '@alongside/kernel';
import type { IdentifierSystem } from '../../contracts.js';
import { correcting } from '../correcting.js';
import { holdsOn, overlap, through } from '../period.js';
import type { AssignIdentifier, EndIdentifier } from './organisation.commands.js';
import { notOpenOn, type Decision, type OrganisationState } from './organisation.state.js';

/**
 * What each register hands out, no stricter than the register is: ODS three to ten letters and digits; the charity
 * registers of England and Wales (digits, with a suffix for a linked charity), Scotland (SC) and Northern Ireland (NIC);
 * Companies House eight letters and digits; the electronic staff record's number of an organisation, digits.
 */
export const identifierForms: Readonly<Record<IdentifierSystem, RegExp>> = {
  ods: /^[A-Z0-9]{3,10}$/,
  charity: /^(\d{6,7}(-\d{1,3})?|SC\d{6}|NIC\d{6})$/,
  company: /^[A-Z0-9]{8}$/,
  esr: /^\d{2,8}$/,
};

/** An identifier as it is compared and recorded. */
export const identifierText = (value: string): string => value.trim().toUpperCase();

export const assign = (command: AssignIdentifier, state: OrganisationState): Decision => {
  const { corrects, effectiveOn, system, until, heldByOthers } = command;
  const value = identifierText(command.value);
  const refused = notOpenOn(state, effectiveOn);
  if (refused) return refused;
  const { registration, identifiers } = state;
  if (corrects && !identifiers.some(({ eventId }) => eventId === corrects.eventId))
    return reject('NothingToCorrect');
  if (!identifierForms[system].test(value)) return reject('IdentifierMalformed', { system });
  if (until !== null && until < effectiveOn) return reject('IdentifierEndsBeforeStart');
  const period = through(effectiveOn, until);
  const others = identifiers.filter((held) => held.system === system && held.eventId !== corrects?.eventId);
  const inTheWay = others.find((held) => overlap(held, period));
  if (inTheWay)
    return reject('IdentifierOverlaps', {
      value: inTheWay.value,
      from: inTheWay.from,
      until: inTheWay.until,
    });
  if (heldByOthers.some((held) => overlap(held, period))) return reject('IdentifierHeldByAnother');
  return [
    {
      type: 'IdentifierAssigned',
      data: { organisationId: registration!.organisationId, system, value, until, effectiveOn },
      ...correcting(command),
    },
  ];
};

/** An identifier may be ended after its organisation was closed: registers are slower than mergers. */
export const endIdentifier = (command: EndIdentifier, state: OrganisationState): Decision => {
  const { corrects, effectiveOn, system } = command;
  const value = identifierText(command.value);
  if (!state.registration) return reject('OrganisationNotRegistered');
  const same = state.identifiers.filter((one) => one.system === system && one.value === value);
  const held = corrects
    ? same.find(({ eventId }) => eventId === corrects.eventId)
    : (same.find((one) => holdsOn(one, effectiveOn)) ?? same.find(({ until }) => until === effectiveOn));
  if (!held) return reject(corrects ? 'NothingToCorrect' : 'IdentifierNotHeld');
  if (!corrects && held.until === effectiveOn) return [];
  const { organisationId } = state.registration;
  return [
    {
      type: 'IdentifierEnded',
      data: {
        organisationId,
        assignmentId: held.eventId,
        system: held.system,
        value: held.value,
        effectiveOn,
      },
      ...correcting(command),
    },
  ];
};
