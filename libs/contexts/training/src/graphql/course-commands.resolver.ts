import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { OnCourse } from '../application/on-course/on-course.handler.js';
import { RegisterCourse } from '../application/register-course/register-course.handler.js';
import { courseRefusals } from '../domain/index.js';
import {
  AccreditCourseInput,
  EndAccreditationInput,
  MapCompetencesInput,
  RegisterCourseInput,
  SetRefresherIntervalInput,
  WithdrawCourseInput,
} from './course.inputs.js';

const result = (name: string, accepted: string) =>
  commandResult(name, courseRefusals, { accepted, id: 'The course.' });

const RegisterCourseResult = result('RegisterCourse', 'The course is registered.');
const AccreditCourseResult = result('AccreditCourse', 'The accreditation is recorded.');
const EndAccreditationResult = result('EndAccreditation', 'The end of the accreditation is recorded.');
const MapCompetencesResult = result('MapCompetences', 'What the course covers is recorded.');
const SetRefresherIntervalResult = result('SetRefresherInterval', 'The interval is recorded.');
const WithdrawCourseResult = result('WithdrawCourse', 'The course is no longer on offer.');

@Resolver()
export class CourseCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => RegisterCourseResult.union, {
    description:
      'Registers a course, for everybody in the region to see. Its kind is what the framework asks for.',
  })
  @Rule('training')
  async registerCourse(@Args('input') input: RegisterCourseInput, @Acting() act: Act) {
    const { commandId: _, accreditor, level, refresherMonths, ...rest } = input;
    const command = new RegisterCourse(act, {
      ...rest,
      accreditor: accreditor ?? null,
      level: level ?? null,
      refresherMonths: refresherMonths ?? null,
    });
    return RegisterCourseResult.answer(await this.commands.execute(command), command.courseId);
  }

  @Mutation(() => AccreditCourseResult.union, {
    description: 'Records who accredits a course from a day. It takes the place of the accreditation before.',
  })
  @Rule('training')
  async accreditCourse(@Args('input') input: AccreditCourseInput, @Acting() act: Act) {
    const { courseId, accreditor, level, until, effectiveOn } = input;
    const accreditation = { accreditor, level: level ?? null, until: until ?? null, effectiveOn };
    const command = new OnCourse(act, courseId, { type: 'AccreditCourse', ...accreditation });
    return AccreditCourseResult.answer(await this.commands.execute(command), courseId);
  }

  @Mutation(() => EndAccreditationResult.union, {
    description: 'Records that a course is no longer accredited by this body.',
  })
  @Rule('training')
  async endAccreditation(
    @Args('input') { commandId: _, courseId, ...rest }: EndAccreditationInput,
    @Acting() act: Act,
  ) {
    const command = new OnCourse(act, courseId, { type: 'EndAccreditation', ...rest });
    return EndAccreditationResult.answer(await this.commands.execute(command), courseId);
  }

  @Mutation(() => MapCompetencesResult.union, {
    description: 'Records which competences a course covers from a day. Earlier completions are not touched.',
  })
  @Rule('training')
  async mapCompetences(
    @Args('input') { commandId: _, courseId, ...rest }: MapCompetencesInput,
    @Acting() act: Act,
  ) {
    const command = new OnCourse(act, courseId, { type: 'MapCompetences', ...rest });
    return MapCompetencesResult.answer(await this.commands.execute(command), courseId);
  }

  @Mutation(() => SetRefresherIntervalResult.union, {
    description:
      'Records after how many months completions from a day on lapse. Earlier completions are not touched.',
  })
  @Rule('training')
  async setRefresherInterval(@Args('input') input: SetRefresherIntervalInput, @Acting() act: Act) {
    const { courseId, refresherMonths, effectiveOn } = input;
    const interval = { refresherMonths: refresherMonths ?? null, effectiveOn };
    const command = new OnCourse(act, courseId, { type: 'SetRefresherInterval', ...interval });
    return SetRefresherIntervalResult.answer(await this.commands.execute(command), courseId);
  }

  @Mutation(() => WithdrawCourseResult.union, {
    description: 'Takes a course off offer. Completions of it go on counting until they lapse.',
  })
  @Rule('training')
  async withdrawCourse(@Args('input') { courseId, effectiveOn }: WithdrawCourseInput, @Acting() act: Act) {
    const command = new OnCourse(act, courseId, { type: 'WithdrawCourse', effectiveOn });
    return WithdrawCourseResult.answer(await this.commands.execute(command), courseId);
  }
}
