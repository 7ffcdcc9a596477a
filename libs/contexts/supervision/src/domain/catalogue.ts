import type { Catalogue } from '@alongside/kernel';
import type { OfSupervision, SupervisionEvent } from '../contracts.js';

const ofSupervision = [
  'effectiveOn',
  'supervisionId',
  'engagementId',
  'personId',
  'kind',
  'organisationId',
  'localityId',
] as const satisfies readonly (keyof OfSupervision)[];

/** Only one thing is sealed: whether a supervisor brings lived experience, with the supervisor's own key. */
export const supervisionCatalogue: Catalogue<SupervisionEvent> = {
  SupervisionArranged: {
    version: 1,
    subject: 'supervisorId',
    open: [...ofSupervision, 'supervisorId', 'everyDays'],
    sealed: { supervisorHasLivedExperience: 'C3' },
  },
  CadenceAgreed: { version: 1, subject: 'personId', open: [...ofSupervision, 'everyDays'] },
  SessionHeld: {
    version: 1,
    subject: 'supervisorId',
    open: [...ofSupervision, 'supervisorId', 'lengthMinutes', 'agreedActions', 'earlierActionsDone'],
    sealed: { byPeer: 'C3' },
  },
  SessionMissed: { version: 1, subject: 'personId', open: [...ofSupervision, 'supervisorId', 'reason'] },
  SessionCutShort: {
    version: 1,
    subject: 'personId',
    open: [...ofSupervision, 'supervisorId', 'lengthMinutes', 'reason'],
  },
  SessionTakenBack: { version: 1, subject: 'personId', open: ofSupervision },
  SupervisionHandedOver: {
    version: 1,
    subject: 'supervisorId',
    open: [...ofSupervision, 'fromSupervisorId', 'supervisorId'],
    sealed: { supervisorHasLivedExperience: 'C3' },
  },
  SupervisionEnded: { version: 1, subject: 'personId', open: [...ofSupervision, 'reason'] },
};
