import { reject, type CalendarDate, type Decider, type Rejected } from '@alongside/kernel';
import { DEPLOYMENT, OPERATORS, type RoleEnded, type RoleGranted } from '../../contracts.js';
import { correcting } from '../correcting.js';
import { grantsAfter, type Grant } from '../membership/membership.state.js';
import { endedBy, holdsOn, isEmpty, overlap, through, type Period } from '../period.js';
import type { AppointOperator, DismissOperator, OperatorsCommand } from './operators.commands.js';
import type { OperatorsRefusal } from './operators.refusals.js';

export type OperatorsEvent = RoleGranted | RoleEnded;

/** Everybody who ever was an operator, and when. */
export interface OperatorsState {
  readonly appointments: readonly Grant[];
}

type Decision = readonly OperatorsEvent[] | Rejected<OperatorsRefusal>;

const everywhere = {
  membershipId: OPERATORS,
  role: 'operator',
  scope: { kind: 'deployment', id: DEPLOYMENT },
} as const;

const appoint = (command: AppointOperator, { appointments }: OperatorsState): Decision => {
  const { personId, endsOn, effectiveOn, corrects } = command;
  if (corrects && !appointments.some(({ eventId }) => eventId === corrects.eventId))
    return reject('NothingToCorrect');
  if (endsOn !== null && endsOn < effectiveOn) return reject('OperatorEndsBeforeStart');
  const period = through(effectiveOn, endsOn);
  const others = appointments.filter(({ eventId }) => eventId !== corrects?.eventId);
  if (others.some((other) => other.personId === personId && overlap(other, period)))
    return reject('AlreadyOperator');
  if (lastingFrom(appointments) === null && endsOn !== null) return reject('FirstOperatorNeedsNoEnd');
  if (leavesNobody(appointments, [...others, period])) return reject('LastOperator');
  return [
    { type: 'RoleGranted', data: { ...everywhere, personId, endsOn, effectiveOn }, ...correcting(command) },
  ];
};

/** An operator may dismiss themselves, where somebody is left. */
const dismiss = (command: DismissOperator, { appointments }: OperatorsState): Decision => {
  const { personId, effectiveOn, corrects } = command;
  const own = appointments.filter((one) => one.personId === personId);
  const held = own.find((one) => (corrects ? one.eventId === corrects.eventId : holdsOn(one, effectiveOn)));
  if (!held) return reject(corrects ? 'NothingToCorrect' : 'NotOperator');
  const others = appointments.filter((one) => one !== held);
  if (leavesNobody(appointments, corrects ? others : [...others, endedBy(held, effectiveOn)]))
    return reject('LastOperator');
  return [
    {
      type: 'RoleEnded',
      data: { ...everywhere, grantId: held.eventId, personId, effectiveOn },
      ...correcting(command),
    },
  ];
};

/** Whether there would be a day without an operator after one from which on there was always to be one. */
const leavesNobody = (before: readonly Period[], after: readonly Period[]): boolean => {
  const [promised, kept] = [lastingFrom(before), lastingFrom(after)];
  return promised !== null && (kept === null || promised < kept);
};

/** The first day from which on one of the periods holds on every day, without end; null where none is without end. */
export const lastingFrom = (periods: readonly Period[]): CalendarDate | null => {
  const earliest = (some: readonly Period[]): CalendarDate | undefined =>
    some.map(({ from }) => from).toSorted()[0];
  const reaching = (day: CalendarDate): CalendarDate => {
    const before = earliest(
      periods.filter((one) => !isEmpty(one) && one.from < day && one.until !== null && day <= one.until),
    );
    return before === undefined ? day : reaching(before);
  };
  const endless = earliest(periods.filter(({ until }) => until === null));
  return endless === undefined ? null : reaching(endless);
};

/** Who operates the installation. Once somebody does there is always somebody, whatever is asked. */
export const operators: Decider<OperatorsCommand, OperatorsState, OperatorsEvent, OperatorsRefusal> = {
  initialState: { appointments: [] },
  decide: (command, state) =>
    command.type === 'AppointOperator' ? appoint(command, state) : dismiss(command, state),
  evolve: ({ appointments }, fact) => ({ appointments: grantsAfter(appointments, fact) }),
};
