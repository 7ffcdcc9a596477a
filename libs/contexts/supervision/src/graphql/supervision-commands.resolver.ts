import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { ArrangeSupervision } from '../application/arrange-supervision/arrange-supervision.handler.js';
import { OnSupervision } from '../application/on-supervision/on-supervision.handler.js';
import { supervisionRefusals } from '../domain/index.js';
import {
  AgreeCadenceInput,
  AssignSupervisorInput,
  EndSupervisionInput,
  HandOverSupervisionInput,
} from './supervision.inputs.js';

const result = (name: string, accepted: string) =>
  commandResult(name, supervisionRefusals, { accepted, id: 'The supervision.' });

const AssignSupervisorResult = result('AssignSupervisor', 'Supervision of this kind is arranged.');
const AgreeCadenceResult = result('AgreeCadence', 'The cadence is recorded.');
const HandOverSupervisionResult = result('HandOverSupervision', 'The other person supervises from then on.');
const EndSupervisionResult = result('EndSupervision', 'The end is recorded.');

@Resolver()
export class SupervisionCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => AssignSupervisorResult.union, {
    description:
      'Arranges one kind of supervision for an engagement. A supervisor sees the people assigned to them while they hold the role. By the employing organisation, or somebody who supervises in the engagement already.',
  })
  @Rule('supervision')
  async assignSupervisor(
    @Args('input') { commandId: _, supervisorHasLivedExperience, ...rest }: AssignSupervisorInput,
    @Acting() act: Act,
  ) {
    const command = new ArrangeSupervision(act, {
      ...rest,
      supervisorHasLivedExperience: supervisorHasLivedExperience ?? null,
    });
    return AssignSupervisorResult.answer(await this.commands.execute(command), command.supervisionId);
  }

  @Mutation(() => AgreeCadenceResult.union, { description: 'Says how often sessions are held from a day.' })
  @Rule('supervision')
  async agreeCadence(
    @Args('input') { commandId: _, supervisionId, ...rest }: AgreeCadenceInput,
    @Acting() act: Act,
  ) {
    return AgreeCadenceResult.answer(
      await this.commands.execute(new OnSupervision(act, supervisionId, { type: 'AgreeCadence', ...rest })),
      supervisionId,
    );
  }

  @Mutation(() => HandOverSupervisionResult.union, {
    description: 'Another person supervises from a day. What was recorded before stays with the person.',
  })
  @Rule('supervision')
  async handOverSupervision(
    @Args('input')
    { commandId: _, supervisionId, supervisorHasLivedExperience, ...rest }: HandOverSupervisionInput,
    @Acting() act: Act,
  ) {
    const command = {
      type: 'HandOverSupervision',
      ...rest,
      supervisorHasLivedExperience: supervisorHasLivedExperience ?? null,
    } as const;
    return HandOverSupervisionResult.answer(
      await this.commands.execute(new OnSupervision(act, supervisionId, command)),
      supervisionId,
    );
  }

  @Mutation(() => EndSupervisionResult.union, {
    description: 'Ends supervision of a kind. It can be taken up anew. The end of an engagement ends it too.',
  })
  @Rule('supervision')
  async endSupervision(
    @Args('input') { commandId: _, supervisionId, ...rest }: EndSupervisionInput,
    @Acting() act: Act,
  ) {
    return EndSupervisionResult.answer(
      await this.commands.execute(new OnSupervision(act, supervisionId, { type: 'EndSupervision', ...rest })),
      supervisionId,
    );
  }
}
