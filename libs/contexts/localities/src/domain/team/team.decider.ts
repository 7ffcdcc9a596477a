import { reject, timeline, type CalendarDate, type Decider, type Rejected } from '@alongside/kernel';
import { correcting } from '../correcting.js';
import { decideReadiness } from '../readiness/readiness.rules.js';
import type {
  DisbandTeam,
  FormTeam,
  NameTeamSetting,
  ReinstateTeam,
  RenameTeam,
  TeamCommand,
} from './team.commands.js';
import type { TeamRefusal } from './team.refusals.js';
import { evolve, notThereOn, unformed, type TeamEvent, type TeamState } from './team.state.js';

type Decision = readonly TeamEvent[] | Rejected<TeamRefusal>;

const form = (command: FormTeam, state: TeamState): Decision => {
  const { corrects, effectiveOn, teamId, organisationId, setting, organisation } = command;
  const name = command.name.trim();
  if (corrects) {
    if (state.formation?.eventId !== corrects.eventId) return reject('NothingToCorrect');
    const first = startsOf(state).find((day) => day < effectiveOn);
    if (first) return reject('AfterLaterFact', { fact: first });
  } else if (state.formation) return reject('TeamAlreadyFormed');
  if (name === '') return reject('NameMissing');
  if (!organisation) return reject('OrganisationUnknown');
  const { registeredOn, closedOn } = organisation;
  const open = registeredOn <= effectiveOn && (closedOn === null || effectiveOn < closedOn);
  if (!open) return reject('OrganisationNotOpen', { registeredOn, closedOn });
  return [
    {
      type: 'TeamFormed',
      data: { teamId, organisationId, name, setting, effectiveOn },
      ...correcting(command),
    },
  ];
};

/** The days on which anything begins or ends other than the forming, in calendar order. */
const startsOf = ({
  formation,
  disbanding,
  names,
  settings,
  readiness,
}: TeamState): readonly CalendarDate[] =>
  [
    ...[...names, ...settings, ...Object.values(readiness).flat()]
      .filter(({ eventId }) => eventId !== formation?.eventId)
      .map(({ from }) => from),
    ...(disbanding ? [disbanding.on] : []),
  ].toSorted();

const rename = (command: RenameTeam, state: TeamState): Decision => {
  const { corrects, effectiveOn } = command;
  const name = command.name.trim();
  const refused = notThereOn(state, effectiveOn) ?? uncorrectable(command, state, 'names');
  if (refused) return refused;
  if (name === '') return reject('NameMissing');
  if (!corrects && timeline.valueOn(state.names, effectiveOn) === name) return [];
  if (isTaken(command, state, 'names')) return reject('NameHeldFromThatDay');
  return [
    {
      type: 'TeamRenamed',
      data: { ...ofTeam(state), name, effectiveOn },
      ...correcting(command),
    },
  ];
};

const nameSetting = (command: NameTeamSetting, state: TeamState): Decision => {
  const { corrects, effectiveOn, setting } = command;
  const refused = notThereOn(state, effectiveOn) ?? uncorrectable(command, state, 'settings');
  if (refused) return refused;
  if (!corrects && timeline.valueOn(state.settings, effectiveOn) === setting) return [];
  if (isTaken(command, state, 'settings')) return reject('SettingHeldFromThatDay');
  return [
    {
      type: 'TeamSettingNamed',
      data: { ...ofTeam(state), setting, effectiveOn },
      ...correcting(command),
    },
  ];
};

/** What the forming said is corrected by another forming. */
const uncorrectable = (
  { corrects }: RenameTeam | NameTeamSetting,
  state: TeamState,
  said: 'names' | 'settings',
): Rejected<TeamRefusal> | undefined => {
  if (!corrects) return undefined;
  const isKnown = state[said].some(({ eventId }) => eventId === corrects.eventId);
  return isKnown && corrects.eventId !== state.formation?.eventId ? undefined : reject('NothingToCorrect');
};

const isTaken = (
  { corrects, effectiveOn }: RenameTeam | NameTeamSetting,
  state: TeamState,
  said: 'names' | 'settings',
): boolean => state[said].some(({ eventId, from }) => eventId !== corrects?.eventId && from === effectiveOn);

const ofTeam = ({ formation }: TeamState) => {
  const { teamId, organisationId } = formation!;
  return { teamId, organisationId };
};

const disband = ({ effectiveOn }: DisbandTeam, state: TeamState): Decision => {
  const refused = notThereOn(state, effectiveOn);
  if (refused) return refused;
  const later = startsOf(state).find((day) => effectiveOn <= day);
  if (later) return reject('FactsAfterDisbanding', { fact: later });
  return [{ type: 'TeamDisbanded', data: { ...ofTeam(state), effectiveOn } }];
};

const reinstate = ({ corrects }: ReinstateTeam, state: TeamState): Decision => {
  const { formation, disbanding } = state;
  if (!formation) return reject('TeamNotFormed');
  if (disbanding?.eventId !== corrects.eventId) return reject('NothingToCorrect');
  return [{ type: 'TeamReinstated', data: { ...ofTeam(state), effectiveOn: disbanding.on }, corrects }];
};

const decide = (command: TeamCommand, state: TeamState): Decision => {
  switch (command.type) {
    case 'FormTeam':
      return form(command, state);
    case 'RenameTeam':
      return rename(command, state);
    case 'NameTeamSetting':
      return nameSetting(command, state);
    case 'DisbandTeam':
      return disband(command, state);
    case 'ReinstateTeam':
      return reinstate(command, state);
    case 'MeetReadinessItem':
    case 'LapseReadinessItem':
    case 'WaiveReadinessItem':
      return decideReadiness(command, {
        readiness: state.readiness,
        notOpenOn: (day) => notThereOn(state, day),
        of: () => ofTeam(state),
      });
    default:
      return command satisfies never;
  }
};

/** A team of an organisation: what it is called, where it works and what it has in place, until it is disbanded. */
export const team: Decider<TeamCommand, TeamState, TeamEvent, TeamRefusal> = {
  initialState: unformed,
  decide,
  evolve,
};
