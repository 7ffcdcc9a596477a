import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { idMadeBy, reject, type Uuid } from '@alongside/kernel';
import { cohortStream } from '../../contracts.js';
import { cohort, type CohortRefusal, type PlanCohort as Plan } from '../../domain/index.js';
import { CourseLookup } from '../course-lookup/course-lookup.js';

/** Plans a cohort that an organisation of the actor's runs, of a course that is on offer. Its id comes from the command's. */
export class PlanCohort extends Command<Outcome<CohortRefusal>> {
  readonly cohortId: Uuid;
  constructor(
    readonly act: Act,
    readonly input: Omit<Plan, 'type' | 'cohortId' | 'courseKind' | 'title' | 'courseOpen'>,
  ) {
    super();
    this.cohortId = idMadeBy(act.commandId, 'cohort');
  }
}

@CommandHandler(PlanCohort)
export class PlanCohortHandler implements ICommandHandler<PlanCohort> {
  constructor(
    private readonly commanding: Commanding,
    private readonly courses: CourseLookup,
  ) {}

  async execute({ act, input, cohortId }: PlanCohort): Promise<Outcome<CohortRefusal>> {
    const { courseId, effectiveOn, organisationId } = input;
    const course = await this.courses.on(courseId, effectiveOn);
    if (!course) return reject('CourseNotOpen');
    const onOffer = await this.courses.onOffer(courseId, effectiveOn);
    const { kind: courseKind, title } = course;
    return this.commanding.run(act, {
      area: 'training',
      decider: cohort,
      stream: cohortStream(cohortId),
      command: {
        type: 'PlanCohort',
        cohortId,
        courseKind,
        title,
        courseOpen: onOffer !== undefined,
        ...input,
      },
      payload: input,
      owner: () => ({ organisations: [organisationId] }),
    });
  }
}
