import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page } from '@alongside/graphql-kit';
import { answeringFor } from '@alongside/localities/contracts';
import type { ReadModels } from '@alongside/read-models';
import type { CompletionWay, CourseKind } from '../contracts.js';
import type { Cohort, CohortsArgs, Course, CoursesArgs, Seat, SeatsArgs } from './course.types.js';
import { dayText } from './day-text.js';

const many = `
  SELECT course_id AS "courseId", organisation_id AS "organisationId", title, kind, provider, accreditor, level,
    accredited_until AS "accreditedUntil", hours, outcome, competences, refresher_months AS "refresherMonths",
    registered_on AS "registeredOn", withdrawn_on AS "withdrawnOn"
  FROM training.course
  WHERE ($1::text IS NULL OR kind = $1) AND ($2::text IS NULL OR (title, course_id) > ($2, $3::uuid))
  ORDER BY title, course_id LIMIT $4`;

const cohorts = `
  SELECT h.cohort_id AS "cohortId", h.course_id AS "courseId", coalesce(c.title, '') AS title,
    h.organisation_id AS "organisationId", h.seats, h.reserved < h.seats AS "hasFreeSeats",
    CASE WHEN h.organisation_id = ANY ($5::uuid[]) THEN h.reserved END AS reserved,
    CASE WHEN h.organisation_id = ANY ($5) THEN h.waiting END AS waiting,
    h.starts_on AS "startsOn", h.ends_on AS "endsOn", h.cancelled_on AS "cancelledOn"
  FROM training.cohort h LEFT JOIN training.course c USING (course_id)
  WHERE h.organisation_id = ANY ${answeringFor('$1', '$6')} AND ($2::date IS NULL OR (h.starts_on, h.cohort_id) > ($2, $3::uuid))
  ORDER BY h.starts_on, h.cohort_id LIMIT $4`;

const seats = `
  SELECT s.person_id AS "personId", n.display_name AS "displayName", s.booked_by AS "bookedBy", s.status, s.since
  FROM training.seat s LEFT JOIN people.name_card n USING (person_id)
  WHERE s.cohort_id = $1
    AND (s.organisation_id = ANY ($2::uuid[]) OR s.booked_by = ANY ($2) OR s.person_id = ANY ($3::uuid[]))
    AND ($4::date IS NULL OR (s.since, s.person_id) > ($4, $5::uuid))
  ORDER BY s.since, s.person_id LIMIT $6`;

/** Reads courses and cohorts, which everybody may see, and bookings, within the scope of whoever asks. */
@Injectable()
export class CourseReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async course({ scope }: Act, courseId: string): Promise<Course | null> {
    const found = await this.readModels.prisma(scope, (tx) => tx.course.findUnique({ where: { courseId } }));
    return (
      found && {
        ...found,
        kind: found.kind as CourseKind,
        outcome: found.outcome as CompletionWay,
        accreditedUntil: dayText(found.accreditedUntil),
        registeredOn: dayText(found.registeredOn),
        withdrawnOn: dayText(found.withdrawnOn),
      }
    );
  }

  async courses({ scope }: Act, args: CoursesArgs): Promise<Page<Course>> {
    const first = checkedFirst(args.first);
    const [title, courseId] = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<Course & object>(scope, {
      name: 'training.courses',
      text: many,
      values: [args.kind ?? null, title, courseId, first + 1],
    });
    return pageOf(
      rows,
      first,
      (row) => [row.title, row.courseId],
      (row) => row,
    );
  }

  async cohorts({ scope, actor }: Act, args: CohortsArgs): Promise<Page<Cohort>> {
    const first = checkedFirst(args.first);
    const [startsOn, cohortId] = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<Cohort & object>(scope, {
      name: 'training.cohorts',
      text: cohorts,
      values: [
        args.organisationId,
        startsOn,
        cohortId,
        first + 1,
        scope.organisations.C2,
        args.on ?? actor.today,
      ],
    });
    return pageOf(
      rows,
      first,
      (row) => [row.startsOn, row.cohortId],
      (row) => row,
    );
  }

  async seats({ scope }: Act, args: SeatsArgs): Promise<Page<Seat>> {
    const first = checkedFirst(args.first);
    const [since, personId] = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<Seat & object>(scope, {
      name: 'training.seats',
      text: seats,
      values: [args.cohortId, scope.organisations.C2, scope.people.C2, since, personId, first + 1],
    });
    return pageOf(
      rows,
      first,
      (row) => [row.since, row.personId],
      (row) => row,
    );
  }
}
