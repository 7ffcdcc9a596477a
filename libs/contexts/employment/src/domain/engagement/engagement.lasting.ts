import { addDays, reject, type Rejected } from '@alongside/kernel';
import type { EngagementBegun, EngagementEnded } from '../../contracts.js';
import { hoursArePossible } from '../hours.js';
import type {
  BeginEngagement,
  CorrectEngagementEnd,
  CorrectEngagementStart,
  EndEngagement,
} from './engagement.commands.js';
import type { EngagementRefusal } from './engagement.refusals.js';
import {
  ofEngagement,
  type CurrentEngagement,
  type EndedEngagement,
  type Engagement,
} from './engagement.state.js';

type Decision<Event> = readonly Event[] | Rejected<EngagementRefusal>;

export const begin = ({ type: _, startsOn, ...said }: BeginEngagement): Decision<EngagementBegun> => {
  if (!hoursArePossible(said.hoursPerWeek)) return reject('HoursOutOfRange');
  if (said.fixedTermUntil !== null && said.fixedTermUntil < startsOn) return reject('TermEndsBeforeStart');
  return [{ type: 'EngagementBegun', data: { effectiveOn: startsOn, ...said } }];
};

/** The same engagement begun again is nothing new; the post's answer may come twice. */
export const beginAgain = (
  { personId, postId, startsOn }: BeginEngagement,
  { begun }: Engagement,
): Decision<EngagementBegun> =>
  begun.personId === personId && begun.postId === postId && begun.effectiveOn === startsOn
    ? []
    : reject('EngagementExists');

export const end = (
  { lastDay, reason }: EndEngagement,
  engagement: CurrentEngagement,
): Decision<EngagementEnded> => {
  if (lastDay < engagement.startsOn) return reject('LastDayBeforeStart', { startsOn: engagement.startsOn });
  return [
    {
      type: 'EngagementEnded',
      data: { ...ofEngagement(engagement, addDays(lastDay, 1)), lastDay, reason },
    },
  ];
};

export const notStarted = (engagement: CurrentEngagement): Decision<EngagementEnded> => [
  {
    type: 'EngagementEnded',
    data: {
      ...ofEngagement(engagement, engagement.startsOn),
      lastDay: addDays(engagement.startsOn, -1),
      reason: 'didNotStart',
    },
  },
];

/** The start may move to any day before the other facts of the engagement: what followed it must still follow. */
export const correctStart = (
  { eventId, startsOn, reason, note }: CorrectEngagementStart,
  engagement: CurrentEngagement | EndedEngagement,
): Decision<EngagementBegun> => {
  if (eventId !== engagement.begunBy) return reject('StartNotFound');
  if (startsOn === engagement.startsOn) return [];
  const { firstFactOn } = engagement;
  if (firstFactOn !== null && startsOn >= firstFactOn) return reject('LaterFactsStand', { firstFactOn });
  const { applicationId, kind, title, roleFamily, hoursPerWeek, fixedTermUntil } = engagement.begun;
  if (fixedTermUntil !== null && fixedTermUntil < startsOn) return reject('TermEndsBeforeStart');
  return [
    {
      type: 'EngagementBegun',
      data: {
        ...ofEngagement(engagement, startsOn),
        applicationId,
        kind,
        title,
        roleFamily,
        hoursPerWeek,
        fixedTermUntil,
        ...(note === undefined ? {} : { correctionNote: note }),
      },
      corrects: { eventId, reason },
    },
  ];
};

export const correctEnd = (
  { eventId, lastDay, endReason, reason, note }: CorrectEngagementEnd,
  engagement: EndedEngagement,
): Decision<EngagementEnded> => {
  if (eventId !== engagement.endedBy) return reject('EndNotFound');
  if (lastDay < engagement.startsOn) return reject('LastDayBeforeStart', { startsOn: engagement.startsOn });
  if (lastDay === engagement.lastDay && endReason === engagement.endReason) return [];
  return [
    {
      type: 'EngagementEnded',
      data: {
        ...ofEngagement(engagement, addDays(lastDay, 1)),
        lastDay,
        reason: endReason,
        ...(note === undefined ? {} : { correctionNote: note }),
      },
      corrects: { eventId, reason },
    },
  ];
};
