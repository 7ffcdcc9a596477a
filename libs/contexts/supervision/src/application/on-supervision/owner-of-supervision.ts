import type { Owner } from '@alongside/application';
import type { Uuid } from '@alongside/kernel';
import type { SupervisionCommand, SupervisionState } from '../../domain/index.js';

const ofSessions: readonly SupervisionCommand['type'][] = [
  'RecordSession',
  'RecordMissedSession',
  'RecordCutShortSession',
  'CorrectSession',
  'TakeBackSession',
];

/**
 * The employing organisation answers for supervision, and whoever supervises in this record may act on it. Nobody
 * records sessions of their own supervision, whatever other roles they hold.
 */
export const ownerOfSupervision = (
  state: SupervisionState,
  actorId: Uuid,
  command: SupervisionCommand['type'],
): Owner | undefined => {
  if (state.status === 'None') return undefined;
  const { of, supervisors } = state;
  if (of.personId === actorId && ofSessions.includes(command)) return undefined;
  const supervises = supervisors.some(({ value }) => value === actorId);
  return {
    organisations: [of.organisationId],
    localities: [of.localityId],
    ...(supervises ? { person: of.personId } : {}),
  };
};
