import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { DecideVersion } from '../application/decide-version/decide-version.handler.js';
import { OnVersion } from '../application/on-version/on-version.handler.js';
import { versionRefusals } from '../domain/index.js';
import {
  CloseVotingInput,
  LapseVersionInput,
  OpenConsultationInput,
  OpenVotingInput,
  RatifyVersionInput,
} from './version-voting.inputs.js';

const result = (name: string, accepted: string) =>
  commandResult(name, versionRefusals, { accepted, id: 'The version.' });

const OpenConsultationResult = result('OpenConsultation', 'Members of the group can comment.');
const OpenVotingResult = result('OpenVoting', 'Members of the group can vote.');
const CloseVotingResult = result('CloseVoting', 'The votes are counted, and the version shows the result.');
const RatifyVersionResult = result('RatifyVersion', 'The version is ratified.');
const LapseVersionResult = result('LapseVersion', 'The version is recorded as not ratified.');

@Resolver()
export class VersionVotingResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => OpenConsultationResult.union, {
    description: 'Opens consultation on a draft that has clauses.',
  })
  @Rule('framework')
  async openConsultation(
    @Args('input') { versionId, effectiveOn }: OpenConsultationInput,
    @Acting() act: Act,
  ) {
    const command = new OnVersion(act, versionId, { type: 'OpenConsultation', effectiveOn });
    return OpenConsultationResult.answer(await this.commands.execute(command), versionId);
  }

  @Mutation(() => OpenVotingResult.union, {
    description: 'Opens the vote after consultation. The clauses are settled from then.',
  })
  @Rule('framework')
  async openVoting(@Args('input') { versionId, effectiveOn }: OpenVotingInput, @Acting() act: Act) {
    const command = new OnVersion(act, versionId, { type: 'OpenVoting', effectiveOn });
    return OpenVotingResult.answer(await this.commands.execute(command), versionId);
  }

  @Mutation(() => CloseVotingResult.union, {
    description:
      'Closes the vote and counts it. The result stands by itself, whatever becomes of the ballots; it does not ratify yet.',
  })
  @Rule('framework')
  async closeVoting(@Args('input') { versionId, effectiveOn }: CloseVotingInput, @Acting() act: Act) {
    const command = new OnVersion(act, versionId, { type: 'CloseVoting', effectiveOn });
    return CloseVotingResult.answer(await this.commands.execute(command), versionId);
  }

  @Mutation(() => RatifyVersionResult.union, {
    description:
      'Ratifies a version that the vote has carried: its lived-experience quorum and its majority were reached. Else it is refused, with the tally and the shares in `details`. It takes the place of the version that it replaces.',
  })
  @Rule('framework')
  async ratifyVersion(
    @Args('input') { versionId, effectiveOn, inForceFrom }: RatifyVersionInput,
    @Acting() act: Act,
  ) {
    const command = new DecideVersion(act, versionId, { type: 'RatifyVersion', effectiveOn, inForceFrom });
    return RatifyVersionResult.answer(await this.commands.execute(command), versionId);
  }

  @Mutation(() => LapseVersionResult.union, {
    description:
      'Records that a version was not ratified, for the reason that the vote gives, or that it is given up before the vote.',
  })
  @Rule('framework')
  async lapseVersion(@Args('input') { versionId, effectiveOn }: LapseVersionInput, @Acting() act: Act) {
    const command = new DecideVersion(act, versionId, { type: 'LapseVersion', effectiveOn });
    return LapseVersionResult.answer(await this.commands.execute(command), versionId);
  }
}
