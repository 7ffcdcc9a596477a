import type { Catalogue } from '@alongside/kernel';
import type { OfBoundary, OfConcern, RoleBoundariesEvent } from '../contracts.js';

const ofBoundary = [
  'effectiveOn',
  'boundaryId',
  'engagementId',
  'personId',
  'organisationId',
  'localityId',
] as const satisfies readonly (keyof OfBoundary)[];

const ofConcern = [
  'effectiveOn',
  'concernId',
  'engagementId',
  'personId',
  'organisationId',
  'localityId',
] as const satisfies readonly (keyof OfConcern)[];

/**
 * Lines and their conditions stand in clear. Questions and their answers are work matters and sealed as such; why a
 * worker declines, and what a concern says, is the worker's own.
 */
export const roleBoundariesCatalogue: Catalogue<RoleBoundariesEvent> = {
  BoundaryProposed: {
    version: 1,
    subject: 'personId',
    open: [...ofBoundary, 'proposalId', 'frameworkVersionId', 'lines', 'proposedBy'],
  },
  BoundarySigned: { version: 1, subject: 'personId', open: [...ofBoundary, 'proposalId', 'by', 'signedBy'] },
  BoundaryAgreed: {
    version: 1,
    subject: 'personId',
    open: [...ofBoundary, 'proposalId', 'frameworkVersionId', 'lines', 'dropped'],
  },
  TaskQueried: {
    version: 1,
    subject: 'personId',
    open: [...ofBoundary, 'queryId', 'task', 'askedBy'],
    sealed: { question: 'C2' },
  },
  QueryAnswered: {
    version: 1,
    subject: 'personId',
    open: [...ofBoundary, 'queryId', 'task', 'answeredBy'],
    sealed: { answer: 'C2' },
  },
  TaskDeclined: {
    version: 1,
    subject: 'personId',
    open: [...ofBoundary, 'declineId', 'task'],
    sealed: { reason: 'C3' },
  },
  WorkerOptedIn: { version: 1, subject: 'personId', open: [...ofBoundary, 'task'] },
  WorkerOptedOut: { version: 1, subject: 'personId', open: [...ofBoundary, 'task'] },
  ExceptionAgreed: {
    version: 1,
    subject: 'personId',
    open: [...ofBoundary, 'exceptionId', 'task', 'until', 'conditions', 'agreedBy'],
  },
  ExceptionWithdrawn: { version: 1, subject: 'personId', open: [...ofBoundary, 'exceptionId', 'task'] },
  ReviewHeld: { version: 1, subject: 'personId', open: [...ofBoundary, 'outcome', 'nextReviewOn'] },
  BoundaryEnded: { version: 1, subject: 'personId', open: ofBoundary },
  ConcernRaised: {
    version: 1,
    subject: 'personId',
    open: [...ofConcern, 'raisedBy', 'task', 'visibleTo'],
    sealed: { text: 'C3' },
  },
  ConcernShared: { version: 1, subject: 'personId', open: [...ofConcern, 'with'] },
  ConcernResolved: {
    version: 1,
    subject: 'personId',
    open: [...ofConcern, 'resolvedBy'],
    sealed: { outcome: 'C3' },
  },
};
