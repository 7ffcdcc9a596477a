import { reject, timeline, type Rejected } from '@alongside/kernel';
import type {
  CadenceAgreed,
  SupervisionArranged,
  SupervisionEnded,
  SupervisionHandedOver,
} from '../../contracts.js';
import type {
  AgreeCadence,
  ArrangeSupervision,
  EndSupervision,
  HandOverSupervision,
} from './supervision.commands.js';
import type { SupervisionRefusal } from './supervision.refusals.js';
import { periodOn, type ArrangedSupervision, type SupervisionState } from './supervision.state.js';

type Decision<Event> = readonly Event[] | Rejected<SupervisionRefusal>;

const isCadence = (days: number): boolean => Number.isInteger(days) && days >= 1 && days <= 366;

export const arrange = (
  { type: _, ...data }: ArrangeSupervision,
  state: SupervisionState,
): Decision<SupervisionArranged> => {
  if (data.supervisorId === data.personId) return reject('SelfSupervision');
  if (!isCadence(data.everyDays)) return reject('CadenceOutOfRange');
  if (state.status === 'Arranged')
    return isStanding(data, state) ? [] : reject('AlreadyArranged', { from: state.periods.at(-1)!.from });
  const ended = state.status === 'Ended' ? state.periods.at(-1)?.until : undefined;
  if (ended && data.effectiveOn < ended) return reject('ArrangedBeforeEnd', { endedOn: ended });
  return [{ type: 'SupervisionArranged', data }];
};

const isStanding = (
  { effectiveOn, supervisorId, everyDays }: SupervisionArranged['data'],
  { periods, supervisors, cadence }: ArrangedSupervision,
): boolean =>
  periods.at(-1)?.from === effectiveOn &&
  timeline.valueOn(supervisors, effectiveOn) === supervisorId &&
  timeline.valueOn(cadence, effectiveOn) === everyDays;

export const agreeCadence = (
  { everyDays, effectiveOn }: AgreeCadence,
  supervision: ArrangedSupervision,
): Decision<CadenceAgreed> => {
  if (!isCadence(everyDays)) return reject('CadenceOutOfRange');
  if (!periodOn(supervision, effectiveOn)) return reject('NotArranged');
  if (timeline.valueOn(supervision.cadence, effectiveOn) === everyDays) return [];
  return [{ type: 'CadenceAgreed', data: { ...supervision.of, effectiveOn, everyDays } }];
};

export const handOver = (
  { supervisorId, supervisorHasLivedExperience, effectiveOn }: HandOverSupervision,
  supervision: ArrangedSupervision,
): Decision<SupervisionHandedOver> => {
  if (supervisorId === supervision.of.personId) return reject('SelfSupervision');
  const fromSupervisorId = timeline.valueOn(supervision.supervisors, effectiveOn);
  if (fromSupervisorId === undefined || !periodOn(supervision, effectiveOn)) return reject('NotArranged');
  if (fromSupervisorId === supervisorId) return [];
  return [
    {
      type: 'SupervisionHandedOver',
      data: { ...supervision.of, effectiveOn, fromSupervisorId, supervisorId, supervisorHasLivedExperience },
    },
  ];
};

/** With an engagement that ended before supervision was to begin, supervision ends on the day it was to begin. */
export const end = (
  { reason, effectiveOn: asked }: EndSupervision,
  supervision: ArrangedSupervision,
): Decision<SupervisionEnded> => {
  const period = supervision.periods.at(-1)!;
  const beforeItBegan = asked < period.from;
  if (beforeItBegan && reason !== 'engagementEnded') return reject('NotArranged', { from: period.from });
  const effectiveOn = beforeItBegan ? period.from : asked;
  const last = supervision.sessions.at(-1);
  if (last && last.on >= effectiveOn) return reject('SessionsStand', { last: last.on });
  return [{ type: 'SupervisionEnded', data: { ...supervision.of, effectiveOn, reason } }];
};
