import { addMonths, reject, type CalendarDate, type Rejected, type Uuid } from '@alongside/kernel';
import { correcting } from '../correcting.js';
import type {
  LapseReadinessItem,
  MeetReadinessItem,
  ReadinessCommand,
  WaiveReadinessItem,
} from './readiness.commands.js';
import type { ReadinessRefusal } from './readiness.refusals.js';
import { itemOn, type ReadinessEvent, type WithReadiness } from './readiness.state.js';

/** A waiver is a public promise to put something right, so it cannot become the normal state. */
export const LONGEST_WAIVER_MONTHS = 12;

/** Whose readiness is spoken of, and how it stands. */
export interface Whose<Reason extends string> extends WithReadiness {
  /** Why nothing can be recorded of them on a day; undefined where they were there. */
  readonly notOpenOn: (day: CalendarDate) => Rejected<Reason> | undefined;
  /** Asked only of days on which they were there. */
  readonly of: () => { readonly organisationId: Uuid; readonly teamId?: Uuid };
}

type Decision = readonly ReadinessEvent[] | Rejected<ReadinessRefusal>;

/** What is said of a readiness item, by whomever it is to be in place with. */
export const decideReadiness = <Reason extends string>(
  command: ReadinessCommand,
  whose: Whose<Reason>,
): readonly ReadinessEvent[] | Rejected<ReadinessRefusal | Reason> => {
  const refused = whose.notOpenOn(command.effectiveOn) ?? uncorrectable(command, whose);
  if (refused) return refused;
  switch (command.type) {
    case 'MeetReadinessItem':
      return meet(command, whose);
    case 'LapseReadinessItem':
      return lapse(command, whose);
    case 'WaiveReadinessItem':
      return waive(command, whose);
    default:
      return command satisfies never;
  }
};

const uncorrectable = ({ clauseId, corrects }: ReadinessCommand, { readiness }: WithReadiness) =>
  corrects && !(readiness[clauseId] ?? []).some(({ eventId }) => eventId === corrects.eventId)
    ? reject('NothingToCorrect')
    : undefined;

const meet = (command: MeetReadinessItem, { of }: Whose<string>): Decision => {
  const { effectiveOn, clauseId, until } = command;
  const evidenceNote = command.evidenceNote.trim();
  if (evidenceNote === '') return reject('EvidenceMissing');
  if (until !== null && until < effectiveOn) return reject('ReadinessEndsBeforeStart');
  return [
    {
      type: 'ReadinessItemMet',
      data: { ...of(), clauseId, evidenceNote, until, effectiveOn },
      ...correcting(command),
    },
  ];
};

const lapse = (command: LapseReadinessItem, whose: Whose<string>): Decision => {
  const { corrects, effectiveOn, clauseId } = command;
  if (!corrects && !itemOn(whose, clauseId, effectiveOn)) return reject('ReadinessItemNotInPlace');
  return [
    {
      type: 'ReadinessItemLapsed',
      data: { ...whose.of(), clauseId, effectiveOn },
      ...correcting(command),
    },
  ];
};

const waive = (command: WaiveReadinessItem, whose: Whose<string>): Decision => {
  const { corrects, effectiveOn, clauseId, waivedBy, expiresOn } = command;
  const reason = command.reason.trim();
  if (reason === '') return reject('ReasonMissing');
  if (expiresOn === null) return reject('WaiverWithoutExpiry');
  if (expiresOn < effectiveOn) return reject('WaiverEndsBeforeStart');
  const latest = addMonths(effectiveOn, LONGEST_WAIVER_MONTHS);
  if (latest < expiresOn) return reject('WaiverTooLong', { latest });
  if (!corrects && itemOn(whose, clauseId, effectiveOn)?.status === 'met')
    return reject('ReadinessItemAlreadyMet');
  return [
    {
      type: 'ReadinessItemWaived',
      data: { ...whose.of(), clauseId, waivedBy, reason, expiresOn, effectiveOn },
      ...correcting(command),
    },
  ];
};
