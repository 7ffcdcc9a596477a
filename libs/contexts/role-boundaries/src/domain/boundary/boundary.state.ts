import { timeline, type CalendarDate, type Timeline, type Uuid } from '@alongside/kernel';
import type { ComparedLine, LineCondition, Signatory } from '../../contracts.js';
import type { BoundaryParticulars } from './boundary.commands.js';

/** Lines that wait for signatures. */
export interface Proposal {
  readonly proposalId: Uuid;
  readonly proposedOn: CalendarDate;
  readonly frameworkVersionId: Uuid;
  readonly lines: readonly ComparedLine[];
  readonly signatures: readonly { readonly by: Signatory; readonly on: CalendarDate }[];
}

/** Lines that both have signed. */
export interface Agreement {
  readonly eventId: Uuid;
  readonly proposalId: Uuid;
  readonly frameworkVersionId: Uuid;
  readonly lines: readonly ComparedLine[];
}

/** Holds from `from` up to and with `until`. */
export interface BoundaryException {
  readonly eventId: Uuid;
  readonly exceptionId: Uuid;
  readonly task: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly conditions: readonly LineCondition[];
  /** First day on which it no longer holds; null unless it was withdrawn. */
  readonly withdrawnOn: CalendarDate | null;
}

/** Whether the worker opts in to a task. */
export interface OptedIn {
  readonly eventId: Uuid;
  readonly in: boolean;
}

export interface Boundary {
  readonly status: 'Open' | 'Ended';
  readonly of: BoundaryParticulars;
  readonly proposal: Proposal | null;
  /** Every proposal there was: none is made twice, so that a signature stands under one set of lines for ever. */
  readonly proposed: readonly Uuid[];
  readonly agreements: Timeline<Agreement>;
  readonly exceptions: readonly BoundaryException[];
  readonly optIns: Readonly<Record<string, Timeline<OptedIn>>>;
  readonly queries: readonly { readonly queryId: Uuid; readonly task: string; readonly answered: boolean }[];
  readonly declines: readonly Uuid[];
  readonly nextReviewOn: CalendarDate | null;
  /** First day on which nothing is agreed any more, and the event that a correction of it names. */
  readonly ended: { readonly on: CalendarDate; readonly eventId: Uuid } | null;
}
export type BoundaryState = { readonly status: 'None' } | Boundary;

export const hasEndedBy = (boundary: Boundary, on: CalendarDate): boolean =>
  boundary.ended !== null && on >= boundary.ended.on;

/** What was agreed and in force on a day. */
export const agreementOn = (state: BoundaryState, on: CalendarDate): Agreement | undefined =>
  state.status === 'None' || hasEndedBy(state, on) ? undefined : timeline.valueOn(state.agreements, on);

/** The exception for a task that holds on a day; of several, the one agreed last. */
export const exceptionOn = (
  state: BoundaryState,
  task: string,
  on: CalendarDate,
): BoundaryException | undefined =>
  state.status === 'None' || hasEndedBy(state, on)
    ? undefined
    : state.exceptions.findLast((exception) => exception.task === task && holdsOn(exception, on));

const holdsOn = ({ from, until, withdrawnOn }: BoundaryException, on: CalendarDate): boolean =>
  from <= on && on <= until && (withdrawnOn === null || on < withdrawnOn);

/** Whether the worker opts in to a task on a day; undefined where the worker never said. */
export const optInOn = (state: BoundaryState, task: string, on: CalendarDate): OptedIn | undefined =>
  state.status === 'None' || hasEndedBy(state, on)
    ? undefined
    : timeline.valueOn(state.optIns[task] ?? [], on);
