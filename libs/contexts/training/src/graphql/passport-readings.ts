import { Inject, Injectable } from '@nestjs/common';
import { AccessLog } from '@alongside/access-log';
import type { Act } from '@alongside/application';
import { grantsInForce, readableOrganisations } from '@alongside/identity';
import { uuid5, type Uuid } from '@alongside/kernel';

/** A completion that a reader is shown. */
export interface ShownCompletion {
  readonly personId: Uuid;
  readonly recordedByOrganisationId: Uuid;
  /** The organisation of the reader's with whom its person shares the passport; null where they share it with none. */
  readonly sharedWith: Uuid | null;
}

/**
 * Writes down who is read about because they show their passport to another organisation than the one that keeps the
 * record: it learns that they are a peer worker.
 */
@Injectable()
export class PassportReadings {
  constructor(@Inject(AccessLog) private readonly log: AccessLog) {}

  /** Once this resolves the completions may be shown. @throws NotLogged */
  async written(act: Act, shown: readonly ShownCompletion[]): Promise<void> {
    const { actor, scope } = act;
    const open = readableOrganisations(scope, 'training', 'C2');
    const entries = shown.flatMap(({ personId, recordedByOrganisationId, sharedWith }) => {
      if (sharedWith === null || personId === scope.person || open.includes(recordedByOrganisationId))
        return [];
      return [
        {
          class: 'C3' as const,
          what: 'peerWorkerStatus',
          person: personId,
          organisation: recordedByOrganisationId,
          basis: 'passport' as const,
          basisId: passportId(personId, sharedWith),
          role: grantsInForce(actor).find(({ scope: held }) => held.id === sharedWith)?.role ?? null,
          onBehalfOf: sharedWith,
          purpose: 'recognising training',
        },
      ];
    });
    await this.log.write(act, entries);
  }
}

/** What a shared passport is called among all rights. */
const passportId = (personId: Uuid, organisationId: Uuid): Uuid =>
  uuid5(`passport-grant:${personId}:${organisationId}`);
