import type { ReservationRefused } from '@alongside/employment/contracts';
import type { Uuid } from '@alongside/kernel';
import { applicationStream } from '../../contracts.js';
import type { LosePlace } from '../application/application.commands.js';

/** What is told to an application, and in whose record. */
export interface Answer {
  readonly stream: string;
  readonly command: LosePlace;
  readonly controller: { readonly organisation: Uuid; readonly locality: Uuid };
}

/** A place that the post refused is lost by the application that asked for it. */
export const placeLostBy = ({ data }: Pick<ReservationRefused, 'data'>): Answer => ({
  stream: applicationStream(data.applicationId),
  command: { type: 'LosePlace', effectiveOn: data.effectiveOn },
  controller: { organisation: data.employingOrganisationId, locality: data.localityId },
});
