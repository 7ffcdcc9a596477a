import { Inject, Injectable } from '@nestjs/common';
import { WRITING } from '@alongside/application';
import { factsOf, type Writing } from '@alongside/event-store';
import { fold, type CalendarDate, type Uuid } from '@alongside/kernel';
import { courseStream } from '../../contracts.js';
import { course, courseOn, type CourseEvent, type CourseOnDay } from '../../domain/index.js';

/** Reads a course from its own stream, so that what is recorded about it a moment ago counts. */
@Injectable()
export class CourseLookup {
  constructor(@Inject(WRITING) private readonly writing: Writing) {}

  /** The course as it was on `day`, withdrawn or not; undefined before it was registered. */
  async on(courseId: Uuid, day: CalendarDate): Promise<CourseOnDay | undefined> {
    return courseOn(await this.state(courseId), day);
  }

  /** The course as it was on `day`; undefined where it was not on offer on that day. */
  async onOffer(courseId: Uuid, day: CalendarDate): Promise<CourseOnDay | undefined> {
    const state = await this.state(courseId);
    return state.status === 'Withdrawn' && state.withdrawnOn <= day ? undefined : courseOn(state, day);
  }

  private async state(courseId: Uuid) {
    return fold(course, await factsOf<CourseEvent>(this.writing, courseStream(courseId)));
  }
}
