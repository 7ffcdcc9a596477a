import { addDays, type Uuid } from '@alongside/kernel';
import type { OfferConfirmed } from '@alongside/recruitment/contracts';
import {
  engagementIdOf,
  engagementStream,
  postStream,
  type EngagementEnded,
  type PlaceReserved,
} from '../../contracts.js';
import type { BeginEngagement } from '../engagement/engagement.commands.js';
import type { ReleasePlace, ReservePlace } from '../post/post.commands.js';

/** What a process manager answers to a fact: a command, and the stream that it is for. */
export interface Answer<Command> {
  readonly stream: string;
  readonly command: Command;
  /** Whose record the answer becomes. */
  readonly controller: { readonly organisation: Uuid; readonly locality: Uuid };
}

/** A confirmed applicant asks the post for a place. */
export const placeFor = ({ data }: Pick<OfferConfirmed, 'data'>): Answer<ReservePlace> => ({
  stream: postStream(data.postId),
  command: {
    type: 'ReservePlace',
    engagementId: engagementIdOf(data.applicationId),
    applicationId: data.applicationId,
    personId: data.personId,
    startsOn: data.startsOn,
    engagementKind: data.engagementKind,
    hoursPerWeek: data.hoursPerWeek,
    fixedTermUntil: null,
    askedOn: data.effectiveOn,
  },
  controller: { organisation: data.organisationId, locality: data.localityId },
});

/** A reserved place begins an engagement. */
export const engagementIn = ({ data }: Pick<PlaceReserved, 'data'>): Answer<BeginEngagement> => ({
  stream: engagementStream(data.engagementId),
  command: {
    type: 'BeginEngagement',
    engagementId: data.engagementId,
    personId: data.personId,
    postId: data.postId,
    applicationId: data.applicationId,
    employingOrganisationId: data.employingOrganisationId,
    hostOrganisationId: data.hostOrganisationId,
    localityId: data.localityId,
    kind: data.engagementKind,
    title: data.title,
    roleFamily: data.roleFamily,
    hoursPerWeek: data.hoursPerWeek,
    fixedTermUntil: data.fixedTermUntil,
    startsOn: data.startsOn,
  },
  controller: { organisation: data.employingOrganisationId, locality: data.localityId },
});

/** An ended engagement frees its place; undefined where it had none. A corrected end frees it from another day. */
export const placeFreedBy = ({
  data,
  corrects,
}: Pick<EngagementEnded, 'data' | 'corrects'>): Answer<ReleasePlace> | undefined =>
  data.postId === null
    ? undefined
    : {
        stream: postStream(data.postId),
        command: {
          type: 'ReleasePlace',
          engagementId: data.engagementId,
          freeFrom: addDays(data.lastDay, 1),
          ...(corrects ? { correction: corrects.reason } : {}),
        },
        controller: { organisation: data.employingOrganisationId, locality: data.localityId },
      };
