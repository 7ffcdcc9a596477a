import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { idMadeBy } from '@alongside/kernel';
import { ContestFact } from '../application/contest-fact/contest-fact.handler.js';
import { OnOwnDisclosure } from '../application/on-own-disclosure/on-own-disclosure.handler.js';
import { OnOwnRecord } from '../application/on-own-record/on-own-record.handler.js';
import { personRefusals, privateRecordRefusals } from '../domain/index.js';
import {
  ContestFactInput,
  EndAdjustmentInput,
  GrantDisclosureInput,
  RecordAdjustmentInput,
  ShareAdjustmentInput,
  UnshareAdjustmentInput,
  WithdrawDisclosureInput,
} from './own-record.inputs.js';

const ofDisclosure = (name: string, accepted: string) =>
  commandResult(name, personRefusals, { accepted, id: 'The disclosure.' });
const ofAdjustment = (name: string, accepted: string) =>
  commandResult(name, privateRecordRefusals, { accepted, id: 'The adjustment.' });

const GrantDisclosureResult = ofDisclosure('GrantDisclosure', 'It is shared as you said.');
const WithdrawDisclosureResult = ofDisclosure('WithdrawDisclosure', 'It is shared no longer.');
const ContestFactResult = commandResult('ContestFact', personRefusals, {
  accepted: 'Your statement stands beside the fact, and the organisation must answer.',
  id: 'The contest.',
});
const RecordAdjustmentResult = ofAdjustment('RecordAdjustment', 'The adjustment is on your record.');
const ShareAdjustmentResult = ofAdjustment('ShareAdjustment', 'It is shared as you said.');
const UnshareAdjustmentResult = ofAdjustment('UnshareAdjustment', 'It is shared no longer.');
const EndAdjustmentResult = ofAdjustment('EndAdjustment', 'It has ended, and is shared with nobody.');

/** All of these act on the record of whoever signed in: none takes a person's id. */
@Resolver()
export class OwnRecordCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => GrantDisclosureResult.union, {
    description:
      'Shares something about yourself with an organisation, for one purpose and as long as you say. Only you can do so.',
  })
  @Rule('people')
  async grantDisclosure(@Args('input') input: GrantDisclosureInput, @Acting() act: Act) {
    const { commandId: _, sharedWithRole, until, ...rest } = input;
    const grantId = idMadeBy(act.commandId, 'disclosure');
    const command = {
      type: 'GrantDisclosure',
      grantId,
      ...rest,
      sharedWithRole: sharedWithRole ?? null,
      until: until ?? null,
    } as const;
    return GrantDisclosureResult.answer(
      await this.commands.execute(new OnOwnDisclosure(act, command)),
      grantId,
    );
  }

  @Mutation(() => WithdrawDisclosureResult.union, {
    description: 'Withdraws what you shared. What somebody has read they have read; nobody reads it anew.',
  })
  @Rule('people')
  async withdrawDisclosure(
    @Args('input') { grantId, effectiveOn }: WithdrawDisclosureInput,
    @Acting() act: Act,
  ) {
    const command = { type: 'WithdrawDisclosure', grantId, effectiveOn } as const;
    return WithdrawDisclosureResult.answer(
      await this.commands.execute(new OnOwnDisclosure(act, command)),
      grantId,
    );
  }

  @Mutation(() => ContestFactResult.union, {
    description:
      'Says that a recorded fact about you is wrong. The fact stays, your statement stays beside it, and the organisation whose record it is must answer.',
  })
  @Rule('people')
  async contestFact(
    @Args('input') { eventId, statement, effectiveOn }: ContestFactInput,
    @Acting() act: Act,
  ) {
    const command = new ContestFact(act, { eventId, statement, effectiveOn });
    return ContestFactResult.answer(await this.commands.execute(command), command.contestId);
  }

  @Mutation(() => RecordAdjustmentResult.union, {
    description:
      'Puts an adjustment on the record that you alone control. Nobody sees it until you share it.',
  })
  @Rule('people')
  async recordAdjustment(
    @Args('input') { whatToDo, effectiveOn }: RecordAdjustmentInput,
    @Acting() act: Act,
  ) {
    const adjustmentId = idMadeBy(act.commandId, 'adjustment');
    const personId = act.actor.id;
    const command = { type: 'RecordAdjustment', adjustmentId, personId, whatToDo, effectiveOn } as const;
    return RecordAdjustmentResult.answer(
      await this.commands.execute(new OnOwnRecord(act, command)),
      adjustmentId,
    );
  }

  @Mutation(() => ShareAdjustmentResult.union, {
    description:
      'Records that an organisation may know what is to be done for you, from when and until when.',
  })
  @Rule('people')
  async shareAdjustment(@Args('input') input: ShareAdjustmentInput, @Acting() act: Act) {
    const { adjustmentId, organisationId, until, effectiveOn } = input;
    const shared = { adjustmentId, organisationId, until: until ?? null, effectiveOn };
    return ShareAdjustmentResult.answer(
      await this.commands.execute(new OnOwnRecord(act, { type: 'ShareAdjustment', ...shared })),
      adjustmentId,
    );
  }

  @Mutation(() => UnshareAdjustmentResult.union, {
    description:
      'Ends the sharing of an adjustment with one organisation. The adjustment stays on your record.',
  })
  @Rule('people')
  async unshareAdjustment(@Args('input') input: UnshareAdjustmentInput, @Acting() act: Act) {
    const { adjustmentId, organisationId, effectiveOn } = input;
    const command = { type: 'UnshareAdjustment', adjustmentId, organisationId, effectiveOn } as const;
    return UnshareAdjustmentResult.answer(
      await this.commands.execute(new OnOwnRecord(act, command)),
      adjustmentId,
    );
  }

  @Mutation(() => EndAdjustmentResult.union, {
    description: 'Ends an adjustment that you need no longer, and its sharing with everybody.',
  })
  @Rule('people')
  async endAdjustment(@Args('input') { adjustmentId, effectiveOn }: EndAdjustmentInput, @Acting() act: Act) {
    const command = { type: 'EndAdjustment', adjustmentId, effectiveOn } as const;
    return EndAdjustmentResult.answer(
      await this.commands.execute(new OnOwnRecord(act, command)),
      adjustmentId,
    );
  }
}
