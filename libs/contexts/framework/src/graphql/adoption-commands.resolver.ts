import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { AdoptVersion } from '../application/adopt-version/adopt-version.handler.js';
import { DeclareDeviation } from '../application/declare-deviation/declare-deviation.handler.js';
import { OnAdoption } from '../application/on-adoption/on-adoption.handler.js';
import type { ClauseRule } from '../contracts.js';
import { adoptionRefusals } from '../domain/index.js';
import {
  AdoptVersionInput,
  DeclareDeviationInput,
  EndAdoptionInput,
  WithdrawDeviationInput,
} from './adoption.inputs.js';
import { correctionIn } from './correction.input.js';

const ofAdoption = (name: string, accepted: string) =>
  commandResult(name, adoptionRefusals, { accepted, id: 'The adoption.' });
const ofDeviation = (name: string, accepted: string) =>
  commandResult(name, adoptionRefusals, { accepted, id: 'The deviation.' });

const AdoptVersionResult = ofAdoption(
  'AdoptVersion',
  'The organisation holds itself to the version from the day.',
);
const EndAdoptionResult = ofAdoption('EndAdoption', 'The organisation has adopted nothing from the day.');
const DeclareDeviationResult = ofDeviation(
  'DeclareDeviation',
  'The deviation is declared and public; its direction was found from the two rules.',
);
const WithdrawDeviationResult = ofDeviation(
  'WithdrawDeviation',
  'The deviation holds no longer from the day.',
);

@Resolver()
export class AdoptionCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => AdoptVersionResult.union, {
    description:
      'Adopts a ratified version for an organisation that you answer for, a partner in the framework’s locality. It takes the place of the version adopted before.',
  })
  @Rule('framework')
  async adoptVersion(
    @Args('input') { organisationId, versionId, effectiveOn, corrects }: AdoptVersionInput,
    @Acting() act: Act,
  ) {
    const input = { organisationId, versionId, effectiveOn, ...correctionIn(corrects) };
    const { outcome, id } = await this.commands.execute(new AdoptVersion(act, input));
    return AdoptVersionResult.answer(outcome, id);
  }

  @Mutation(() => EndAdoptionResult.union, {
    description: 'Ends the adoption of a framework by an organisation that you answer for.',
  })
  @Rule('framework')
  async endAdoption(
    @Args('input') { adoptionId, effectiveOn, corrects }: EndAdoptionInput,
    @Acting() act: Act,
  ) {
    const command = { type: 'EndAdoption', effectiveOn, ...correctionIn(corrects) } as const;
    return EndAdoptionResult.answer(
      await this.commands.execute(new OnAdoption(act, adoptionId, command)),
      adoptionId,
    );
  }

  @Mutation(() => DeclareDeviationResult.union, {
    description:
      'Declares from which clause of its adopted version an organisation departs, why, and until when. What the framework says is never done stays so.',
  })
  @Rule('framework')
  async declareDeviation(@Args('input') input: DeclareDeviationInput, @Acting() act: Act) {
    const { adoptionId, clauseId, rule, reason, effectiveOn, expiresOn, corrects } = input;
    const deviation = {
      rule: rule as ClauseRule,
      reason,
      effectiveOn,
      expiresOn,
      ...correctionIn(corrects),
    };
    const { outcome, id } = await this.commands.execute(
      new DeclareDeviation(act, adoptionId, clauseId, deviation),
    );
    return DeclareDeviationResult.answer(outcome, id);
  }

  @Mutation(() => WithdrawDeviationResult.union, {
    description: 'Ends a deviation before it expires. Changes nothing where it holds no longer.',
  })
  @Rule('framework')
  async withdrawDeviation(
    @Args('input') { adoptionId, deviationId, effectiveOn }: WithdrawDeviationInput,
    @Acting() act: Act,
  ) {
    const command = { type: 'WithdrawDeviation', deviationId, effectiveOn } as const;
    return WithdrawDeviationResult.answer(
      await this.commands.execute(new OnAdoption(act, adoptionId, command)),
      deviationId,
    );
  }
}
