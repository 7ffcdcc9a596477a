import { uuid5, type CalendarDate } from '@alongside/kernel';
import type {
  AgreementDrawnUp,
  AgreementEnded,
  AgreementLeft,
  AgreementParty,
  AgreementResumed,
  AgreementSigned,
  AgreementSuspended,
} from '../../contracts.js';

export const agreementId = uuid5('an agreement');
export const sussexId = uuid5('Sussex');
export const [trustId, charityId, councilId] = [uuid5('RX2'), uuid5('CAPITAL'), uuid5('council')];
export const leadId = uuid5('somebody who leads');

export const organisationParty = (id: string): AgreementParty => ({ kind: 'organisation', id });
export const trust = organisationParty(trustId);
export const charity = organisationParty(charityId);
export const council = organisationParty(councilId);
export const sussex: AgreementParty = { kind: 'locality', id: sussexId };

/** The trust shares with the charity and the locality. */
const named = {
  agreementId,
  localityId: sussexId,
  disclosing: [trustId],
  receiving: [charity, sussex],
} as const;
type Among = Partial<Pick<AgreementDrawnUp['data'], 'disclosing' | 'receiving'>>;

export const drawnUp = (data: Partial<AgreementDrawnUp['data']> = {}): AgreementDrawnUp => ({
  type: 'AgreementDrawnUp',
  data: {
    ...named,
    title: 'Peer training in Sussex',
    purposes: ['recognisingTraining'],
    classes: ['C1', 'C2'],
    lawfulBasis: 'publicTask',
    specialCondition: 'healthOrSocialCare',
    reference: 'ISA 2026/14',
    endsOn: null,
    effectiveOn: '2026-01-01',
    ...data,
  },
});
export const signed = (
  party: AgreementParty,
  effectiveOn: CalendarDate = '2026-02-01',
  among: Among = {},
): AgreementSigned => ({
  type: 'AgreementSigned',
  data: { ...named, ...among, party, signedBy: leadId, effectiveOn },
});
export const suspended = (
  party: AgreementParty,
  effectiveOn: CalendarDate = '2026-03-01',
  among: Among = {},
): AgreementSuspended => ({
  type: 'AgreementSuspended',
  data: { ...named, ...among, party, suspendedBy: leadId, reason: 'A breach is looked into.', effectiveOn },
});
export const resumed = (
  party: AgreementParty,
  effectiveOn: CalendarDate = '2026-04-01',
  among: Among = {},
): AgreementResumed => ({
  type: 'AgreementResumed',
  data: { ...named, ...among, party, resumedBy: leadId, effectiveOn },
});
export const left = (
  party: AgreementParty,
  effectiveOn: CalendarDate = '2026-05-01',
  among: Among = {},
): AgreementLeft => ({
  type: 'AgreementLeft',
  data: { ...named, ...among, party, leftBy: leadId, effectiveOn },
});
export const ended = (effectiveOn: CalendarDate = '2026-06-01', among: Among = {}): AgreementEnded => ({
  type: 'AgreementEnded',
  data: { ...named, ...among, endedBy: leadId, effectiveOn },
});
