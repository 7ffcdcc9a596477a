import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page } from '@alongside/graphql-kit';
import { organisationsOf, readableOrganisations } from '@alongside/identity';
import { answeringFor } from '@alongside/localities/contracts';
import type { Uuid } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import { PassportReadings } from './passport-readings.js';
import { completionColumns, completionJoins, latestFirst, shareRuns, standing } from './completion.sql.js';
import type { Completion, Enrolment, EnrolmentsArgs, TrainingRecordArgs } from './record.types.js';

interface Row extends Completion {
  readonly position: string;
  readonly sharedWith: Uuid | null;
}

const record = `
  SELECT ${completionColumns('$2')}, p.with_organisation_id AS "sharedWith"
  FROM training.completion c ${completionJoins('$3', '$4')}
  LEFT JOIN LATERAL (
    SELECT s.with_organisation_id FROM training.passport_share s
    WHERE s.person_id = c.person_id AND s.with_organisation_id = ANY ($3) AND s.with_organisation_id = ANY (c.shared_with)
      AND ${shareRuns('$5')}
    ORDER BY s.until DESC, s.with_organisation_id LIMIT 1
  ) p ON true
  WHERE c.person_id = $1 AND ${standing('$2', '$6', '$7')}
    AND (c.person_id = ANY ($4::uuid[]) OR c.organisation_id = ANY ($3::uuid[]) OR c.organisation_id = ANY ($9::uuid[])
      OR p.with_organisation_id IS NOT NULL)
  ${latestFirst} LIMIT $8`;

const enrolmentColumns = `
  e.enrolment_id AS "enrolmentId", e.person_id AS "personId", n.display_name AS "displayName",
  e.course_id AS "courseId", e.cohort_id AS "cohortId", e.course_kind AS "courseKind", e.title,
  e.organisation_id AS "organisationId", e.booked_by AS "bookedBy", e.status, e.enrolled_on AS "enrolledOn",
  e.days_attended AS "daysAttended", e.hours_attended AS "hoursAttended", e.completed_on AS "completedOn",
  e.ended_on AS "endedOn", e.end_reason AS "endReason"`;

const enrolments = `
  SELECT ${enrolmentColumns}
  FROM training.enrolment e LEFT JOIN people.name_card n USING (person_id)
  WHERE $1::uuid = ANY ($2::uuid[])
    AND (e.organisation_id = ANY ${answeringFor('$1', '$7')} OR e.booked_by = ANY ${answeringFor('$1', '$7')})
    AND (e.organisation_id = ANY ($2) OR e.booked_by = ANY ($2))
    AND ($3::uuid IS NULL OR e.cohort_id = $3)
    AND ($4::date IS NULL OR (e.enrolled_on, e.enrolment_id) < ($4, $5::uuid))
  ORDER BY e.enrolled_on DESC, e.enrolment_id DESC LIMIT $6`;

const ownEnrolments = `
  SELECT ${enrolmentColumns}
  FROM training.enrolment e LEFT JOIN people.name_card n USING (person_id)
  WHERE e.person_id = $1 AND ($2::date IS NULL OR (e.enrolled_on, e.enrolment_id) < ($2, $3::uuid))
  ORDER BY e.enrolled_on DESC, e.enrolment_id DESC LIMIT $4`;

/** What people have learnt and take part in, each time within the scope of whoever asks. */
@Injectable()
export class RecordReader {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly readings: PassportReadings,
  ) {}

  /**
   * What the actor may see of somebody's record: their own, what their organisations recorded or others share with them
   * by agreement, and what the passport shows these. A supervisor sees of the people assigned what the organisation sees in which they supervise.
   * @throws NotLogged
   */
  async completions(act: Act, args: TrainingRecordArgs): Promise<Page<Completion>> {
    const { scope, actor } = act;
    const first = checkedFirst(args.first);
    const [completedOn, position] = decodeCursor(args.after, 2) ?? [null, null];
    const assigned = scope.people.C2.includes(args.personId);
    const organisations = [
      ...scope.organisations.C2,
      ...(assigned ? organisationsOf(actor, 'supervisor') : []),
    ];
    const own = scope.person === null ? [] : [scope.person];
    const on = args.on ?? actor.today;
    const rows = await this.readModels.query<Row>(scope, {
      name: 'training.record',
      text: record,
      values: [
        args.personId,
        on,
        organisations,
        own,
        actor.today,
        completedOn,
        position,
        first + 1,
        readableOrganisations(scope, 'training', 'C2'),
      ],
    });
    await this.readings.written(act, rows.slice(0, first));
    return pageOf(
      rows,
      first,
      (row) => [row.completedOn, row.position],
      (row) => row,
    );
  }

  async enrolments({ scope, actor }: Act, args: EnrolmentsArgs): Promise<Page<Enrolment>> {
    const first = checkedFirst(args.first);
    const [enrolledOn, enrolmentId] = decodeCursor(args.after, 2) ?? [null, null];
    const readable = readableOrganisations(scope, 'training', 'C2');
    const of = [args.organisationId, readable, args.cohortId ?? null];
    const rows = await this.readModels.query<Enrolment & object>(scope, {
      name: 'training.enrolments',
      text: enrolments,
      values: [...of, enrolledOn, enrolmentId, first + 1, args.on ?? actor.today],
    });
    return pageOfEnrolments(rows, first);
  }

  async ownEnrolments({ scope }: Act, args: { first: number; after?: string }): Promise<Page<Enrolment>> {
    const first = checkedFirst(args.first);
    const [enrolledOn, enrolmentId] = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<Enrolment & object>(scope, {
      name: 'training.own_enrolments',
      text: ownEnrolments,
      values: [scope.person, enrolledOn, enrolmentId, first + 1],
    });
    return pageOfEnrolments(rows, first);
  }
}

const pageOfEnrolments = (rows: readonly Enrolment[], first: number): Page<Enrolment> =>
  pageOf(
    rows,
    first,
    (row) => [row.enrolledOn, row.enrolmentId],
    (row) => row,
  );
