import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { reject, type Uuid } from '@alongside/kernel';
import { trainingIdOf, trainingStream } from '../../contracts.js';
import { trainingOn, type CompleteCourse as Complete, type TrainingRefusal } from '../../domain/index.js';
import { CourseLookup } from '../course-lookup/course-lookup.js';

/**
 * Records that somebody completed a course, as the course was on that day; or with `corrects` states it anew. By the
 * organisation that records it: nobody records their own.
 */
export class CompleteCourse extends Command<Outcome<TrainingRefusal>> {
  constructor(
    readonly act: Act,
    readonly input: Omit<Complete, 'type' | 'course'> & { readonly courseId: Uuid },
  ) {
    super();
  }
}

@CommandHandler(CompleteCourse)
export class CompleteCourseHandler implements ICommandHandler<CompleteCourse> {
  constructor(
    private readonly commanding: Commanding,
    private readonly courses: CourseLookup,
  ) {}

  async execute({ act, input }: CompleteCourse): Promise<Outcome<TrainingRefusal>> {
    const { courseId, ...completion } = input;
    const { personId, organisationId, effectiveOn } = completion;
    const course = await this.courses.on(courseId, effectiveOn);
    if (!course) return reject('NoSuchCourse');
    return this.commanding.run(act, {
      area: 'training',
      decider: trainingOn(act.actor.today),
      stream: trainingStream(trainingIdOf(personId)),
      command: { type: 'CompleteCourse', course, ...completion },
      payload: input,
      owner: () => ({ organisations: [organisationId] }),
    });
  }
}
