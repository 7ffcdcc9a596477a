import type { Decider } from '@alongside/kernel';
import { assign, endIdentifier } from './identifier.rules.js';
import { decideReadiness } from '../readiness/readiness.rules.js';
import { join, leave } from './locality-stay.rules.js';
import type { OrganisationCommand } from './organisation.commands.js';
import type { OrganisationEvent } from './organisation.events.js';
import type { OrganisationRefusal } from './organisation.refusals.js';
import {
  evolve,
  notOpenOn,
  unregistered,
  type Decision,
  type OrganisationState,
} from './organisation.state.js';
import { closeDown, merge, register, rename, reopen } from './registration.rules.js';

const decide = (command: OrganisationCommand, state: OrganisationState): Decision => {
  switch (command.type) {
    case 'RegisterOrganisation':
      return register(command, state);
    case 'RenameOrganisation':
      return rename(command, state);
    case 'AssignIdentifier':
      return assign(command, state);
    case 'EndIdentifier':
      return endIdentifier(command, state);
    case 'MergeOrganisation':
      return merge(command, state);
    case 'CloseOrganisation':
      return closeDown(command, state);
    case 'ReopenOrganisation':
      return reopen(command, state);
    case 'JoinLocality':
      return join(command, state);
    case 'LeaveLocality':
      return leave(command, state);
    case 'MeetReadinessItem':
    case 'LapseReadinessItem':
    case 'WaiveReadinessItem':
      return decideReadiness(command, {
        readiness: state.readiness,
        notOpenOn: (day) => notOpenOn(state, day),
        of: () => ({ organisationId: state.registration!.organisationId }),
      });
    default:
      return command satisfies never;
  }
};

/** A partner organisation: its names, identifiers, localities and readiness, until it closes or merges. */
export const organisation: Decider<
  OrganisationCommand,
  OrganisationState,
  OrganisationEvent,
  OrganisationRefusal
> = {
  initialState: unregistered,
  decide,
  evolve,
};
