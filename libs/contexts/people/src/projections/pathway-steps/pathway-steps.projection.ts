import type { Uuid } from '@alongside/kernel';
import {
  type Change,
  correcting,
  factColumns,
  type FactColumns,
  factOf,
  projection,
  type Published,
  recording,
} from '@alongside/projections';
import type { EngagementBegun, EngagementEnded } from '@alongside/employment/contracts';
import type {
  ApplicationSubmitted,
  OfferConditional,
  OfferConfirmed,
} from '@alongside/recruitment/contracts';
import type { BoundaryAgreed } from '@alongside/role-boundaries/contracts';
import type {
  CompletionAnnulled,
  CourseCompleted,
  PriorLearningRecognised,
} from '@alongside/training/contracts';

export type PathwayStepKind =
  | 'applied'
  | 'offered'
  | 'offerConfirmed'
  | 'begun'
  | 'ended'
  | 'courseCompleted'
  | 'priorLearningRecognised'
  | 'boundaryAgreed';

export interface PathwayStepRow extends FactColumns {
  readonly person_id: Uuid;
  readonly kind: PathwayStepKind;
  /** Published wording, of the post or the course; null where the event has none. */
  readonly title: string | null;
  /** A code that says more: kind of engagement, reason of ending, assessed or attended. */
  readonly detail: string | null;
  readonly role_family: string | null;
  /** Whose record the step is. */
  readonly organisation_id: Uuid;
  /** Where the work is done, if that is elsewhere. */
  readonly host_organisation_id: Uuid | null;
  /** The application, engagement, course or agreement that the step belongs to; null where there is none. */
  readonly reference_id: Uuid | null;
  readonly post_id: Uuid | null;
}

type PathwayEvent =
  | ApplicationSubmitted
  | OfferConditional
  | OfferConfirmed
  | EngagementBegun
  | EngagementEnded
  | CourseCompleted
  | PriorLearningRecognised
  | CompletionAnnulled
  | BoundaryAgreed;

type Said = Pick<PathwayStepRow, 'kind' | 'organisation_id' | 'reference_id'> & Partial<PathwayStepRow>;

const step = <Event extends PathwayEvent>(
  event: Published<Event>,
  said: Said,
): readonly Change<PathwayStepRow>[] =>
  recording<PathwayStepRow>(event, {
    ...factOf(event),
    person_id: event.data.personId,
    title: null,
    detail: null,
    role_family: null,
    host_organisation_id: null,
    post_id: null,
    ...said,
  });

const application = (
  event: Published<ApplicationSubmitted | OfferConditional | OfferConfirmed>,
  kind: PathwayStepKind,
): readonly Change<PathwayStepRow>[] =>
  step(event, {
    kind,
    detail: event.data.engagementKind,
    role_family: event.data.roleFamily,
    organisation_id: event.data.organisationId,
    reference_id: event.data.applicationId,
    post_id: event.data.postId,
  });

const placeOf = ({ data }: Published<EngagementBegun | EngagementEnded>) => ({
  organisation_id: data.employingOrganisationId,
  host_organisation_id:
    data.hostOrganisationId === data.employingOrganisationId ? null : data.hostOrganisationId,
  reference_id: data.engagementId,
  post_id: data.postId,
});

/** A person's career, one row for each milestone: inside peer work and out of it, whoever the employer was. */
export const pathwaySteps = projection<PathwayStepRow, PathwayEvent>({
  name: 'pathway-steps',
  version: 1,
  table: 'people.pathway_step',
  columns: {
    ...factColumns,
    person_id: 'uuid',
    kind: 'text',
    title: 'text',
    detail: 'text',
    role_family: 'text',
    organisation_id: 'uuid',
    host_organisation_id: 'uuid',
    reference_id: 'uuid',
    post_id: 'uuid',
  },
  key: ['event_id'],
  access: {
    class: 'C2',
    people: ['person_id'],
    organisations: ['organisation_id', 'host_organisation_id'],
  },
  on: {
    ApplicationSubmitted: (event) => application(event, 'applied'),
    OfferConditional: (event) => application(event, 'offered'),
    OfferConfirmed: (event) => application(event, 'offerConfirmed'),
    EngagementBegun: (event) =>
      step(event, {
        kind: 'begun',
        title: event.data.title,
        detail: event.data.kind,
        role_family: event.data.roleFamily,
        ...placeOf(event),
      }),
    EngagementEnded: (event) => step(event, { kind: 'ended', detail: event.data.reason, ...placeOf(event) }),
    CourseCompleted: (event) =>
      step(event, {
        kind: 'courseCompleted',
        title: event.data.title,
        detail: event.data.how,
        organisation_id: event.data.organisationId,
        reference_id: event.data.courseId,
      }),
    PriorLearningRecognised: (event) =>
      step(event, {
        kind: 'priorLearningRecognised',
        title: event.data.title,
        detail: event.data.how,
        organisation_id: event.data.organisationId,
        reference_id: null,
      }),
    CompletionAnnulled: (event) => correcting(event),
    BoundaryAgreed: (event) =>
      step(event, {
        kind: 'boundaryAgreed',
        organisation_id: event.data.organisationId,
        reference_id: event.data.boundaryId,
      }),
  },
});
