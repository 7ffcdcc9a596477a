import { isRejected, reject, timeline, type CalendarDate, type Rejected } from '@alongside/kernel';
import type {
  BoundaryAgreed,
  BoundaryProposed,
  BoundarySigned,
  ComparedLine,
  ExceptionAgreed,
  ExceptionWithdrawn,
} from '../../contracts.js';
import { compareLine, faultOfConditions, faultOfLine } from '../stances/line.faults.js';
import type {
  AgreeException,
  ProposeBoundary,
  SignBoundary,
  WithdrawException,
} from './boundary.commands.js';
import type { BoundaryRefusal } from './boundary.refusals.js';
import { agreementOn, type Boundary, type BoundaryState } from './boundary.state.js';

type Refused = Rejected<BoundaryRefusal>;
type Decision<Event> = readonly Event[] | Refused;

/** The agreement before stays in force until both have signed; a proposal before it waits no longer. */
export const propose = (command: ProposeBoundary, state: BoundaryState): Decision<BoundaryProposed> => {
  const { of, proposalId, frameworkVersionId, proposedBy, effectiveOn } = command;
  if (state.status !== 'None' && state.proposed.includes(proposalId)) return [];
  const standing = state.status === 'None' ? undefined : lastStandingOn(state);
  if (standing !== undefined && effectiveOn < standing) return reject('EarlierThanStanding', { standing });
  if (frameworkVersionId === null) return reject('FrameworkNotAdopted');
  if (command.lines.length === 0) return reject('NoLines');
  const twice = command.lines.find(
    ({ task }, index) => command.lines.findIndex((line) => line.task === task) < index,
  );
  if (twice) return reject('TaskTwice', { task: twice.task });
  const lines: ComparedLine[] = [];
  for (const line of command.lines) {
    const framework = command.framework.find(({ task }) => task === line.task);
    const compared = faultOfLine(line) ?? compareLine(line, framework, effectiveOn);
    if (isRejected<BoundaryRefusal>(compared)) return compared;
    lines.push(compared);
  }
  const data = { ...of, effectiveOn, proposalId, frameworkVersionId, lines, proposedBy };
  return [{ type: 'BoundaryProposed', data }];
};

/** The day of the latest proposal or agreement, behind which nothing new can be proposed. */
const lastStandingOn = ({ proposal, agreements }: Boundary): CalendarDate | undefined =>
  [proposal?.proposedOn, agreements.at(-1)?.from]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);

export const sign = (
  { proposalId, by, signedBy, effectiveOn }: SignBoundary,
  boundary: Boundary,
): Decision<BoundarySigned | BoundaryAgreed> => {
  const { of, proposal, agreements } = boundary;
  if (by === 'worker' && signedBy !== of.personId) return reject('NotTheWorker');
  if (by === 'manager' && signedBy === of.personId) return reject('NotForTheWorker');
  if (agreements.some(({ value }) => value.proposalId === proposalId)) return [];
  if (proposal?.proposalId !== proposalId) return reject('ProposalNotFound');
  if (effectiveOn < proposal.proposedOn) return reject('BeforeProposal', { proposedOn: proposal.proposedOn });
  if (proposal.signatures.some((signature) => signature.by === by)) return [];
  const signed: BoundarySigned = {
    type: 'BoundarySigned',
    data: { ...of, effectiveOn, proposalId, by, signedBy },
  };
  const other = proposal.signatures[0];
  if (!other) return [signed];
  const { frameworkVersionId, lines } = proposal;
  const inForceOn = other.on > effectiveOn ? other.on : effectiveOn;
  const before = timeline.latest(agreements)?.lines ?? [];
  const dropped = before.map(({ task }) => task).filter((task) => !lines.some((line) => line.task === task));
  return [
    signed,
    {
      type: 'BoundaryAgreed',
      data: { ...of, effectiveOn: inForceOn, proposalId, frameworkVersionId, lines, dropped },
    },
  ];
};

/** For what is not done by default and for what nobody has agreed on. Never for what is never done. */
export const agreeException = (command: AgreeException, boundary: Boundary): Decision<ExceptionAgreed> => {
  const { exceptionId, task, until, conditions, agreedBy, framework, effectiveOn } = command;
  if (boundary.exceptions.some((exception) => exception.exceptionId === exceptionId)) return [];
  if (agreedBy === boundary.of.personId) return reject('NotForTheWorker');
  if (until < effectiveOn) return reject('UntilBeforeFrom');
  const impossible = faultOfConditions(conditions);
  if (impossible) return impossible;
  const line = agreementOn(boundary, effectiveOn)?.lines.find((agreed) => agreed.task === task);
  if (framework?.stance === 'never' || line?.stance === 'never') return reject('NeverIsNever', { task });
  const stance = line?.stance ?? framework?.stance ?? 'notAgreed';
  if (stance === 'usual' || stance === 'withConditions') return reject('ExceptionNotNeeded', { stance });
  const data = { ...boundary.of, effectiveOn, exceptionId, task, until, conditions, agreedBy };
  return [{ type: 'ExceptionAgreed', data }];
};

export const withdrawException = (
  { exceptionId, effectiveOn }: WithdrawException,
  boundary: Boundary,
): Decision<ExceptionWithdrawn> => {
  const exception = boundary.exceptions.find((agreed) => agreed.exceptionId === exceptionId);
  if (!exception) return reject('ExceptionNotFound');
  if (exception.withdrawnOn !== null && exception.withdrawnOn <= effectiveOn) return [];
  if (effectiveOn < exception.from || effectiveOn > exception.until) return reject('ExceptionNotFound');
  const data = { ...boundary.of, effectiveOn, exceptionId, task: exception.task };
  return [{ type: 'ExceptionWithdrawn', data }];
};
