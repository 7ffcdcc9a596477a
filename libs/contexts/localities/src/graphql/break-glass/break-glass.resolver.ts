import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult, PageArgs, Reads } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { AnswerBreakGlass } from '../../application/answer-break-glass/answer-break-glass.handler.js';
import { RequestBreakGlass } from '../../application/request-break-glass/request-break-glass.handler.js';
import { breakGlassRefusals } from '../../domain/index.js';
import {
  ApproveBreakGlassInput,
  EndBreakGlassInput,
  RefuseBreakGlassInput,
  RequestBreakGlassInput,
} from './break-glass.inputs.js';
import { BreakGlassReader } from './break-glass.reader.js';
import { BreakGlassConnection, BreakGlassesArgs } from './break-glass.types.js';
import { NoticeReader } from './notice.reader.js';
import { NoticeConnection } from './notice.types.js';

const result = (name: string, accepted: string) =>
  commandResult(name, breakGlassRefusals, { accepted, id: 'The break-glass.' });

const RequestBreakGlassResult = result(
  'RequestBreakGlass',
  'The request is made. Nothing is open until somebody else approves it.',
);
const ApproveBreakGlassResult = result('ApproveBreakGlass', 'The records are open to whoever asked.');
const RefuseBreakGlassResult = result('RefuseBreakGlass', 'The request is refused, or taken back.');
const EndBreakGlassResult = result('EndBreakGlass', 'Nothing is open under it any more.');

@Resolver()
export class BreakGlassResolver {
  constructor(
    private readonly commands: CommandBus,
    private readonly breakGlassReader: BreakGlassReader,
    private readonly noticeReader: NoticeReader,
  ) {}

  @Mutation(() => RequestBreakGlassResult.union, {
    description:
      'Asks to read records of an organisation in an emergency: for operators, each for themself. Another operator or the organisation’s lead must approve within 24 hours. Everybody concerned is told.',
  })
  @Rule('breakGlass')
  async requestBreakGlass(
    @Args('input') { organisationId, personId, classes, reason, hours }: RequestBreakGlassInput,
    @Acting() act: Act,
  ) {
    const input = { organisationId, personId: personId ?? null, classes, reason, hours };
    const command = new RequestBreakGlass(act, input);
    return RequestBreakGlassResult.answer(await this.commands.execute(command), command.breakGlassId);
  }

  @Mutation(() => ApproveBreakGlassResult.union, {
    description:
      'Opens the records to the operator who asked, for the hours asked for from now: by another operator, or the organisation’s lead. Once.',
  })
  @Rule('breakGlass')
  async approveBreakGlass(@Args('input') { breakGlassId }: ApproveBreakGlassInput, @Acting() act: Act) {
    const command = new AnswerBreakGlass(act, breakGlassId, 'ApproveBreakGlass');
    return ApproveBreakGlassResult.answer(await this.commands.execute(command), breakGlassId);
  }

  @Mutation(() => RefuseBreakGlassResult.union, {
    description:
      'Refuses the request: by an operator, or the organisation’s lead. The operator who asked takes it back so.',
  })
  @Rule('breakGlass')
  async refuseBreakGlass(@Args('input') { breakGlassId }: RefuseBreakGlassInput, @Acting() act: Act) {
    const command = new AnswerBreakGlass(act, breakGlassId, 'RefuseBreakGlass');
    return RefuseBreakGlassResult.answer(await this.commands.execute(command), breakGlassId);
  }

  @Mutation(() => EndBreakGlassResult.union, {
    description:
      'Closes the records before their time, at once: by the operator who asked, whoever approved, or the organisation’s lead.',
  })
  @Rule('breakGlass')
  async endBreakGlass(@Args('input') { breakGlassId }: EndBreakGlassInput, @Acting() act: Act) {
    const command = new AnswerBreakGlass(act, breakGlassId, 'EndBreakGlass');
    return EndBreakGlassResult.answer(await this.commands.execute(command), breakGlassId);
  }

  @Query(() => BreakGlassConnection, {
    name: 'breakGlasses',
    description:
      'Requests to break the glass, latest first: all for operators; for the lead and the auditors of an organisation those about its records; for everybody else those that name them.',
  })
  @Rule('signedIn')
  @Reads('break-glasses', 'organisations', 'name-cards')
  breakGlasses(@Args() args: BreakGlassesArgs, @Acting() act: Act) {
    return this.breakGlassReader.breakGlasses(act, args);
  }

  @Query(() => NoticeConnection, {
    name: 'myNotices',
    description:
      'Emergencies in which your records were open to an operator, latest first: those that named you, whether or not anything was read, and those under which something about you was read.',
  })
  @Rule('signedIn')
  @Reads('break-glasses', 'organisations', 'name-cards')
  myNotices(@Args() args: PageArgs, @Acting() act: Act) {
    return this.noticeReader.mine(act, args);
  }
}
