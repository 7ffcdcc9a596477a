import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { AssignIdentifier } from '../application/assign-identifier/assign-identifier.handler.js';
import { OnOrganisation } from '../application/on-organisation/on-organisation.handler.js';
import { RegisterOrganisation } from '../application/register-organisation/register-organisation.handler.js';
import { organisationRefusals } from '../domain/index.js';
import {
  AssignIdentifierInput,
  EndIdentifierInput,
  RegisterOrganisationInput,
  RenameOrganisationInput,
} from './organisation.inputs.js';
import { correctionOf } from './partner-correction.input.js';

const result = (name: string, accepted: string) =>
  commandResult(name, organisationRefusals, { accepted, id: 'The organisation.' });

const RegisterOrganisationResult = result('RegisterOrganisation', 'The organisation is registered.');
const AssignIdentifierResult = result('AssignIdentifier', 'The organisation is known by this code.');
const EndIdentifierResult = result('EndIdentifier', 'The organisation is no longer known by this code.');
const RenameOrganisationResult = result('RenameOrganisation', 'The organisation has this name.');

@Resolver()
export class OrganisationCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => RegisterOrganisationResult.union, {
    description:
      'Registers a partner organisation. For operators. Give somebody the role of its lead next: they do the rest.',
  })
  @Rule('partners')
  async registerOrganisation(
    @Args('input') { commandId: _, ...rest }: RegisterOrganisationInput,
    @Acting() act: Act,
  ) {
    const command = new RegisterOrganisation(act, rest);
    return RegisterOrganisationResult.answer(await this.commands.execute(command), command.organisationId);
  }

  @Mutation(() => AssignIdentifierResult.union, {
    description:
      'Says by which code an organisation is known from a day: one of each register at a time, and no code is two organisations’ at a time.',
  })
  @Rule('partners')
  async assignIdentifier(
    @Args('input') { commandId: _, organisationId, until, corrects, ...rest }: AssignIdentifierInput,
    @Acting() act: Act,
  ) {
    return AssignIdentifierResult.answer(
      await this.commands.execute(
        new AssignIdentifier(act, organisationId, {
          ...rest,
          until: until ?? null,
          ...correctionOf(corrects),
        }),
      ),
      organisationId,
    );
  }

  @Mutation(() => EndIdentifierResult.union, {
    description: 'Ends a code of an organisation, also after the organisation was closed.',
  })
  @Rule('partners')
  async endIdentifier(
    @Args('input') { commandId: _, organisationId, corrects, ...rest }: EndIdentifierInput,
    @Acting() act: Act,
  ) {
    return EndIdentifierResult.answer(
      await this.commands.execute(
        new OnOrganisation(act, organisationId, {
          type: 'EndIdentifier',
          ...rest,
          ...correctionOf(corrects),
        }),
      ),
      organisationId,
    );
  }

  @Mutation(() => RenameOrganisationResult.union, {
    description:
      'Gives an organisation another name from a day. Earlier days are still told with the earlier name.',
  })
  @Rule('partners')
  async renameOrganisation(
    @Args('input') { commandId: _, organisationId, corrects, ...rest }: RenameOrganisationInput,
    @Acting() act: Act,
  ) {
    return RenameOrganisationResult.answer(
      await this.commands.execute(
        new OnOrganisation(act, organisationId, {
          type: 'RenameOrganisation',
          ...rest,
          ...correctionOf(corrects),
        }),
      ),
      organisationId,
    );
  }
}
