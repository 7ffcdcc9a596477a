import { reject, type CalendarDate } from '@alongside/kernel';
import { correcting } from '../correcting.js';
import type {
  CloseOrganisation,
  MergeOrganisation,
  RegisterOrganisation,
  RenameOrganisation,
  ReopenOrganisation,
} from './organisation.commands.js';
import type { OrganisationEvent } from './organisation.events.js';
import { nameOn, notOpenOn, type Decision, type OrganisationState } from './organisation.state.js';

export const register = (command: RegisterOrganisation, state: OrganisationState): Decision => {
  const { corrects, effectiveOn, organisationId, sector } = command;
  const name = command.name.trim();
  if (corrects) {
    if (state.registration?.eventId !== corrects.eventId) return reject('NothingToCorrect');
    const first = [...startsOf(state), ...closings(state)].find((day) => day < effectiveOn);
    if (first) return reject('AfterLaterFact', { fact: first });
  } else if (state.registration) return reject('OrganisationAlreadyRegistered');
  if (name === '') return reject('NameMissing');
  return [
    {
      type: 'OrganisationRegistered',
      data: { organisationId, name, sector, effectiveOn },
      ...correcting(command),
    },
  ];
};

export const rename = (command: RenameOrganisation, state: OrganisationState): Decision => {
  const { corrects, effectiveOn } = command;
  const name = command.name.trim();
  const refused = notOpenOn(state, effectiveOn);
  if (refused) return refused;
  const { registration, names } = state;
  if (corrects && !isRenaming(state, corrects.eventId)) return reject('NothingToCorrect');
  if (name === '') return reject('NameMissing');
  if (!corrects && nameOn(state, effectiveOn) === name) return [];
  const others = names.filter(({ eventId }) => eventId !== corrects?.eventId);
  if (others.some(({ from }) => from === effectiveOn)) return reject('NameHeldFromThatDay');
  return [
    {
      type: 'OrganisationRenamed',
      data: { organisationId: registration!.organisationId, name, effectiveOn },
      ...correcting(command),
    },
  ];
};

const isRenaming = ({ names, registration }: OrganisationState, eventId: string): boolean =>
  eventId !== registration?.eventId && names.some((name) => name.eventId === eventId);

/** The absorbed organisation leaves its localities and is closed; its successor's stream says nothing of it. */
export const merge = (command: MergeOrganisation, state: OrganisationState): Decision => {
  const { into, effectiveOn } = command;
  const refused = notOpenOn(state, effectiveOn);
  if (refused) return refused;
  const { organisationId } = state.registration!;
  if (!into) return reject('SuccessorUnknown');
  if (into.organisationId === organisationId) return reject('MergerIntoItself');
  if (into.mergesInto.includes(organisationId)) return reject('MergerCycle');
  const open = into.registeredOn <= effectiveOn && (into.closedOn === null || effectiveOn < into.closedOn);
  if (!open) return reject('SuccessorNotOpen');
  return close(command, state, {
    type: 'OrganisationMerged',
    data: { organisationId, intoOrganisationId: into.organisationId, effectiveOn },
  });
};

export const closeDown = (command: CloseOrganisation, state: OrganisationState): Decision => {
  const { effectiveOn } = command;
  const refused = notOpenOn(state, effectiveOn);
  if (refused) return refused;
  const { organisationId } = state.registration!;
  return close(command, state, { type: 'OrganisationClosed', data: { organisationId, effectiveOn } });
};

type Closing = Extract<OrganisationEvent, { type: 'OrganisationMerged' | 'OrganisationClosed' }>;

const close = (
  { hostOf, effectiveOn }: MergeOrganisation | CloseOrganisation,
  state: OrganisationState,
  closing: Closing,
): Decision => {
  const { organisationId } = state.registration!;
  if (hostOf.length > 0) return reject('HostsLocality', { localities: hostOf });
  const later = startsOf(state).find((day) => effectiveOn <= day);
  if (state.closure || later) return reject('FactsAfterClosing', { fact: later ?? state.closure!.on });
  return [
    ...state.localities
      .filter(({ until }) => until === null || effectiveOn < until)
      .map(({ eventId, localityId }) => ({
        type: 'OrganisationLeftLocality' as const,
        data: { organisationId, localityId, joiningId: eventId, effectiveOn },
      })),
    closing,
  ];
};

/** What the closing ended goes on as though it had never been closed. */
export const reopen = ({ corrects }: ReopenOrganisation, state: OrganisationState): Decision => {
  const { registration, closure, localities } = state;
  if (!registration) return reject('OrganisationNotRegistered');
  if (!closure || closure.eventId !== corrects.eventId) return reject('NothingToCorrect');
  const { organisationId } = registration;
  const { reason } = corrects;
  return [
    { type: 'OrganisationReopened', data: { organisationId, effectiveOn: closure.on }, corrects },
    ...localities
      .filter(({ until }) => until === closure.on)
      .map(({ eventId, localityId, from }) => ({
        type: 'OrganisationJoinedLocality' as const,
        data: { organisationId, localityId, effectiveOn: from },
        corrects: { eventId, reason },
      })),
  ];
};

/** The days on which anything begins other than the registration, in calendar order. */
const startsOf = ({
  registration,
  names,
  identifiers,
  localities,
  readiness,
}: OrganisationState): readonly CalendarDate[] =>
  [...names, ...identifiers, ...localities, ...Object.values(readiness).flat()]
    .filter(({ eventId }) => eventId !== registration?.eventId)
    .map(({ from }) => from)
    .toSorted();

const closings = ({ closure }: OrganisationState): readonly CalendarDate[] => (closure ? [closure.on] : []);
