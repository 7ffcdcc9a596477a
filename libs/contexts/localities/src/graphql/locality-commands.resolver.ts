import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { EstablishLocality } from '../application/establish-locality/establish-locality.handler.js';
import { NameLocalityHost } from '../application/name-locality-host/name-locality-host.handler.js';
import { localityRefusals } from '../domain/index.js';
import { EstablishLocalityInput, NameLocalityHostInput } from './locality.inputs.js';
import { correctionOf } from './partner-correction.input.js';

const EstablishLocalityResult = commandResult('EstablishLocality', localityRefusals, {
  accepted: 'The locality is established.',
  id: 'The locality.',
});
const NameLocalityHostResult = commandResult('NameLocalityHost', localityRefusals, {
  accepted: 'The locality has this host.',
  id: 'The locality.',
});

@Resolver()
export class LocalityCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => EstablishLocalityResult.union, {
    description:
      'Establishes a locality and names its host, which is registered before. For operators. The host joins it by `joinLocality` like any other organisation.',
  })
  @Rule('partners')
  async establishLocality(
    @Args('input') { commandId: _, ...rest }: EstablishLocalityInput,
    @Acting() act: Act,
  ) {
    const command = new EstablishLocality(act, rest);
    return EstablishLocalityResult.answer(await this.commands.execute(command), command.localityId);
  }

  @Mutation(() => NameLocalityHostResult.union, {
    description:
      'Names another organisation as host of a locality from a day: for whoever leads the framework in it, and operators.',
  })
  @Rule('partners')
  async nameLocalityHost(
    @Args('input') { commandId: _, localityId, corrects, ...rest }: NameLocalityHostInput,
    @Acting() act: Act,
  ) {
    return NameLocalityHostResult.answer(
      await this.commands.execute(
        new NameLocalityHost(act, localityId, { ...rest, ...correctionOf(corrects) }),
      ),
      localityId,
    );
  }
}
