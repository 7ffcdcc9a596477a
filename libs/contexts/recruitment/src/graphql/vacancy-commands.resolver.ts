import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { OnVacancy } from '../application/on-vacancy/on-vacancy.handler.js';
import { OpenVacancy } from '../application/open-vacancy/open-vacancy.handler.js';
import { vacancyRefusals } from '../domain/index.js';
import { reasonableDay } from './reasonable-day.js';
import { CloseVacancyInput, ExtendVacancyInput, OpenVacancyInput } from './vacancy.inputs.js';

const result = (name: string, accepted: string) =>
  commandResult(name, vacancyRefusals, { accepted, id: 'The vacancy.' });

const OpenVacancyResult = result('OpenVacancy', 'The vacancy is open.');
const ExtendVacancyResult = result('ExtendVacancy', 'Applications are taken for longer.');
const CloseVacancyResult = result('CloseVacancy', 'The vacancy is closed.');

@Resolver()
export class VacancyCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => OpenVacancyResult.union, {
    description:
      'Opens a vacancy for a post with places left, where organisation and team are ready for peers: every readiness item of the organisation’s framework is met or waived, by the team of the post where it is an item for teams. Refused as `NotReady` otherwise; `details.items` names what is missing, and in which organisation or team.',
  })
  @Rule('recruitment')
  async openVacancy(@Args('input') input: OpenVacancyInput, @Acting() act: Act) {
    const { commandId: _, closesOn, stages, ...rest } = input;
    reasonableDay(input.effectiveOn, act.actor.today);
    const command = new OpenVacancy(act, {
      ...rest,
      stages: stages.map(({ id, kind, title }) => ({ id, kind, title })),
      closesOn: closesOn ?? null,
    });
    return OpenVacancyResult.answer(await this.commands.execute(command), command.vacancyId);
  }

  @Mutation(() => ExtendVacancyResult.union, {
    description: 'Takes applications for longer. To end a vacancy sooner, close it.',
  })
  @Rule('recruitment')
  async extendVacancy(
    @Args('input') { vacancyId, closesOn, effectiveOn }: ExtendVacancyInput,
    @Acting() act: Act,
  ) {
    reasonableDay(effectiveOn, act.actor.today);
    const command = { type: 'ExtendVacancy', closesOn: closesOn ?? null, effectiveOn } as const;
    return ExtendVacancyResult.answer(
      await this.commands.execute(new OnVacancy(act, vacancyId, command)),
      vacancyId,
    );
  }

  @Mutation(() => CloseVacancyResult.union, {
    description: 'Closes a vacancy for good. Applications made until then go on.',
  })
  @Rule('recruitment')
  async closeVacancy(
    @Args('input') { vacancyId, reason, effectiveOn }: CloseVacancyInput,
    @Acting() act: Act,
  ) {
    reasonableDay(effectiveOn, act.actor.today);
    const command = { type: 'CloseVacancy', reason, effectiveOn } as const;
    return CloseVacancyResult.answer(
      await this.commands.execute(new OnVacancy(act, vacancyId, command)),
      vacancyId,
    );
  }
}
