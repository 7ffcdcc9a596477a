import { reject, timeline, type Decider, type Fact, type Rejected } from '@alongside/kernel';
import type { EngagementBegun, EngagementEvent } from '../../contracts.js';
import { agreeHours, agreeTerm, reachStepPoint } from './engagement.agreeing.js';
import type { EngagementCommand } from './engagement.commands.js';
import { begin, beginAgain, correctEnd, correctStart, end, notStarted } from './engagement.lasting.js';
import type { EngagementRefusal } from './engagement.refusals.js';
import type { CurrentEngagement, EndedEngagement, EngagementState } from './engagement.state.js';

type Decision = readonly EngagementEvent[] | Rejected<EngagementRefusal>;

const decide = (command: EngagementCommand, state: EngagementState): Decision => {
  if (state.status === 'None')
    return command.type === 'BeginEngagement' ? begin(command) : reject('EngagementNotBegun');
  switch (command.type) {
    case 'BeginEngagement':
      return beginAgain(command, state);
    case 'AgreeHours':
      return agreeHours(command, state);
    case 'AgreeTerm':
      return agreeTerm(command, state);
    case 'ReachStepPoint':
      return reachStepPoint(command, state);
    case 'EndEngagement':
      return state.status === 'Current' ? end(command, state) : alreadyEnded(command.lastDay, state);
    case 'RecordNotStarted':
      if (state.status === 'Current') return notStarted(state);
      return state.endReason === 'didNotStart' ? [] : reject('EngagementEnded', { lastDay: state.lastDay });
    case 'CorrectEngagementStart':
      return correctStart(command, state);
    case 'CorrectEngagementEnd':
      return state.status === 'Ended' ? correctEnd(command, state) : reject('EndNotFound');
    default:
      return command satisfies never;
  }
};

const alreadyEnded = (lastDay: string, state: EndedEngagement): Decision =>
  lastDay === state.lastDay ? [] : reject('EngagementEnded', { lastDay: state.lastDay });

const evolve = (state: EngagementState, fact: Fact<EngagementEvent>): EngagementState => {
  if (fact.type === 'EngagementBegun') return state.status === 'None' ? begun(fact) : state;
  if (state.status === 'None') return state;
  const { effectiveOn } = fact.data;
  const later = { ...state, firstFactOn: state.firstFactOn ?? effectiveOn };
  switch (fact.type) {
    case 'HoursAgreed':
      return { ...later, hours: timeline.from(state.hours, effectiveOn, fact.data.hoursPerWeek) };
    case 'TermAgreed':
      return { ...later, term: timeline.from(state.term, effectiveOn, fact.data.until) };
    case 'StepPointReached': {
      const { band, stepPoint } = fact.data;
      return { ...later, stepPoints: timeline.from(state.stepPoints, effectiveOn, { band, stepPoint }) };
    }
    case 'EngagementEnded': {
      const { lastDay, reason } = fact.data;
      return { ...later, status: 'Ended', lastDay, endReason: reason, endedBy: fact.id };
    }
    default:
      return fact satisfies never;
  }
};

const begun = ({ id, data }: Fact<EngagementBegun>): CurrentEngagement => ({
  status: 'Current',
  begun: data,
  begunBy: id,
  kind: data.kind,
  startsOn: data.effectiveOn,
  firstFactOn: null,
  hours: [{ from: data.effectiveOn, value: data.hoursPerWeek }],
  term: [{ from: data.effectiveOn, value: data.fixedTermUntil }],
  stepPoints: [],
});

/**
 * A person working for an organisation, in a post or without one. Nothing takes effect before its first day or after
 * its last. The end of it ends nothing else about the person.
 */
export const engagement: Decider<EngagementCommand, EngagementState, EngagementEvent, EngagementRefusal> = {
  initialState: { status: 'None' },
  decide,
  evolve,
};
