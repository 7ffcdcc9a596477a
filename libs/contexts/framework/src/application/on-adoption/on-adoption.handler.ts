import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act, type Owner } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { adoptionStream } from '../../contracts.js';
import {
  adoption,
  type AdoptionRefusal,
  type AdoptionState,
  type EndAdoption,
  type WithdrawDeviation,
} from '../../domain/index.js';

/** A command on an adoption that exists: by whoever answers for the organisation. */
export class OnAdoption extends Command<Outcome<AdoptionRefusal>> {
  constructor(
    readonly act: Act,
    readonly adoptionId: Uuid,
    readonly command: EndAdoption | WithdrawDeviation,
  ) {
    super();
  }
}

export const ownerOfAdoption = (state: AdoptionState): Owner | undefined =>
  state.status === 'None' ? undefined : { organisations: [state.organisationId] };

@CommandHandler(OnAdoption)
export class OnAdoptionHandler implements ICommandHandler<OnAdoption> {
  constructor(private readonly commanding: Commanding) {}

  execute({ act, adoptionId, command }: OnAdoption): Promise<Outcome<AdoptionRefusal>> {
    return this.commanding.run(act, {
      area: 'framework',
      decider: adoption,
      stream: adoptionStream(adoptionId),
      command,
      payload: command,
      owner: ownerOfAdoption,
    });
  }
}
