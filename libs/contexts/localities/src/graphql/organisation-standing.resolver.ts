import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { CloseOrganisation } from '../application/close-organisation/close-organisation.handler.js';
import { JoinLocality } from '../application/join-locality/join-locality.handler.js';
import { LeaveLocality } from '../application/leave-locality/leave-locality.handler.js';
import { MergeOrganisation } from '../application/merge-organisation/merge-organisation.handler.js';
import { OnOrganisation } from '../application/on-organisation/on-organisation.handler.js';
import { organisationRefusals } from '../domain/index.js';
import {
  CloseOrganisationInput,
  JoinLocalityInput,
  LeaveLocalityInput,
  MergeOrganisationInput,
  ReopenOrganisationInput,
} from './organisation.inputs.js';
import { correctionOf } from './partner-correction.input.js';

const result = (name: string, accepted: string) =>
  commandResult(name, organisationRefusals, { accepted, id: 'The organisation.' });

const MergeOrganisationResult = result('MergeOrganisation', 'The organisation is absorbed by the other.');
const CloseOrganisationResult = result('CloseOrganisation', 'The organisation is closed.');
const ReopenOrganisationResult = result('ReopenOrganisation', 'The organisation is as if never closed.');
const JoinLocalityResult = result('JoinLocality', 'The organisation is in the locality.');
const LeaveLocalityResult = result('LeaveLocality', 'The organisation is no longer in the locality.');

@Resolver()
export class OrganisationStandingResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => MergeOrganisationResult.union, {
    description:
      'Lets another organisation absorb this one, which leaves its localities and is closed. From that day whoever may read the other’s records may read this one’s. To lead the other does not suffice to say so.',
  })
  @Rule('partners')
  async mergeOrganisation(
    @Args('input') { commandId: _, organisationId, ...rest }: MergeOrganisationInput,
    @Acting() act: Act,
  ) {
    return MergeOrganisationResult.answer(
      await this.commands.execute(new MergeOrganisation(act, organisationId, rest)),
      organisationId,
    );
  }

  @Mutation(() => CloseOrganisationResult.union, {
    description: 'Closes an organisation that nobody takes over and that hosts no locality from that day on.',
  })
  @Rule('partners')
  async closeOrganisation(
    @Args('input') { commandId: _, organisationId, ...rest }: CloseOrganisationInput,
    @Acting() act: Act,
  ) {
    return CloseOrganisationResult.answer(
      await this.commands.execute(new CloseOrganisation(act, organisationId, rest)),
      organisationId,
    );
  }

  @Mutation(() => ReopenOrganisationResult.union, {
    description:
      'Says that a closing or merger never was. The localities that the organisation left by it are joined again, from the same days.',
  })
  @Rule('partners')
  async reopenOrganisation(
    @Args('input') { organisationId, corrects }: ReopenOrganisationInput,
    @Acting() act: Act,
  ) {
    return ReopenOrganisationResult.answer(
      await this.commands.execute(
        new OnOrganisation(act, organisationId, { type: 'ReopenOrganisation', corrects: { ...corrects } }),
      ),
      organisationId,
    );
  }

  @Mutation(() => JoinLocalityResult.union, {
    description:
      'Takes an organisation into a locality: for whoever answers for the organisation. To lead the framework of the locality that it joins does not suffice.',
  })
  @Rule('partners')
  async joinLocality(
    @Args('input') { commandId: _, organisationId, corrects, ...rest }: JoinLocalityInput,
    @Acting() act: Act,
  ) {
    return JoinLocalityResult.answer(
      await this.commands.execute(
        new JoinLocality(act, organisationId, { ...rest, ...correctionOf(corrects) }),
      ),
      organisationId,
    );
  }

  @Mutation(() => LeaveLocalityResult.union, {
    description: 'Takes an organisation out of a locality that it does not host from that day on.',
  })
  @Rule('partners')
  async leaveLocality(
    @Args('input') { commandId: _, organisationId, corrects, ...rest }: LeaveLocalityInput,
    @Acting() act: Act,
  ) {
    return LeaveLocalityResult.answer(
      await this.commands.execute(
        new LeaveLocality(act, organisationId, { ...rest, ...correctionOf(corrects) }),
      ),
      organisationId,
    );
  }
}
