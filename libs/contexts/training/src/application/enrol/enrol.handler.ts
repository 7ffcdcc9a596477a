import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { reject, type Uuid } from '@alongside/kernel';
import { enrolmentIdOf, trainingIdOf, trainingStream } from '../../contracts.js';
import { trainingOn, type Enrol as EnrolCommand, type TrainingRefusal } from '../../domain/index.js';
import { CourseLookup } from '../course-lookup/course-lookup.js';

/** Enrols somebody on a course without a cohort. Who holds a seat in a cohort is enrolled with it. */
export class Enrol extends Command<Outcome<TrainingRefusal>> {
  readonly enrolmentId: Uuid;
  constructor(
    readonly act: Act,
    readonly input: Omit<EnrolCommand, 'type' | 'cohortId' | 'courseKind' | 'title'>,
  ) {
    super();
    this.enrolmentId = enrolmentIdOf(input.personId, input.courseId, null);
  }
}

@CommandHandler(Enrol)
export class EnrolHandler implements ICommandHandler<Enrol> {
  constructor(
    private readonly commanding: Commanding,
    private readonly courses: CourseLookup,
  ) {}

  async execute({ act, input }: Enrol): Promise<Outcome<TrainingRefusal>> {
    const { personId, courseId, organisationId, effectiveOn } = input;
    const course = await this.courses.onOffer(courseId, effectiveOn);
    if (!course) return reject('NoSuchCourse');
    const { kind: courseKind, title } = course;
    return this.commanding.run(act, {
      area: 'training',
      decider: trainingOn(act.actor.today),
      stream: trainingStream(trainingIdOf(personId)),
      command: { type: 'Enrol', cohortId: null, courseKind, title, ...input },
      payload: input,
      owner: () => ({ organisations: [organisationId] }),
    });
  }
}
