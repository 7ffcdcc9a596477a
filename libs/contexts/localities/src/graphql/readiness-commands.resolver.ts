import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { OnOrganisation } from '../application/on-organisation/on-organisation.handler.js';
import { organisationRefusals } from '../domain/index.js';
import { correctionOf } from './partner-correction.input.js';
import {
  LapseReadinessItemInput,
  RecordReadinessItemMetInput,
  WaiveReadinessItemInput,
} from './readiness.inputs.js';

const result = (name: string, accepted: string) =>
  commandResult(name, organisationRefusals, { accepted, id: 'The organisation.' });

const RecordReadinessItemMetResult = result('RecordReadinessItemMet', 'The item is in place.');
const LapseReadinessItemResult = result('LapseReadinessItem', 'The item is no longer in place.');
const WaiveReadinessItemResult = result('WaiveReadinessItem', 'The item is waived, publicly.');

@Resolver()
export class ReadinessCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => RecordReadinessItemMetResult.union, {
    description:
      'Records that an organisation has a readiness item in place. For the organisation’s own lead, and operators. That it is met is public; the evidence is not.',
  })
  @Rule('partners')
  async recordReadinessItemMet(
    @Args('input') { commandId: _, organisationId, until, corrects, ...rest }: RecordReadinessItemMetInput,
    @Acting() act: Act,
  ) {
    return RecordReadinessItemMetResult.answer(
      await this.commands.execute(
        new OnOrganisation(act, organisationId, {
          type: 'MeetReadinessItem',
          ...rest,
          until: until ?? null,
          ...correctionOf(corrects),
        }),
      ),
      organisationId,
    );
  }

  @Mutation(() => LapseReadinessItemResult.union, {
    description:
      'Records that a readiness item is no longer in place. With `corrects` it never was, and what stood before stands again.',
  })
  @Rule('partners')
  async lapseReadinessItem(
    @Args('input') { commandId: _, organisationId, corrects, ...rest }: LapseReadinessItemInput,
    @Acting() act: Act,
  ) {
    return LapseReadinessItemResult.answer(
      await this.commands.execute(
        new OnOrganisation(act, organisationId, {
          type: 'LapseReadinessItem',
          ...rest,
          ...correctionOf(corrects),
        }),
      ),
      organisationId,
    );
  }

  @Mutation(() => WaiveReadinessItemResult.union, {
    description:
      'Waives a readiness item that is not met, for twelve months at the most. The waiver, its reason and its end are public.',
  })
  @Rule('partners')
  async waiveReadinessItem(
    @Args('input') { commandId: _, organisationId, corrects, ...rest }: WaiveReadinessItemInput,
    @Acting() act: Act,
  ) {
    return WaiveReadinessItemResult.answer(
      await this.commands.execute(
        new OnOrganisation(act, organisationId, {
          type: 'WaiveReadinessItem',
          ...rest,
          waivedBy: act.actor.id,
          ...correctionOf(corrects),
        }),
      ),
      organisationId,
    );
  }
}
