import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { idMadeBy, type Uuid } from '@alongside/kernel';
import { courseStream } from '../../contracts.js';
import { course, type CourseRefusal, type RegisterCourse as Register } from '../../domain/index.js';

/** Registers a course whose record an organisation of the actor's keeps. Its id comes from the command's. */
export class RegisterCourse extends Command<Outcome<CourseRefusal>> {
  readonly courseId: Uuid;
  constructor(
    readonly act: Act,
    readonly input: Omit<Register, 'type' | 'courseId'>,
  ) {
    super();
    this.courseId = idMadeBy(act.commandId, 'course');
  }
}

@CommandHandler(RegisterCourse)
export class RegisterCourseHandler implements ICommandHandler<RegisterCourse> {
  constructor(private readonly commanding: Commanding) {}

  execute({ act, input, courseId }: RegisterCourse): Promise<Outcome<CourseRefusal>> {
    return this.commanding.run(act, {
      area: 'training',
      decider: course,
      stream: courseStream(courseId),
      command: { type: 'RegisterCourse', courseId, ...input },
      payload: input,
      owner: () => ({ organisations: [input.organisationId] }),
    });
  }
}
