import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { OnCohort } from '../application/on-cohort/on-cohort.handler.js';
import { PlanCohort } from '../application/plan-cohort/plan-cohort.handler.js';
import { cohortRefusals } from '../domain/index.js';
import {
  AgreeSeatsInput,
  CancelCohortInput,
  PlanCohortInput,
  ReleaseSeatInput,
  ReserveSeatInput,
} from './course.inputs.js';

const result = (name: string, accepted: string) =>
  commandResult(name, cohortRefusals, { accepted, id: 'The cohort.' });

const PlanCohortResult = result('PlanCohort', 'The cohort is planned.');
const AgreeSeatsResult = result('AgreeSeats', 'The seats are recorded, and whoever moved up has one.');
const ReserveSeatResult = result(
  'ReserveSeat',
  'The person has a seat, or a place on the waiting list where all are taken: `cohortSeats` says which.',
);
const ReleaseSeatResult = result('ReleaseSeat', 'The seat is free, or goes to whoever has waited longest.');
const CancelCohortResult = result(
  'CancelCohort',
  'The cohort does not take place, and its seats are given back.',
);

@Resolver()
export class CohortCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => PlanCohortResult.union, {
    description:
      'Plans a cohort of a course that is on offer. Every organisation of the region can book seats in it.',
  })
  @Rule('training')
  async planCohort(@Args('input') { commandId: _, ...input }: PlanCohortInput, @Acting() act: Act) {
    const command = new PlanCohort(act, input);
    return PlanCohortResult.answer(await this.commands.execute(command), command.cohortId);
  }

  @Mutation(() => AgreeSeatsResult.union, {
    description: 'Records how many seats a cohort has: never fewer than are taken.',
  })
  @Rule('training')
  async agreeSeats(@Args('input') { commandId: _, cohortId, ...rest }: AgreeSeatsInput, @Acting() act: Act) {
    const command = new OnCohort(act, cohortId, { type: 'AgreeSeats', ...rest });
    return AgreeSeatsResult.answer(await this.commands.execute(command), cohortId);
  }

  @Mutation(() => ReserveSeatResult.union, {
    description:
      'Reserves a seat, or a place on the waiting list where all are taken. Never more people than seats, however many book at once. Whoever gets a seat is enrolled with it, shortly after.',
  })
  @Rule('training')
  async reserveSeat(
    @Args('input') { commandId: _, cohortId, ...rest }: ReserveSeatInput,
    @Acting() act: Act,
  ) {
    const command = new OnCohort(act, cohortId, { type: 'ReserveSeat', ...rest });
    return ReserveSeatResult.answer(await this.commands.execute(command), cohortId);
  }

  @Mutation(() => ReleaseSeatResult.union, {
    description:
      'Gives back a seat or a place on the waiting list: by the organisation that runs the cohort, by the one that booked, or by the person. Whoever has waited longest moves up. The enrolment ends shortly after.',
  })
  @Rule('training')
  async releaseSeat(
    @Args('input') { commandId: _, cohortId, ...rest }: ReleaseSeatInput,
    @Acting() act: Act,
  ) {
    const command = new OnCohort(act, cohortId, { type: 'ReleaseSeat', ...rest });
    return ReleaseSeatResult.answer(await this.commands.execute(command), cohortId);
  }

  @Mutation(() => CancelCohortResult.union, {
    description: 'Cancels a cohort. Every seat is given back, and every enrolment that came with one ends.',
  })
  @Rule('training')
  async cancelCohort(@Args('input') { cohortId, effectiveOn }: CancelCohortInput, @Acting() act: Act) {
    const command = new OnCohort(act, cohortId, { type: 'CancelCohort', effectiveOn });
    return CancelCohortResult.answer(await this.commands.execute(command), cohortId);
  }
}
