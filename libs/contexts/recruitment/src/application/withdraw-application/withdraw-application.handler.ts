import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { applicationStream } from '../../contracts.js';
import {
  application,
  type ApplicationRefusal,
  type WithdrawApplication as Withdraw,
} from '../../domain/index.js';
import { applicantOrRecruiters } from '../application.owner.js';

/** The applicant withdraws, or whoever recruits for the organisation records that they did. */
export class WithdrawApplication extends Command<Outcome<ApplicationRefusal>> {
  constructor(
    readonly act: Act,
    readonly applicationId: Uuid,
    readonly input: Omit<Withdraw, 'type'>,
  ) {
    super();
  }
}

@CommandHandler(WithdrawApplication)
export class WithdrawApplicationHandler implements ICommandHandler<WithdrawApplication> {
  constructor(private readonly commanding: Commanding) {}

  execute({ act, applicationId, input }: WithdrawApplication): Promise<Outcome<ApplicationRefusal>> {
    return this.commanding.run(act, {
      // As applying: a person's own affair.
      area: 'people',
      decider: application,
      stream: applicationStream(applicationId),
      command: { type: 'WithdrawApplication', ...input },
      payload: input,
      owner: applicantOrRecruiters,
    });
  }
}
