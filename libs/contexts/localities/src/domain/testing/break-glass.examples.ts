import { uuid5 } from '@alongside/kernel';
import type {
  BreakGlassApproved,
  BreakGlassEnded,
  BreakGlassRefused,
  BreakGlassRequested,
} from '../../contracts.js';

export const breakGlassId = uuid5('a break-glass');
export const [operatorId, otherOperatorId, leadId, openedId] = [
  uuid5('an operator'),
  uuid5('another operator'),
  uuid5('a lead'),
  uuid5('a person whose records are opened'),
] as const;

const about = {
  breakGlassId,
  requestedBy: operatorId,
  organisationId: uuid5('RX2'),
  personId: openedId,
  classes: ['C2', 'C3'],
  effectiveOn: '2025-01-01',
} as const;

/** Four hours of one person's records, asked for at midnight of 1 January 2025 where facts begin in specs. */
export const requested = (data: Partial<BreakGlassRequested['data']> = {}): BreakGlassRequested => ({
  type: 'BreakGlassRequested',
  data: { ...about, reason: 'A safeguarding alert that nobody else can answer.', hours: 4, ...data },
});

export const approved = (data: Partial<BreakGlassApproved['data']> = {}): BreakGlassApproved => ({
  type: 'BreakGlassApproved',
  data: {
    ...about,
    approvedBy: leadId,
    from: '2025-01-01T10:00:00.000Z',
    until: '2025-01-01T14:00:00.000Z',
    ...data,
  },
});

export const refused = (data: Partial<BreakGlassRefused['data']> = {}): BreakGlassRefused => ({
  type: 'BreakGlassRefused',
  data: { ...about, refusedBy: leadId, ...data },
});

export const ended = (data: Partial<BreakGlassEnded['data']> = {}): BreakGlassEnded => ({
  type: 'BreakGlassEnded',
  data: { ...about, endedBy: operatorId, at: '2025-01-01T11:00:00.000Z', ...data },
});
