import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import type { AgreementParty } from '../../contracts.js';
import { DrawUpAgreement } from '../../application/draw-up-agreement/draw-up-agreement.handler.js';
import { OnAgreement } from '../../application/on-agreement/on-agreement.handler.js';
import { agreementRefusals } from '../../domain/index.js';
import {
  DrawUpAgreementInput,
  EndAgreementInput,
  LeaveAgreementInput,
  ResumeAgreementInput,
  SignAgreementInput,
  SuspendAgreementInput,
  type AgreementPartyInput,
} from './agreement.inputs.js';

const result = (name: string, accepted: string) =>
  commandResult(name, agreementRefusals, { accepted, id: 'The agreement.' });

const DrawUpAgreementResult = result('DrawUpAgreement', 'The terms are recorded. Nothing is open yet.');
const SignAgreementResult = result('SignAgreement', 'The party has signed, and is bound from today.');
const SuspendAgreementResult = result(
  'SuspendAgreement',
  'Nothing is shared with or by the party until it resumes.',
);
const ResumeAgreementResult = result('ResumeAgreement', 'The party’s suspension is over.');
const LeaveAgreementResult = result('LeaveAgreement', 'The party has left for good.');
const EndAgreementResult = result('EndAgreement', 'The agreement ends for all.');

// Inputs arrive without a prototype, and become part of a fact.
const partyOf = ({ kind, id }: AgreementPartyInput): AgreementParty => ({ kind, id });

@Resolver()
export class AgreementCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => DrawUpAgreementResult.union, {
    description:
      'Draws up a data-sharing agreement among partners of a locality: for the lead of any organisation that is a party, and whoever leads the framework. It opens nothing by itself: each party signs by `signAgreement`, and records of an organisation open to a receiver once both have. It can never open lived experience, adjustments or benefits (C3), nor decisions on criminal records (C4). Every read through an agreement is logged for the person, because that somebody is a peer worker counts as C3 outside their own organisation.',
  })
  @Rule('agreements')
  async drawUpAgreement(
    @Args('input') { commandId: _, receiving, endsOn, ...rest }: DrawUpAgreementInput,
    @Acting() act: Act,
  ) {
    const command = new DrawUpAgreement(act, {
      ...rest,
      receiving: receiving.map(partyOf),
      endsOn: endsOn ?? null,
    });
    return DrawUpAgreementResult.answer(await this.commands.execute(command), command.agreementId);
  }

  @Mutation(() => SignAgreementResult.union, {
    description:
      'Signs an agreement for a party, from today: by the lead of that organisation, or for the locality by whoever leads its framework. Nobody signs for another controller. Signing again changes nothing.',
  })
  @Rule('agreements')
  async signAgreement(@Args('input') { agreementId, party }: SignAgreementInput, @Acting() act: Act) {
    return SignAgreementResult.answer(
      await this.commands.execute(
        new OnAgreement(act, agreementId, { type: 'SignAgreement', party: partyOf(party) }),
      ),
      agreementId,
    );
  }

  @Mutation(() => SuspendAgreementResult.union, {
    description:
      'Stops at once whatever is shared with or by a party that has signed, until the same party resumes. Among the others the agreement goes on.',
  })
  @Rule('agreements')
  async suspendAgreement(
    @Args('input') { agreementId, party, reason }: SuspendAgreementInput,
    @Acting() act: Act,
  ) {
    return SuspendAgreementResult.answer(
      await this.commands.execute(
        new OnAgreement(act, agreementId, { type: 'SuspendAgreement', party: partyOf(party), reason }),
      ),
      agreementId,
    );
  }

  @Mutation(() => ResumeAgreementResult.union, {
    description:
      'Ends a party’s own suspension, from today. Where the other party of a pair has suspended too, the pair stays closed.',
  })
  @Rule('agreements')
  async resumeAgreement(@Args('input') { agreementId, party }: ResumeAgreementInput, @Acting() act: Act) {
    return ResumeAgreementResult.answer(
      await this.commands.execute(
        new OnAgreement(act, agreementId, { type: 'ResumeAgreement', party: partyOf(party) }),
      ),
      agreementId,
    );
  }

  @Mutation(() => LeaveAgreementResult.union, {
    description:
      'Takes a party that has signed out of an agreement, today and for good: nothing is shared with or by it any more. Among the others the agreement goes on. To share again, draw up another.',
  })
  @Rule('agreements')
  async leaveAgreement(@Args('input') { agreementId, party }: LeaveAgreementInput, @Acting() act: Act) {
    return LeaveAgreementResult.answer(
      await this.commands.execute(
        new OnAgreement(act, agreementId, { type: 'LeaveAgreement', party: partyOf(party) }),
      ),
      agreementId,
    );
  }

  @Mutation(() => EndAgreementResult.union, {
    description:
      'Ends an agreement for all its parties, today or on a later day: for whoever leads the framework of its locality. An organisation ends its own part by `leaveAgreement`.',
  })
  @Rule('agreements')
  async endAgreement(@Args('input') { agreementId, effectiveOn }: EndAgreementInput, @Acting() act: Act) {
    return EndAgreementResult.answer(
      await this.commands.execute(new OnAgreement(act, agreementId, { type: 'EndAgreement', effectiveOn })),
      agreementId,
    );
  }
}
