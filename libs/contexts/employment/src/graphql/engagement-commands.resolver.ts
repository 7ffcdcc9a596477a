import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult, present } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { BeginEngagement } from '../application/begin-engagement/begin-engagement.handler.js';
import { OnEngagement } from '../application/on-engagement/on-engagement.handler.js';
import { engagementRefusals } from '../domain/index.js';
import {
  AgreeHoursInput,
  BeginEngagementInput,
  CorrectEngagementEndInput,
  CorrectEngagementStartInput,
  EndEngagementInput,
} from './engagement.inputs.js';

const result = (name: string, accepted: string) =>
  commandResult(name, engagementRefusals, { accepted, id: 'The engagement.' });

const BeginEngagementResult = result('BeginEngagement', 'The engagement is recorded.');
const AgreeHoursResult = result('AgreeHours', 'The hours are recorded.');
const EndEngagementResult = result('EndEngagement', 'The end is recorded.');
const CorrectEngagementStartResult = result(
  'CorrectEngagementStart',
  'The correction stands beside what it corrects.',
);
const CorrectEngagementEndResult = result(
  'CorrectEngagementEnd',
  'The correction stands beside what it corrects.',
);

@Resolver()
export class EngagementCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => BeginEngagementResult.union, {
    description:
      'Begins an engagement that holds no post, such as a volunteer’s. Posts are filled through applications.',
  })
  @Rule('employment')
  async beginEngagement(@Args('input') input: BeginEngagementInput, @Acting() act: Act) {
    const { commandId: _, hostOrganisationId, hoursPerWeek, fixedTermUntil, ...rest } = input;
    const command = new BeginEngagement(act, {
      ...rest,
      hostOrganisationId: hostOrganisationId ?? input.employingOrganisationId,
      hoursPerWeek: hoursPerWeek ?? null,
      fixedTermUntil: fixedTermUntil ?? null,
    });
    return BeginEngagementResult.answer(await this.commands.execute(command), command.engagementId);
  }

  @Mutation(() => AgreeHoursResult.union, { description: 'Records the hours of an engagement from a day.' })
  @Rule('employment')
  async agreeHours(
    @Args('input') { engagementId, hoursPerWeek, effectiveOn }: AgreeHoursInput,
    @Acting() act: Act,
  ) {
    const command = { type: 'AgreeHours', hoursPerWeek: hoursPerWeek ?? null, effectiveOn } as const;
    return AgreeHoursResult.answer(
      await this.commands.execute(new OnEngagement(act, engagementId, command)),
      engagementId,
    );
  }

  @Mutation(() => EndEngagementResult.union, {
    description:
      'Ends an engagement. Training, supervision history and everything else about the person stays.',
  })
  @Rule('employment')
  async endEngagement(
    @Args('input') { commandId: _, engagementId, ...rest }: EndEngagementInput,
    @Acting() act: Act,
  ) {
    return EndEngagementResult.answer(
      await this.commands.execute(new OnEngagement(act, engagementId, { type: 'EndEngagement', ...rest })),
      engagementId,
    );
  }

  @Mutation(() => CorrectEngagementStartResult.union, {
    description:
      'Says on which day an engagement began in truth. What was believed before stays in the history.',
  })
  @Rule('employment')
  async correctEngagementStart(
    @Args('input') { commandId: _, engagementId, note, ...rest }: CorrectEngagementStartInput,
    @Acting() act: Act,
  ) {
    const command = { type: 'CorrectEngagementStart', ...rest, ...present({ note }) } as const;
    return CorrectEngagementStartResult.answer(
      await this.commands.execute(new OnEngagement(act, engagementId, command)),
      engagementId,
    );
  }

  @Mutation(() => CorrectEngagementEndResult.union, {
    description: 'Says how an engagement ended in truth. What was believed before stays in the history.',
  })
  @Rule('employment')
  async correctEngagementEnd(
    @Args('input') { commandId: _, engagementId, note, ...rest }: CorrectEngagementEndInput,
    @Acting() act: Act,
  ) {
    const command = { type: 'CorrectEngagementEnd', ...rest, ...present({ note }) } as const;
    return CorrectEngagementEndResult.answer(
      await this.commands.execute(new OnEngagement(act, engagementId, command)),
      engagementId,
    );
  }
}
