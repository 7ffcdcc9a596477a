import { timeline, type Fact } from '@alongside/kernel';
import type { BoundaryEvent, OfBoundary } from '../../contracts.js';
import type { Boundary, BoundaryState } from './boundary.state.js';

/** What may be the first fact of a stream is any of them: a worker may ask or decline before anything is proposed. */
export const evolve = (state: BoundaryState, fact: Fact<BoundaryEvent>): BoundaryState =>
  learn(state.status === 'None' ? opened(fact.data) : state, fact);

const opened = ({
  boundaryId,
  engagementId,
  personId,
  organisationId,
  localityId,
}: OfBoundary): Boundary => ({
  status: 'Open',
  of: { boundaryId, engagementId, personId, organisationId, localityId },
  proposal: null,
  proposed: [],
  agreements: [],
  exceptions: [],
  optIns: {},
  queries: [],
  declines: [],
  nextReviewOn: null,
  ended: null,
});

const learn = (state: Boundary, fact: Fact<BoundaryEvent>): Boundary => {
  const { id: eventId } = fact;
  const { effectiveOn } = fact.data;
  switch (fact.type) {
    case 'BoundaryProposed': {
      const { proposalId, frameworkVersionId, lines } = fact.data;
      const proposal = { proposalId, proposedOn: effectiveOn, frameworkVersionId, lines, signatures: [] };
      return { ...state, proposal, proposed: [...state.proposed, proposalId] };
    }
    case 'BoundarySigned': {
      const { proposal } = state;
      // A signature under a proposal that another one has replaced counts for nothing.
      if (proposal?.proposalId !== fact.data.proposalId) return state;
      const signatures = [...proposal.signatures, { by: fact.data.by, on: effectiveOn }];
      return { ...state, proposal: { ...proposal, signatures } };
    }
    case 'BoundaryAgreed': {
      const { proposalId, frameworkVersionId, lines } = fact.data;
      const agreement = { eventId, proposalId, frameworkVersionId, lines };
      return {
        ...state,
        proposal: state.proposal?.proposalId === proposalId ? null : state.proposal,
        agreements: timeline.from(state.agreements, effectiveOn, agreement),
      };
    }
    case 'TaskQueried': {
      const { queryId, task } = fact.data;
      return { ...state, queries: [...state.queries, { queryId, task, answered: false }] };
    }
    case 'QueryAnswered':
      return {
        ...state,
        queries: state.queries.map((query) =>
          query.queryId === fact.data.queryId ? { ...query, answered: true } : query,
        ),
      };
    case 'TaskDeclined':
      return { ...state, declines: [...state.declines, fact.data.declineId] };
    case 'WorkerOptedIn':
    case 'WorkerOptedOut': {
      const { task } = fact.data;
      const said = { eventId, in: fact.type === 'WorkerOptedIn' };
      return {
        ...state,
        optIns: { ...state.optIns, [task]: timeline.from(state.optIns[task] ?? [], effectiveOn, said) },
      };
    }
    case 'ExceptionAgreed': {
      const { exceptionId, task, until, conditions } = fact.data;
      const exception = {
        eventId,
        exceptionId,
        task,
        from: effectiveOn,
        until,
        conditions,
        withdrawnOn: null,
      };
      return { ...state, exceptions: [...state.exceptions, exception] };
    }
    case 'ExceptionWithdrawn':
      return {
        ...state,
        exceptions: state.exceptions.map((exception) =>
          exception.exceptionId === fact.data.exceptionId && exception.withdrawnOn === null
            ? { ...exception, withdrawnOn: effectiveOn }
            : exception,
        ),
      };
    case 'ReviewHeld':
      return { ...state, nextReviewOn: fact.data.nextReviewOn };
    case 'BoundaryEnded':
      return { ...state, status: 'Ended', ended: { on: effectiveOn, eventId } };
    default:
      return fact satisfies never;
  }
};
