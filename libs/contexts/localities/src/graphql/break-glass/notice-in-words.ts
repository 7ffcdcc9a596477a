import { momentInWords, type Instant } from '@alongside/kernel';
import type { BreakGlassClass } from '../../contracts.js';

/** What a notice is made of. */
export interface Noticed {
  readonly requestedByName: string | null;
  readonly organisationName: string | null;
  /** Whether the one who reads it was named, or was one of everybody. */
  readonly namedYou: boolean;
  readonly classes: readonly BreakGlassClass[];
  readonly reason: string | null;
  readonly from: Instant;
  readonly until: Instant;
  readonly wasRead: boolean;
}

const opened: Readonly<Record<BreakGlassClass, string>> = {
  C1: 'names and work contacts',
  C2: 'employment, training and supervision',
  C3: 'lived experience, adjustments and benefits',
  C4: 'criminal-record decisions',
};

/** The notice as its reader is told it: who, whose records, when, what, why, and whether anything was read. */
export const noticeInWords = (notice: Noticed): string => {
  const { requestedByName, organisationName, namedYou, classes, reason, from, until, wasRead } = notice;
  const whose = namedYou ? 'your records' : 'everybody’s records, yours among them,';
  return [
    `In an emergency ${whose} at ${organisationName ?? 'an organisation'} were open to ${requestedByName ?? 'an operator'} from ${momentInWords(from)} until ${momentInWords(until)}.`,
    `What was open: ${classes.map((one) => opened[one]).join('; ')}.`,
    reason === null ? 'The reason given is no longer on record.' : `The reason given: “${reason}”`,
    wasRead
      ? 'Something about you was read. The log of who looked says what.'
      : 'The log of who looked shows nothing of yours.',
  ].join(' ');
};
