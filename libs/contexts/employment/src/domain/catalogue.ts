import type { Catalogue } from '@alongside/kernel';
import type { EmploymentEvent, OfEngagement, OfPost } from '../contracts.js';

const ofPost = [
  'effectiveOn',
  'postId',
  'employingOrganisationId',
  'hostOrganisationId',
  'localityId',
] as const satisfies readonly (keyof OfPost)[];

const ofEngagement = [
  'effectiveOn',
  'engagementId',
  'personId',
  'postId',
  'employingOrganisationId',
  'hostOrganisationId',
  'localityId',
] as const satisfies readonly (keyof OfEngagement)[];

/** What stands in clear in the events of employment: everything but the words that explain a correction. */
export const employmentCatalogue: Catalogue<EmploymentEvent> = {
  PostEstablished: {
    version: 2,
    subject: null,
    open: [...ofPost, 'title', 'roleFamily', 'teamId', 'team', 'setting', 'places', 'hoursPerWeek'],
    upcast: { 1: (data) => ({ ...data, teamId: null }) },
  },
  PlacesAgreed: { version: 1, subject: null, open: [...ofPost, 'places'] },
  JobEvaluationRecorded: { version: 1, subject: null, open: [...ofPost, 'reference', 'band', 'evaluatedOn'] },
  PostBanded: { version: 1, subject: null, open: [...ofPost, 'band', 'evaluation'] },
  EquivalentBandDeclared: { version: 1, subject: null, open: [...ofPost, 'band'] },
  PlaceReserved: {
    version: 1,
    subject: 'personId',
    open: [
      ...ofPost,
      'engagementId',
      'applicationId',
      'personId',
      'startsOn',
      'engagementKind',
      'hoursPerWeek',
      'fixedTermUntil',
      'title',
      'roleFamily',
    ],
  },
  ReservationRefused: { version: 1, subject: null, open: [...ofPost, 'applicationId', 'startsOn', 'reason'] },
  PlaceReleased: { version: 1, subject: null, open: [...ofPost, 'engagementId'] },
  PostClosed: { version: 1, subject: null, open: [...ofPost, 'reason'] },
  EngagementBegun: {
    version: 1,
    subject: 'personId',
    open: [...ofEngagement, 'applicationId', 'kind', 'title', 'roleFamily', 'hoursPerWeek', 'fixedTermUntil'],
  },
  HoursAgreed: { version: 1, subject: 'personId', open: [...ofEngagement, 'hoursPerWeek'] },
  TermAgreed: { version: 1, subject: 'personId', open: [...ofEngagement, 'until'] },
  StepPointReached: { version: 1, subject: 'personId', open: [...ofEngagement, 'band', 'stepPoint'] },
  EngagementEnded: { version: 1, subject: 'personId', open: [...ofEngagement, 'lastDay', 'reason'] },
  PayScaleLoaded: {
    version: 1,
    subject: null,
    open: ['effectiveOn', 'payScaleId', 'country', 'year', 'circular', 'confirmed', 'bands'],
  },
  PayScaleConfirmed: { version: 1, subject: null, open: ['effectiveOn', 'payScaleId', 'circular'] },
};
