import { reject } from '@alongside/kernel';
import { correcting } from '../correcting.js';
import { holdsOn, overlap } from '../period.js';
import type { JoinLocality, LeaveLocality } from './organisation.commands.js';
import { notOpenOn, type Decision, type OrganisationState } from './organisation.state.js';

/** A stay that is learnt of after a closing is refused: nothing would end it on the day of the closing. */
export const join = (command: JoinLocality, state: OrganisationState): Decision => {
  const { corrects, effectiveOn, localityId, localityEstablishedOn } = command;
  const refused = notOpenOn(state, state.closure ? state.closure.on : effectiveOn);
  if (refused) return refused;
  const { registration, localities } = state;
  if (corrects && !localities.some(({ eventId }) => eventId === corrects.eventId))
    return reject('NothingToCorrect');
  if (localityEstablishedOn === null) return reject('LocalityUnknown');
  if (effectiveOn < localityEstablishedOn)
    return reject('BeforeLocalityEstablished', { establishedOn: localityEstablishedOn });
  const stay = { from: effectiveOn, until: null };
  const others = localities.filter(
    (other) => other.localityId === localityId && other.eventId !== corrects?.eventId,
  );
  if (others.some((other) => overlap(other, stay))) return reject('AlreadyInLocality');
  return [
    {
      type: 'OrganisationJoinedLocality',
      data: { organisationId: registration!.organisationId, localityId, effectiveOn },
      ...correcting(command),
    },
  ];
};

export const leave = (command: LeaveLocality, state: OrganisationState): Decision => {
  const { corrects, effectiveOn, localityId, hosts } = command;
  if (!state.registration) return reject('OrganisationNotRegistered');
  const stay = state.localities.find((one) =>
    corrects ? one.eventId === corrects.eventId : one.localityId === localityId && holdsOn(one, effectiveOn),
  );
  if (!stay || stay.localityId !== localityId) return reject(corrects ? 'NothingToCorrect' : 'NotInLocality');
  if (hosts) return reject('HostsLocality', { localities: [localityId] });
  const { organisationId } = state.registration;
  return [
    {
      type: 'OrganisationLeftLocality',
      data: { organisationId, localityId, joiningId: stay.eventId, effectiveOn },
      ...correcting(command),
    },
  ];
};
