import { reject, timeline, type CalendarDate, type Rejected, type Uuid } from '@alongside/kernel';
import type { SessionCutShort, SessionHeld, SessionMissed, SessionTakenBack } from '../../contracts.js';
import type {
  CorrectSession,
  RecordCutShortSession,
  RecordMissedSession,
  RecordSession,
  SessionRecord,
  TakeBackSession,
} from './supervision.commands.js';
import type { SupervisionRefusal } from './supervision.refusals.js';
import { periodOn, type ArrangedSupervision } from './supervision.state.js';

type Refused = Rejected<SupervisionRefusal>;
type Decision<Event> = readonly Event[] | Refused;

export const recordSession = (
  command: RecordSession,
  supervision: ArrangedSupervision,
): Decision<SessionHeld> => {
  const data = asHeld(command, supervision, null);
  return 'rejected' in data ? data : [{ type: 'SessionHeld', data }];
};

export const correctSession = (
  command: CorrectSession,
  supervision: ArrangedSupervision,
): Decision<SessionHeld> => {
  const { eventId, reason } = command;
  if (!supervision.sessions.some((session) => session.eventId === eventId)) return reject('SessionNotFound');
  const data = asHeld(command, supervision, eventId);
  return 'rejected' in data ? data : [{ type: 'SessionHeld', data, corrects: { eventId, reason } }];
};

export const recordMissed = (
  { plannedOn, reason, today }: RecordMissedSession,
  supervision: ArrangedSupervision,
): Decision<SessionMissed> => {
  const supervisorId = supervisorFor(plannedOn, today, supervision, null);
  if (typeof supervisorId !== 'string') return supervisorId;
  const data = { ...supervision.of, effectiveOn: plannedOn, supervisorId, reason };
  return [{ type: 'SessionMissed', data }];
};

export const recordCutShort = (
  { heldOn, lengthMinutes, reason, today }: RecordCutShortSession,
  supervision: ArrangedSupervision,
): Decision<SessionCutShort> => {
  if (!isLength(lengthMinutes)) return reject('LengthOutOfRange');
  const supervisorId = supervisorFor(heldOn, today, supervision, null);
  if (typeof supervisorId !== 'string') return supervisorId;
  const data = { ...supervision.of, effectiveOn: heldOn, supervisorId, lengthMinutes, reason };
  return [{ type: 'SessionCutShort', data }];
};

export const takeBack = (
  { eventId, reason }: TakeBackSession,
  supervision: ArrangedSupervision,
): Decision<SessionTakenBack> => {
  const session = supervision.sessions.find((recorded) => recorded.eventId === eventId);
  if (!session) return reject('SessionNotFound');
  const data = { ...supervision.of, effectiveOn: session.on };
  return [{ type: 'SessionTakenBack', data, corrects: { eventId, reason } }];
};

/** `instead` is the record that this one stands in for. */
const asHeld = (
  record: SessionRecord,
  supervision: ArrangedSupervision,
  instead: Uuid | null,
): SessionHeld['data'] | Refused => {
  const { heldOn, byPeer, lengthMinutes, agreedActions, earlierActionsDone, today } = record;
  if (record.supervisorId === supervision.of.personId) return reject('SelfSupervision');
  if (!isLength(lengthMinutes)) return reject('LengthOutOfRange');
  if (!isCount(agreedActions) || !isCount(earlierActionsDone)) return reject('ActionsOutOfRange');
  const supervisor = supervisorFor(heldOn, today, supervision, instead);
  if (typeof supervisor !== 'string') return supervisor;
  return {
    ...supervision.of,
    effectiveOn: heldOn,
    supervisorId: record.supervisorId ?? supervisor,
    byPeer,
    lengthMinutes,
    agreedActions,
    earlierActionsDone,
  };
};

/** Who supervised on a day, if a session can be recorded on it. */
const supervisorFor = (
  day: CalendarDate,
  today: CalendarDate,
  supervision: ArrangedSupervision,
  instead: Uuid | null,
): Uuid | Refused => {
  if (day > today) return reject('SessionInFuture', { today });
  const supervisorId = timeline.valueOn(supervision.supervisors, day);
  if (supervisorId === undefined || !periodOn(supervision, day)) return reject('NotArranged');
  if (supervision.sessions.some(({ on, eventId }) => on === day && eventId !== instead))
    return reject('SessionOnThisDay');
  return supervisorId;
};

const isLength = (minutes: number): boolean => Number.isInteger(minutes) && minutes >= 1 && minutes <= 480;
const isCount = (actions: number): boolean => Number.isInteger(actions) && actions >= 0 && actions <= 100;
