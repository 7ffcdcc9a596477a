import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { cohortStream } from '../../contracts.js';
import { cohort, type CohortRefusal } from '../../domain/index.js';
import { ownerOfCohort, type OnCohortCommand } from './owner-of-cohort.js';

/**
 * A command on a cohort that exists. The organisation that runs it may give every one; another organisation books seats
 * for its own people and gives them back; and everybody may give back their own seat.
 */
export class OnCohort extends Command<Outcome<CohortRefusal>> {
  constructor(
    readonly act: Act,
    readonly cohortId: Uuid,
    readonly command: OnCohortCommand,
  ) {
    super();
  }
}

@CommandHandler(OnCohort)
export class OnCohortHandler implements ICommandHandler<OnCohort> {
  constructor(private readonly commanding: Commanding) {}

  execute({ act, cohortId, command }: OnCohort): Promise<Outcome<CohortRefusal>> {
    return this.commanding.run(act, {
      area: 'training',
      decider: cohort,
      stream: cohortStream(cohortId),
      command,
      payload: command,
      owner: ownerOfCohort(command),
    });
  }
}
