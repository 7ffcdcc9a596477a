import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { OnSupervision } from '../application/on-supervision/on-supervision.handler.js';
import { supervisionRefusals } from '../domain/index.js';
import {
  CorrectSessionInput,
  RecordCutShortSessionInput,
  RecordMissedSessionInput,
  RecordSessionInput,
  TakeBackSessionInput,
} from './supervision.inputs.js';

const result = (name: string, accepted: string) =>
  commandResult(name, supervisionRefusals, { accepted, id: 'The supervision.' });

const corrected = 'The correction stands beside what it corrects.';
const RecordSessionResult = result('RecordSession', 'The session is recorded.');
const RecordMissedSessionResult = result('RecordMissedSession', 'It is recorded that there was no session.');
const RecordCutShortSessionResult = result('RecordCutShortSession', 'The session is recorded as broken off.');
const CorrectSessionResult = result('CorrectSession', corrected);
const TakeBackSessionResult = result('TakeBackSession', corrected);

@Resolver()
export class SessionCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => RecordSessionResult.union, {
    description:
      'Records that a session took place: never what was said. Nobody records sessions of their own supervision.',
  })
  @Rule('supervision')
  async recordSession(
    @Args('input') { commandId: _, supervisionId, supervisorId, byPeer, ...rest }: RecordSessionInput,
    @Acting() act: Act,
  ) {
    const command = {
      type: 'RecordSession',
      ...rest,
      supervisorId: supervisorId ?? null,
      byPeer: byPeer ?? null,
    } as const;
    return RecordSessionResult.answer(
      await this.commands.execute(new OnSupervision(act, supervisionId, command)),
      supervisionId,
    );
  }

  @Mutation(() => RecordMissedSessionResult.union, {
    description: 'Records that a planned session did not take place. It does not count as held.',
  })
  @Rule('supervision')
  async recordMissedSession(
    @Args('input') { commandId: _, supervisionId, ...rest }: RecordMissedSessionInput,
    @Acting() act: Act,
  ) {
    return RecordMissedSessionResult.answer(
      await this.commands.execute(
        new OnSupervision(act, supervisionId, { type: 'RecordMissedSession', ...rest }),
      ),
      supervisionId,
    );
  }

  @Mutation(() => RecordCutShortSessionResult.union, {
    description: 'Records that a session was broken off. It does not count as held.',
  })
  @Rule('supervision')
  async recordCutShortSession(
    @Args('input') { commandId: _, supervisionId, ...rest }: RecordCutShortSessionInput,
    @Acting() act: Act,
  ) {
    return RecordCutShortSessionResult.answer(
      await this.commands.execute(
        new OnSupervision(act, supervisionId, { type: 'RecordCutShortSession', ...rest }),
      ),
      supervisionId,
    );
  }

  @Mutation(() => CorrectSessionResult.union, {
    description:
      'Says which session took place in truth, in place of one recorded as held, missed or broken off. What was believed before stays in the history.',
  })
  @Rule('supervision')
  async correctSession(
    @Args('input') { commandId: _, supervisionId, supervisorId, byPeer, ...rest }: CorrectSessionInput,
    @Acting() act: Act,
  ) {
    const command = {
      type: 'CorrectSession',
      ...rest,
      supervisorId: supervisorId ?? null,
      byPeer: byPeer ?? null,
    } as const;
    return CorrectSessionResult.answer(
      await this.commands.execute(new OnSupervision(act, supervisionId, command)),
      supervisionId,
    );
  }

  @Mutation(() => TakeBackSessionResult.union, {
    description: 'Says that what is recorded of a session never was. It stays in the history.',
  })
  @Rule('supervision')
  async takeBackSession(
    @Args('input') { commandId: _, supervisionId, ...rest }: TakeBackSessionInput,
    @Acting() act: Act,
  ) {
    return TakeBackSessionResult.answer(
      await this.commands.execute(
        new OnSupervision(act, supervisionId, { type: 'TakeBackSession', ...rest }),
      ),
      supervisionId,
    );
  }
}
