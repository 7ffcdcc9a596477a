import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act, type Owner } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { courseStream } from '../../contracts.js';
import {
  course,
  type CourseCommand,
  type CourseRefusal,
  type CourseState,
  type RegisterCourse,
} from '../../domain/index.js';

/** A command on a course that exists: by whoever manages training in the organisation that keeps its record. */
export class OnCourse extends Command<Outcome<CourseRefusal>> {
  constructor(
    readonly act: Act,
    readonly courseId: Uuid,
    readonly command: Exclude<CourseCommand, RegisterCourse>,
  ) {
    super();
  }
}

const ownerOfCourse = (state: CourseState): Owner | undefined =>
  state.status === 'None' ? undefined : { organisations: [state.organisationId] };

@CommandHandler(OnCourse)
export class OnCourseHandler implements ICommandHandler<OnCourse> {
  constructor(private readonly commanding: Commanding) {}

  execute({ act, courseId, command }: OnCourse): Promise<Outcome<CourseRefusal>> {
    return this.commanding.run(act, {
      area: 'training',
      decider: course,
      stream: courseStream(courseId),
      command,
      payload: command,
      owner: ownerOfCourse,
    });
  }
}
