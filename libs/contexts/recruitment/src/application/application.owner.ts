import type { Act, Owner } from '@alongside/application';
import { isStarted, type ApplicationState } from '../domain/index.js';

const organisationOf = (state: ApplicationState): Owner | undefined =>
  isStarted(state)
    ? { organisations: [state.ref.organisationId], localities: [state.appliedFor.localityId] }
    : undefined;

/** Who recruits for the organisation, and never the applicant: nobody takes a step of selecting or checking themselves. */
export const recruitersBut =
  ({ actor }: Act) =>
  (state: ApplicationState): Owner | undefined =>
    isStarted(state) && state.ref.personId === actor.id ? undefined : organisationOf(state);

/** The applicant, and who recruits for the organisation. */
export const applicantOrRecruiters = (state: ApplicationState): Owner | undefined =>
  isStarted(state) ? { ...organisationOf(state), person: state.ref.personId } : undefined;
