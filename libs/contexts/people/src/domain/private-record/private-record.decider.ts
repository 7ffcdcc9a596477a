import {
  addDays,
  reject,
  type CalendarDate,
  type Decider,
  type Rejected,
  type Uuid,
} from '@alongside/kernel';
import type {
  EndAdjustment,
  PrivateRecordCommand,
  RecordAdjustment,
  ShareAdjustment,
  UnshareAdjustment,
} from './private-record.commands.js';
import type { PrivateRecordEvent } from './private-record.events.js';
import type { PrivateRecordRefusal } from './private-record.refusals.js';

export interface Share {
  readonly organisationId: Uuid;
  readonly from: CalendarDate;
  /** The first day on which it is no longer shared. */
  readonly until: CalendarDate | null;
}

export interface Adjustment {
  readonly adjustmentId: Uuid;
  readonly personId: Uuid;
  readonly from: CalendarDate;
  readonly endedOn: CalendarDate | null;
  readonly shares: readonly Share[];
}

export interface PrivateRecordState {
  readonly adjustments: readonly Adjustment[];
}

type Decision = readonly PrivateRecordEvent[] | Rejected<PrivateRecordRefusal>;

const record = (command: RecordAdjustment, { adjustments }: PrivateRecordState): Decision => {
  const { adjustmentId, personId, effectiveOn } = command;
  const whatToDo = command.whatToDo.trim();
  if (adjustments.some((one) => one.personId !== personId)) return reject('RecordOfAnother');
  if (adjustments.some((one) => one.adjustmentId === adjustmentId))
    return reject('AdjustmentAlreadyRecorded');
  if (whatToDo === '') return reject('WhatToDoMissing');
  return [{ type: 'AdjustmentRecorded', data: { adjustmentId, personId, whatToDo, effectiveOn } }];
};

const share = (command: ShareAdjustment, adjustment: Adjustment): Decision => {
  const { adjustmentId, organisationId, until, effectiveOn } = command;
  if (until !== null && until < effectiveOn) return reject('ShareEndsBeforeStart');
  const end = until === null ? null : addDays(until, 1);
  const clash = adjustment.shares.some(
    (one) =>
      one.organisationId === organisationId &&
      startsBefore(one.from, end) &&
      startsBefore(effectiveOn, one.until),
  );
  if (clash) return reject('AlreadyShared');
  const { personId } = adjustment;
  return [{ type: 'AdjustmentShared', data: { adjustmentId, personId, organisationId, until, effectiveOn } }];
};

const unshare = (command: UnshareAdjustment, { shares, personId }: Adjustment): Decision => {
  const { adjustmentId, organisationId, effectiveOn } = command;
  const held = shares.some(
    (one) =>
      one.organisationId === organisationId &&
      one.from <= effectiveOn &&
      startsBefore(effectiveOn, one.until),
  );
  if (!held) return reject('NotShared');
  return [{ type: 'AdjustmentUnshared', data: { adjustmentId, personId, organisationId, effectiveOn } }];
};

const end = ({ adjustmentId, effectiveOn }: EndAdjustment, { personId }: Adjustment): Decision => [
  { type: 'AdjustmentEnded', data: { adjustmentId, personId, effectiveOn } },
];

const startsBefore = (from: CalendarDate, until: CalendarDate | null): boolean =>
  until === null || from < until;

const decide = (command: PrivateRecordCommand, state: PrivateRecordState): Decision => {
  if (command.type === 'RecordAdjustment') return record(command, state);
  const adjustment = state.adjustments.find((one) => one.adjustmentId === command.adjustmentId);
  if (!adjustment) return reject('AdjustmentUnknown');
  if (command.effectiveOn < adjustment.from) return reject('BeforeAdjustment', { from: adjustment.from });
  if (adjustment.endedOn !== null && adjustment.endedOn <= command.effectiveOn)
    return reject('AdjustmentEnded', { endedOn: adjustment.endedOn });
  switch (command.type) {
    case 'ShareAdjustment':
      return share(command, adjustment);
    case 'UnshareAdjustment':
      return unshare(command, adjustment);
    case 'EndAdjustment':
      return end(command, adjustment);
    default:
      return command satisfies never;
  }
};

const changing = (
  { adjustments }: PrivateRecordState,
  adjustmentId: Uuid,
  change: (adjustment: Adjustment) => Adjustment,
): PrivateRecordState => ({
  adjustments: adjustments.map((one) => (one.adjustmentId === adjustmentId ? change(one) : one)),
});

const sharedUntil = (share: Share, day: CalendarDate): Share =>
  startsBefore(day, share.until) ? { ...share, until: day } : share;

/** What the worker alone controls. An organisation sees of it what is shared with it, while it is. */
export const privateRecord: Decider<
  PrivateRecordCommand,
  PrivateRecordState,
  PrivateRecordEvent,
  PrivateRecordRefusal
> = {
  initialState: { adjustments: [] },
  decide,
  evolve: (state, { type, data }) => {
    const { adjustmentId, personId, effectiveOn } = data;
    switch (type) {
      case 'AdjustmentRecorded': {
        const recorded = { adjustmentId, personId, from: effectiveOn, endedOn: null, shares: [] };
        return { adjustments: [...state.adjustments, recorded] };
      }
      case 'AdjustmentShared': {
        const until = data.until === null ? null : addDays(data.until, 1);
        const shared = { organisationId: data.organisationId, from: effectiveOn, until };
        return changing(state, adjustmentId, (one) => ({ ...one, shares: [...one.shares, shared] }));
      }
      case 'AdjustmentUnshared':
        return changing(state, adjustmentId, (one) => ({
          ...one,
          shares: one.shares.map((share) =>
            share.organisationId === data.organisationId && share.from <= effectiveOn
              ? sharedUntil(share, effectiveOn)
              : share,
          ),
        }));
      case 'AdjustmentEnded':
        return changing(state, adjustmentId, (one) => ({ ...one, endedOn: one.endedOn ?? effectiveOn }));
      default:
        return data satisfies never;
    }
  },
};

/** With which organisations an adjustment is shared on a day; none once it has ended, whatever was agreed before. */
export const sharedWithOn = ({ shares, endedOn }: Adjustment, day: CalendarDate): readonly Uuid[] =>
  endedOn !== null && endedOn <= day
    ? []
    : shares.flatMap(({ organisationId, from, until }) =>
        from <= day && startsBefore(day, until) ? [organisationId] : [],
      );
