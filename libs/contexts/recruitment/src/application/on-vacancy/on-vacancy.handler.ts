import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act, type Owner } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { vacancyStream } from '../../contracts.js';
import {
  vacancy,
  type CloseVacancy,
  type ExtendVacancy,
  type VacancyRefusal,
  type VacancyState,
} from '../../domain/index.js';

/** A command on a vacancy that exists: by whoever recruits for its organisation. */
export class OnVacancy extends Command<Outcome<VacancyRefusal>> {
  constructor(
    readonly act: Act,
    readonly vacancyId: Uuid,
    readonly command: ExtendVacancy | CloseVacancy,
  ) {
    super();
  }
}

const ownerOfVacancy = (state: VacancyState): Owner | undefined =>
  state.status === 'None'
    ? undefined
    : { organisations: [state.organisationId], localities: [state.localityId] };

@CommandHandler(OnVacancy)
export class OnVacancyHandler implements ICommandHandler<OnVacancy> {
  constructor(private readonly commanding: Commanding) {}

  execute({ act, vacancyId, command }: OnVacancy): Promise<Outcome<VacancyRefusal>> {
    return this.commanding.run(act, {
      area: 'recruitment',
      decider: vacancy,
      stream: vacancyStream(vacancyId),
      command,
      payload: command,
      owner: ownerOfVacancy,
    });
  }
}
