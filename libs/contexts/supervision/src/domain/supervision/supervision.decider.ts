import { reject, timeline, type Decider, type Fact, type Rejected } from '@alongside/kernel';
import type { SupervisionArranged, SupervisionEvent } from '../../contracts.js';
import { agreeCadence, arrange, end, handOver } from './supervision.arranging.js';
import type { SupervisionCommand } from './supervision.commands.js';
import type { SupervisionRefusal } from './supervision.refusals.js';
import {
  correctSession,
  recordCutShort,
  recordMissed,
  recordSession,
  takeBack,
} from './supervision.sessions.js';
import type { ArrangedSupervision, Session, SupervisionState } from './supervision.state.js';

type Decision = readonly SupervisionEvent[] | Rejected<SupervisionRefusal>;

const decide = (command: SupervisionCommand, state: SupervisionState): Decision => {
  if (command.type === 'ArrangeSupervision') return arrange(command, state);
  if (state.status === 'None') return reject('NotArranged');
  switch (command.type) {
    case 'AgreeCadence':
      return agreeCadence(command, state);
    case 'HandOverSupervision':
      return handOver(command, state);
    case 'RecordSession':
      return recordSession(command, state);
    case 'RecordMissedSession':
      return recordMissed(command, state);
    case 'RecordCutShortSession':
      return recordCutShort(command, state);
    case 'CorrectSession':
      return correctSession(command, state);
    case 'TakeBackSession':
      return takeBack(command, state);
    case 'EndSupervision':
      return state.status === 'Arranged' ? end(command, state) : [];
    default:
      return command satisfies never;
  }
};

const evolve = (state: SupervisionState, fact: Fact<SupervisionEvent>): SupervisionState => {
  if (fact.type === 'SupervisionArranged') return arranged(state, fact);
  if (state.status === 'None') return state;
  const { effectiveOn } = fact.data;
  switch (fact.type) {
    case 'CadenceAgreed':
      if (isOfEarlierPeriod(state, fact)) return state;
      return { ...state, cadence: timeline.from(state.cadence, effectiveOn, fact.data.everyDays) };
    case 'SupervisionHandedOver':
      if (isOfEarlierPeriod(state, fact)) return state;
      return { ...state, supervisors: timeline.from(state.supervisors, effectiveOn, fact.data.supervisorId) };
    case 'SessionHeld':
      return withSession(state, { eventId: fact.id, on: effectiveOn, outcome: 'held' });
    case 'SessionMissed':
      return withSession(state, { eventId: fact.id, on: effectiveOn, outcome: 'missed' });
    case 'SessionCutShort':
      return withSession(state, { eventId: fact.id, on: effectiveOn, outcome: 'cutShort' });
    case 'SessionTakenBack':
      return state;
    case 'SupervisionEnded':
      return {
        ...state,
        status: 'Ended',
        periods: state.periods.map((period) =>
          period.until === null ? { ...period, until: effectiveOn } : period,
        ),
      };
    default:
      return fact satisfies never;
  }
};

/** What was planned for a day after supervision ended is void, even if it was taken up anew by then. */
const isOfEarlierPeriod = (
  { periods }: ArrangedSupervision,
  { recordedAt }: Fact<SupervisionEvent>,
): boolean => recordedAt < periods.at(-1)!.arrangedAt;

const withSession = (state: ArrangedSupervision, session: Session): ArrangedSupervision => ({
  ...state,
  sessions: [...state.sessions, session],
});

const arranged = (
  state: SupervisionState,
  { data, recordedAt }: Fact<SupervisionArranged>,
): ArrangedSupervision => {
  const { effectiveOn, supervisorId, everyDays } = data;
  const { supervisionId, engagementId, personId, kind, organisationId, localityId } = data;
  const before =
    state.status === 'None' ? { periods: [], supervisors: [], cadence: [], sessions: [] } : state;
  return {
    status: 'Arranged',
    of: { supervisionId, engagementId, personId, kind, organisationId, localityId },
    periods: [...before.periods, { from: effectiveOn, until: null, arrangedAt: recordedAt }],
    supervisors: timeline.from(before.supervisors, effectiveOn, supervisorId),
    cadence: timeline.from(before.cadence, effectiveOn, everyDays),
    sessions: before.sessions,
  };
};

/**
 * One kind of supervision of one engagement. It records that sessions happened, how long they were, by whom and how
 * many actions came of them: never what was said. Nothing is recorded of days on which none was arranged.
 */
export const supervision: Decider<
  SupervisionCommand,
  SupervisionState,
  SupervisionEvent,
  SupervisionRefusal
> = {
  initialState: { status: 'None' },
  decide,
  evolve,
};
