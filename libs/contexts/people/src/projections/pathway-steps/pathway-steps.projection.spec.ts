import { describe, expect, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { foldSpec, givenId, type GivenEvent } from '@alongside/projections/testing';
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
import { pathwaySteps, type PathwayStepRow } from './pathway-steps.projection.js';

const spec = foldSpec<PathwayStepRow>(pathwaySteps);
const [personId, postId, applicationId, engagementId] = [
  uuid5('Ama'),
  uuid5('post'),
  uuid5('application'),
  uuid5('engagement'),
];
const [trust, charity] = [uuid5('trust'), uuid5('charity')];

const application = {
  applicationId,
  vacancyId: uuid5('vacancy'),
  personId,
  organisationId: trust,
  postId,
  localityId: uuid5('Sussex'),
  engagementKind: 'agendaForChange',
  roleFamily: 'peerSupport',
} as const;
const submitted: ApplicationSubmitted = {
  type: 'ApplicationSubmitted',
  data: { ...application, stages: [], effectiveOn: '2025-01-10' },
};
const offered: OfferConditional = {
  type: 'OfferConditional',
  data: {
    ...application,
    requiredChecks: [],
    hoursPerWeek: 30,
    proposedStartOn: null,
    effectiveOn: '2025-02-10',
  },
};
const confirmed: OfferConfirmed = {
  type: 'OfferConfirmed',
  data: { ...application, startsOn: '2025-04-01', hoursPerWeek: 30, effectiveOn: '2025-03-10' },
};
const engagement = {
  engagementId,
  personId,
  postId,
  employingOrganisationId: trust,
  hostOrganisationId: trust,
  localityId: uuid5('Sussex'),
} as const;
const begun = (part: Partial<EngagementBegun['data']> = {}): EngagementBegun => ({
  type: 'EngagementBegun',
  data: {
    ...engagement,
    applicationId,
    kind: 'agendaForChange',
    title: 'Peer support worker',
    roleFamily: 'peerSupport',
    hoursPerWeek: 30,
    fixedTermUntil: null,
    effectiveOn: '2025-04-01',
    ...part,
  },
});
const ended: EngagementEnded = {
  type: 'EngagementEnded',
  data: { ...engagement, lastDay: '2025-12-31', reason: 'movedToOtherPost', effectiveOn: '2026-01-01' },
};
const completion = {
  personId,
  courseKind: 'imroc40',
  title: 'ImROC peer support worker training',
  how: 'assessed',
  assessorId: uuid5('assessor'),
  competences: [],
  expiresOn: null,
  organisationId: charity,
  sharedWith: [],
} as const;
const completed: CourseCompleted = {
  type: 'CourseCompleted',
  data: { ...completion, courseId: uuid5('course'), enrolmentId: null, effectiveOn: '2025-01-05' },
};
const recognised: PriorLearningRecognised = {
  type: 'PriorLearningRecognised',
  data: { ...completion, effectiveOn: '2025-01-05' },
};
const agreed: BoundaryAgreed = {
  type: 'BoundaryAgreed',
  data: {
    boundaryId: uuid5('boundary'),
    engagementId,
    personId,
    organisationId: trust,
    localityId: uuid5('Sussex'),
    proposalId: uuid5('proposal'),
    frameworkVersionId: uuid5('version'),
    lines: [],
    dropped: [],
    effectiveOn: '2025-04-15',
  },
};
const kinds = (rows: readonly PathwayStepRow[]) =>
  rows.toSorted((a, b) => (a.effective_on < b.effective_on ? -1 : 1)).map(({ kind }) => kind);
const only = (...events: readonly GivenEvent[]) => {
  const rows = spec.given(...events).rows();
  expect(rows).toHaveLength(1);
  return rows[0]!;
};

describe("a person's pathway", () => {
  it('goes from training through the application to the post and on', () => {
    const rows = spec.given(submitted, completed, offered, confirmed, begun(), agreed, ended).rows();
    expect(kinds(rows)).toEqual([
      'courseCompleted',
      'applied',
      'offered',
      'offerConfirmed',
      'begun',
      'boundaryAgreed',
      'ended',
    ]);
    expect(rows.every(({ person_id }) => person_id === personId)).toBe(true);
  });
  it('shows the beginning with its post, title and kind of engagement', () => {
    spec.given(begun()).then({
      event_id: givenId(0),
      effective_on: '2025-04-01',
      recorded_at: '2025-04-01T09:00:00.000Z',
      corrected_at: null,
      position: '00000000000000000001',
      person_id: personId,
      kind: 'begun',
      title: 'Peer support worker',
      detail: 'agendaForChange',
      role_family: 'peerSupport',
      organisation_id: trust,
      host_organisation_id: null,
      reference_id: engagementId,
      post_id: postId,
    });
  });
  it('names the host where the work is done elsewhere', () => {
    expect(only(begun({ hostOrganisationId: charity })).host_organisation_id).toBe(charity);
  });
  it('says why an engagement ended, and whether learning was assessed or attended', () => {
    expect(only(ended)).toMatchObject({
      kind: 'ended',
      detail: 'movedToOtherPost',
      reference_id: engagementId,
    });
    expect(only(completed)).toMatchObject({ detail: 'assessed', organisation_id: charity });
    expect(only(recognised)).toMatchObject({ kind: 'priorLearningRecognised', reference_id: null });
  });
  it('says which application and which agreement a step belongs to', () => {
    for (const event of [submitted, offered, confirmed])
      expect(only(event)).toMatchObject({ reference_id: applicationId, post_id: postId, title: null });
    expect(only(agreed)).toMatchObject({ reference_id: uuid5('boundary'), organisation_id: trust });
  });
  it('keeps a corrected step, marked with when it was corrected', () => {
    const again = {
      ...begun({ effectiveOn: '2025-04-07' }),
      corrects: { eventId: givenId(0), reason: 'wrongDate' as const },
    };
    const rows = spec.given(begun(), again).rows();
    expect(rows.map(({ effective_on, corrected_at }) => [effective_on, corrected_at]).toSorted()).toEqual([
      ['2025-04-01', '2025-04-07T09:00:00.000Z'],
      ['2025-04-07', null],
    ]);
  });
  it('marks a completion that is annulled, and puts nothing in its place', () => {
    const annulled: CompletionAnnulled = {
      type: 'CompletionAnnulled',
      data: {
        personId,
        completionEventId: givenId(0),
        organisationId: charity,
        enrolmentId: null,
        sharedWith: [],
        effectiveOn: '2025-01-05',
      },
      corrects: { eventId: givenId(0), reason: 'enteredInError' },
    };
    expect(only(completed, annulled).corrected_at).toBe('2025-01-05T09:00:00.000Z');
  });
});
