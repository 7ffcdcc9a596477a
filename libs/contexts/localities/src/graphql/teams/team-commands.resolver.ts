import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { CorrectTeamFormation } from '../../application/correct-team-formation/correct-team-formation.handler.js';
import { FormTeam } from '../../application/form-team/form-team.handler.js';
import { OnTeam } from '../../application/on-team/on-team.handler.js';
import { teamRefusals } from '../../domain/index.js';
import { correctionOf } from '../partner-correction.input.js';
import {
  CorrectTeamFormationInput,
  DisbandTeamInput,
  FormTeamInput,
  NameTeamSettingInput,
  ReinstateTeamInput,
  RenameTeamInput,
} from './team.inputs.js';

const result = (name: string, accepted: string) =>
  commandResult(name, teamRefusals, { accepted, id: 'The team.' });

const FormTeamResult = result('FormTeam', 'The team is formed.');
const CorrectTeamFormationResult = result(
  'CorrectTeamFormation',
  'The correction stands beside what it corrects.',
);
const RenameTeamResult = result('RenameTeam', 'The team has this name.');
const NameTeamSettingResult = result('NameTeamSetting', 'The team works in this setting.');
const DisbandTeamResult = result('DisbandTeam', 'The team is disbanded.');
const ReinstateTeamResult = result('ReinstateTeam', 'The team is as if never disbanded.');

/** For the lead of the organisation, or of the one that it merged into; and operators. */
@Resolver()
export class TeamCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => FormTeamResult.union, {
    description: 'Forms a team of an organisation that you lead, and that is open on that day.',
  })
  @Rule('partners')
  async formTeam(@Args('input') { commandId: _, ...rest }: FormTeamInput, @Acting() act: Act) {
    const command = new FormTeam(act, rest);
    return FormTeamResult.answer(await this.commands.execute(command), command.teamId);
  }

  @Mutation(() => CorrectTeamFormationResult.union, {
    description:
      'Says what the forming of a team should have said: its first name, its first setting, its first day. The earlier fact stays in the history.',
  })
  @Rule('partners')
  async correctTeamFormation(
    @Args('input') { commandId: _, teamId, corrects, ...rest }: CorrectTeamFormationInput,
    @Acting() act: Act,
  ) {
    const command = new CorrectTeamFormation(act, teamId, { ...rest, corrects: { ...corrects } });
    return CorrectTeamFormationResult.answer(await this.commands.execute(command), teamId);
  }

  @Mutation(() => RenameTeamResult.union, { description: 'Gives a team another name from a day.' })
  @Rule('partners')
  async renameTeam(
    @Args('input') { commandId: _, teamId, corrects, ...rest }: RenameTeamInput,
    @Acting() act: Act,
  ) {
    const command = new OnTeam(act, teamId, { type: 'RenameTeam', ...rest, ...correctionOf(corrects) });
    return RenameTeamResult.answer(await this.commands.execute(command), teamId);
  }

  @Mutation(() => NameTeamSettingResult.union, {
    description: 'Says in which setting a team works from a day.',
  })
  @Rule('partners')
  async nameTeamSetting(
    @Args('input') { commandId: _, teamId, corrects, ...rest }: NameTeamSettingInput,
    @Acting() act: Act,
  ) {
    const command = new OnTeam(act, teamId, { type: 'NameTeamSetting', ...rest, ...correctionOf(corrects) });
    return NameTeamSettingResult.answer(await this.commands.execute(command), teamId);
  }

  @Mutation(() => DisbandTeamResult.union, {
    description:
      'Disbands a team of which nothing is on record on that day or later. Its posts stay, but no vacancy opens for them.',
  })
  @Rule('partners')
  async disbandTeam(@Args('input') { teamId, effectiveOn }: DisbandTeamInput, @Acting() act: Act) {
    const command = new OnTeam(act, teamId, { type: 'DisbandTeam', effectiveOn });
    return DisbandTeamResult.answer(await this.commands.execute(command), teamId);
  }

  @Mutation(() => ReinstateTeamResult.union, { description: 'Says that the disbanding of a team never was.' })
  @Rule('partners')
  async reinstateTeam(@Args('input') { teamId, corrects }: ReinstateTeamInput, @Acting() act: Act) {
    const command = new OnTeam(act, teamId, { type: 'ReinstateTeam', corrects: { ...corrects } });
    return ReinstateTeamResult.answer(await this.commands.execute(command), teamId);
  }
}
