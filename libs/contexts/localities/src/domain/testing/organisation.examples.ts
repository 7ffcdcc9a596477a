import { uuid5, type Correction, type Uuid } from '@alongside/kernel';
import { factId } from '@alongside/kernel/testing';
import type { OrganisationEvent } from '../organisation/organisation.events.js';

/** The real case that every rule here is tried on: RW1 took a new name and absorbed R1C on one day. */
export const organisationId = uuid5('RW1');
export const solentId = uuid5('R1C');
export const wessexId = uuid5('Wessex');
export const clauseId = uuid5('a readiness item');
export const personId = uuid5('a person');
export const MERGER_DAY = '2024-10-01';
export const OLD_NAME = 'Southern Health NHS Foundation Trust';
export const NEW_NAME = 'Hampshire and Isle of Wight Healthcare NHS Foundation Trust';

type Of<Type extends OrganisationEvent['type']> = Extract<OrganisationEvent, { type: Type }>;

export const registered = (
  data: Partial<Of<'OrganisationRegistered'>['data']> = {},
): Of<'OrganisationRegistered'> => ({
  type: 'OrganisationRegistered',
  data: { organisationId, name: OLD_NAME, sector: 'nhsTrust', effectiveOn: '2011-04-01', ...data },
});
export const renamed = (effectiveOn = MERGER_DAY, name = NEW_NAME): Of<'OrganisationRenamed'> => ({
  type: 'OrganisationRenamed',
  data: { organisationId, name, effectiveOn },
});
export const assigned = (data: Partial<Of<'IdentifierAssigned'>['data']> = {}): Of<'IdentifierAssigned'> => ({
  type: 'IdentifierAssigned',
  data: { organisationId, system: 'ods', value: 'RW1', until: null, effectiveOn: '2011-04-01', ...data },
});
export const joined = (effectiveOn = '2020-04-01'): Of<'OrganisationJoinedLocality'> => ({
  type: 'OrganisationJoinedLocality',
  data: { organisationId, localityId: wessexId, effectiveOn },
});
export const left = (joiningId: Uuid, effectiveOn: string): Of<'OrganisationLeftLocality'> => ({
  type: 'OrganisationLeftLocality',
  data: { organisationId, localityId: wessexId, joiningId, effectiveOn },
});
export const merged = (effectiveOn = MERGER_DAY): Of<'OrganisationMerged'> => ({
  type: 'OrganisationMerged',
  data: { organisationId, intoOrganisationId: solentId, effectiveOn },
});
export const met = (effectiveOn = '2025-01-01', until: string | null = null): Of<'ReadinessItemMet'> => ({
  type: 'ReadinessItemMet',
  data: { organisationId, clauseId, evidenceNote: 'Policy seen.', until, effectiveOn },
});
export const waived = (effectiveOn = '2025-01-01', expiresOn = '2025-06-30'): Of<'ReadinessItemWaived'> => ({
  type: 'ReadinessItemWaived',
  data: {
    organisationId,
    clauseId,
    waivedBy: personId,
    reason: 'The policy is out for consultation.',
    expiresOn,
    effectiveOn,
  },
});
export const lapsed = (effectiveOn: string): Of<'ReadinessItemLapsed'> => ({
  type: 'ReadinessItemLapsed',
  data: { organisationId, clauseId, effectiveOn },
});

/** Corrects the event at `index` of the given history. */
export const correcting = (index: number): Correction => ({ eventId: factId(index), reason: 'wrongDate' });
