import { uuid5 } from '@alongside/kernel';
import type { DisbandTeam, FormTeam, NameTeamSetting, RenameTeam } from '../team/team.commands.js';
import type { TeamEvent } from '../team/team.state.js';
import { organisationId } from './organisation.examples.js';

export const teamId = uuid5('Elmleigh');
const ofTeam = { teamId, organisationId };

export const formTeam = (part: Partial<FormTeam> = {}): FormTeam => ({
  type: 'FormTeam',
  ...ofTeam,
  name: ' Elmleigh ',
  setting: 'inpatientWard',
  organisation: { registeredOn: '2011-04-01', closedOn: null },
  effectiveOn: '2024-01-01',
  ...part,
});
export const renameTeam = (part: Partial<RenameTeam> = {}): RenameTeam => ({
  type: 'RenameTeam',
  name: 'Elmleigh Ward',
  effectiveOn: '2024-06-01',
  ...part,
});
export const nameSetting = (part: Partial<NameTeamSetting> = {}): NameTeamSetting => ({
  type: 'NameTeamSetting',
  setting: 'communityTeam',
  effectiveOn: '2024-06-01',
  ...part,
});
export const disbandTeam = (effectiveOn = '2025-01-01'): DisbandTeam => ({
  type: 'DisbandTeam',
  effectiveOn,
});

type Of<Type extends TeamEvent['type']> = Extract<TeamEvent, { type: Type }>;

export const formed = (data: Partial<Of<'TeamFormed'>['data']> = {}): Of<'TeamFormed'> => ({
  type: 'TeamFormed',
  data: { ...ofTeam, name: 'Elmleigh', setting: 'inpatientWard', effectiveOn: '2024-01-01', ...data },
});
export const renamedTeam = (name = 'Elmleigh Ward', effectiveOn = '2024-06-01'): Of<'TeamRenamed'> => ({
  type: 'TeamRenamed',
  data: { ...ofTeam, name, effectiveOn },
});
export const settingNamed = (
  setting = 'communityTeam',
  effectiveOn = '2024-06-01',
): Of<'TeamSettingNamed'> => ({
  type: 'TeamSettingNamed',
  data: { ...ofTeam, setting, effectiveOn },
});
export const disbanded = (effectiveOn = '2025-01-01'): Of<'TeamDisbanded'> => ({
  type: 'TeamDisbanded',
  data: { ...ofTeam, effectiveOn },
});
