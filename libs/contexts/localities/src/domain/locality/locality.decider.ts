import {
  reject,
  timeline,
  type CalendarDate,
  type Decider,
  type Fact,
  type Rejected,
  type Uuid,
} from '@alongside/kernel';
import type { LocalityEstablished, LocalityHostNamed } from '../../contracts.js';
import { correcting } from '../correcting.js';
import type {
  EstablishLocality,
  LocalityCommand,
  NameLocalityHost,
  OrganisationFound,
} from './locality.commands.js';
import type { LocalityRefusal } from './locality.refusals.js';

export type LocalityEvent = LocalityEstablished | LocalityHostNamed;

/** One shape whatever the order of facts, since a correction comes after what was true on the same day. */
export interface LocalityState {
  readonly established: {
    readonly eventId: Uuid;
    readonly localityId: Uuid;
    readonly name: string;
    readonly on: CalendarDate;
  } | null;
  readonly hosts: readonly { readonly eventId: Uuid; readonly from: CalendarDate; readonly value: Uuid }[];
}

type Decision = readonly LocalityEvent[] | Rejected<LocalityRefusal>;

const establish = (command: EstablishLocality, state: LocalityState): Decision => {
  const { corrects, effectiveOn } = command;
  if (corrects) {
    if (state.established?.eventId !== corrects.eventId) return reject('NothingToCorrect');
    const first = state.hosts.find(({ eventId }) => eventId !== corrects.eventId);
    if (first && first.from < effectiveOn) return reject('AfterLaterFact', { fact: first.from });
  } else if (state.established) return reject('LocalityAlreadyEstablished');
  if (command.name.trim() === '') return reject('NameMissing');
  const refused = hostRefused(command.host, effectiveOn);
  if (refused) return refused;
  const { localityId, hostOrganisationId } = command;
  return [
    {
      type: 'LocalityEstablished',
      data: { localityId, name: command.name.trim(), hostOrganisationId, effectiveOn },
      ...correcting(command),
    },
  ];
};

const nameHost = (command: NameLocalityHost, state: LocalityState): Decision => {
  const { corrects, effectiveOn, hostOrganisationId } = command;
  if (!state.established) return reject('LocalityNotEstablished');
  if (effectiveOn < state.established.on)
    return reject('BeforeLocalityEstablished', { on: state.established.on });
  if (corrects && !state.hosts.some(({ eventId }) => eventId === corrects.eventId))
    return reject('NothingToCorrect');
  if (corrects?.eventId === state.established.eventId) return reject('NothingToCorrect');
  const refused = hostRefused(command.host, effectiveOn);
  if (refused) return refused;
  const { localityId } = state.established;
  if (!corrects && hostOn(state, effectiveOn) === hostOrganisationId) return [];
  return [
    {
      type: 'LocalityHostNamed',
      data: { localityId, hostOrganisationId, effectiveOn },
      ...correcting(command),
    },
  ];
};

const hostRefused = (
  host: OrganisationFound | null,
  day: CalendarDate,
): Rejected<LocalityRefusal> | undefined => {
  if (!host) return reject('HostUnknown');
  const open = host.registeredOn <= day && (host.closedOn === null || day < host.closedOn);
  return open ? undefined : reject('HostNotOpen');
};

/** The organisation that hosts the locality on a day; undefined before it was established. */
export const hostOn = ({ hosts }: LocalityState, day: CalendarDate): Uuid | undefined =>
  timeline.valueOn(hosts, day);

/** Whether the organisation hosts the locality on that day or on any later one. */
export const hostsFrom = (state: LocalityState, organisationId: Uuid, day: CalendarDate): boolean =>
  [day, ...state.hosts.map(({ from }) => from).filter((from) => day < from)].some(
    (on) => hostOn(state, on) === organisationId,
  );

export const locality: Decider<LocalityCommand, LocalityState, LocalityEvent, LocalityRefusal> = {
  initialState: { established: null, hosts: [] },
  decide: (command, state) =>
    command.type === 'EstablishLocality' ? establish(command, state) : nameHost(command, state),
  evolve: (state, fact) => ({
    established: fact.type === 'LocalityEstablished' ? establishedBy(fact) : state.established,
    hosts: [
      ...state.hosts,
      { eventId: fact.id, from: fact.data.effectiveOn, value: fact.data.hostOrganisationId },
    ],
  }),
};

const establishedBy = ({ id, data }: Fact<LocalityEstablished>): LocalityState['established'] => ({
  eventId: id,
  localityId: data.localityId,
  name: data.name,
  on: data.effectiveOn,
});
