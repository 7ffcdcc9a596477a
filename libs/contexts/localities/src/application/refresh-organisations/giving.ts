import { SYSTEM_ACTOR } from '@alongside/application';
import { execute, type Outcome, type Writing } from '@alongside/event-store';
import { uuid5, type Uuid } from '@alongside/kernel';
import { organisationStream } from '../../contracts.js';
import { organisation, type OrganisationCommand, type OrganisationRefusal } from '../../domain/index.js';
import type { PartnerReader } from '../partner.reader.js';
import type { Step } from './refresh-plan.js';

/** The name under which the program does this. */
const CLIENT = 'refresh-organisations';

/**
 * Gives what a row asks for as a command, by the program's own authority. The command's id is made from the row and what
 * it asks for: the same again is answered as the first time.
 */
export const giving =
  (writing: Writing, partners: PartnerReader) =>
  (organisationId: Uuid, step: Step, row: string): Promise<Outcome<OrganisationRefusal>> =>
    execute(writing, {
      decider: organisation,
      stream: organisationStream(organisationId),
      command: () => commandOf(partners, organisationId, step),
      payload: step,
      context: {
        actor: SYSTEM_ACTOR,
        organisation: organisationId,
        locality: null,
        client: CLIENT,
        commandId: uuid5(`${CLIENT}:${organisationId}:${row}:${JSON.stringify(step)}`),
      },
      permit: ({ registration }) => registration !== null,
    });

const commandOf = async (
  partners: PartnerReader,
  organisationId: Uuid,
  step: Step,
): Promise<OrganisationCommand> => {
  const { effectiveOn } = step;
  switch (step.doing) {
    case 'rename':
      return { type: 'RenameOrganisation', name: step.name, effectiveOn };
    case 'merge':
      return partners.merger(organisationId, { intoOrganisationId: step.into.organisationId, effectiveOn });
    case 'close':
      return partners.closing(organisationId, { effectiveOn });
    default:
      return step satisfies never;
  }
};
