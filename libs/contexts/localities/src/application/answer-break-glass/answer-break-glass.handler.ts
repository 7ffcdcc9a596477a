import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, WRITING, type Act, type Owner } from '@alongside/application';
import type { Outcome, Writing } from '@alongside/event-store';
import { organisationsOf, type Actor } from '@alongside/identity';
import type { Uuid } from '@alongside/kernel';
import { breakGlassStream } from '../../contracts.js';
import {
  breakGlass,
  type BreakGlassCommand,
  type BreakGlassRefusal,
  type BreakGlassState,
} from '../../domain/index.js';

/** Operators and the organisation's lead answer a request; what is open ends whoever asked, approved or leads. */
export class AnswerBreakGlass extends Command<Outcome<BreakGlassRefusal>> {
  constructor(
    readonly act: Act,
    readonly breakGlassId: Uuid,
    readonly answer: Exclude<BreakGlassCommand['type'], 'RequestBreakGlass'>,
  ) {
    super();
  }
}

@CommandHandler(AnswerBreakGlass)
export class AnswerBreakGlassHandler implements ICommandHandler<AnswerBreakGlass> {
  constructor(
    private readonly commanding: Commanding,
    @Inject(WRITING) private readonly writing: Writing,
  ) {}

  execute({ act, breakGlassId, answer }: AnswerBreakGlass): Promise<Outcome<BreakGlassRefusal>> {
    const { actor } = act;
    return this.commanding.run(act, {
      area: 'breakGlass',
      decider: breakGlass,
      stream: breakGlassStream(breakGlassId),
      command: () => ({
        type: answer,
        by: actor.id,
        at: this.writing.clock(),
        effectiveOn: actor.today,
      }),
      payload: { breakGlassId, answer, by: actor.id },
      owner: (state) => (answer === 'EndBreakGlass' ? ownerToEnd(state, actor) : ownerOfBreakGlass(state)),
    });
  }
}

const ownerOfBreakGlass = (state: BreakGlassState): Owner | undefined =>
  state.status === 'None' ? undefined : { organisations: [state.about.organisationId] };

const ownerToEnd = (state: BreakGlassState, actor: Actor): Owner | undefined => {
  if (state.status === 'None') return undefined;
  const { requestedBy, organisationId } = state.about;
  const mayEnd =
    actor.id === requestedBy ||
    (state.status === 'Approved' && actor.id === state.approvedBy) ||
    organisationsOf(actor, 'organisationLead').includes(organisationId);
  return mayEnd ? ownerOfBreakGlass(state) : undefined;
};
