import { Inject, Injectable } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page } from '@alongside/graphql-kit';
import { answeringFor } from '@alongside/localities/contracts';
import type { ReadModels } from '@alongside/read-models';
import { employmentChecks } from '../contracts.js';
import type {
  Application,
  ApplicationCheck,
  ApplicationsArgs,
  ApplicationWithChecks,
  MyApplicationsArgs,
} from './application.types.js';
import { DbsDecisionReader } from './dbs-decision.reader.js';

const selected = `
  SELECT a.application_id AS "applicationId", a.vacancy_id AS "vacancyId", v.title AS "vacancyTitle",
    a.person_id AS "personId", n.display_name AS "displayName", a.organisation_id AS "organisationId",
    a.post_id AS "postId", a.engagement_kind AS "engagementKind", a.role_family AS "roleFamily", a.status,
    a.stage_id AS "stageId", a.stage_kind AS "stageKind", a.stage_since AS "stageSince",
    a.submitted_on AS "submittedOn", a.interview_outcome AS "interviewOutcome", a.reserve_until AS "reserveUntil",
    a.offered_on AS "offeredOn", a.confirmed_on AS "confirmedOn", a.starts_on AS "startsOn",
    a.hours_per_week AS "hoursPerWeek", a.ended_on AS "endedOn", a.decline_reason AS "declineReason",
    a.offered_on - a.submitted_on AS "daysToOffer", a.confirmed_on - a.submitted_on AS "daysToHire"
  FROM recruitment.application a
    JOIN recruitment.vacancy v USING (vacancy_id)
    LEFT JOIN people.name_card n ON n.person_id = a.person_id`;

const one = `
  ${selected} WHERE a.application_id = $1 AND (a.organisation_id = ANY ($2::uuid[]) OR a.person_id = $3::uuid)`;

const listed = (of: string): string => `
  ${selected}
  WHERE ${of} AND a.organisation_id = ANY ($2::uuid[])
    AND ($3::uuid IS NULL OR a.organisation_id = ANY ${answeringFor('$3', '$8')}) AND ($4::text IS NULL OR a.status = $4)
    AND ($5::date IS NULL OR (a.submitted_on, a.application_id) > ($5, $6::uuid))
  ORDER BY a.submitted_on, a.application_id LIMIT $7`;

const ofVacancy = listed('a.vacancy_id = $1');
const ofOrganisation = listed(`$1::uuid = ANY ($2) AND a.organisation_id = ANY ${answeringFor('$1', '$8')}`);

const own = `
  ${selected}
  WHERE a.person_id = $1 AND ($2::date IS NULL OR (a.submitted_on, a.application_id) < ($2, $3::uuid))
  ORDER BY a.submitted_on DESC, a.application_id DESC LIMIT $4`;

const checks = `
  SELECT employment_check AS "check", status, holder, since, required FROM recruitment.check_status
  WHERE application_id = $1 AND (organisation_id = ANY ($2::uuid[]) OR person_id = $3::uuid)
  ORDER BY array_position($4::text[], employment_check)`;

const keyOf = (row: Application): readonly string[] => [row.submittedOn, row.applicationId];

/** Applications for who recruits, and each for its applicant. */
@Injectable()
export class ApplicationReader {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly dbsDecisions: DbsDecisionReader,
  ) {}

  async application(act: Act, applicationId: string): Promise<ApplicationWithChecks | null> {
    const { scope } = act;
    const readable = [applicationId, scope.organisations.C2, scope.person];
    const [row] = await this.readModels.query<Application>(scope, {
      name: 'recruitment.application',
      text: one,
      values: readable,
    });
    if (!row) return null;
    const [moved, dbs] = await Promise.all([
      this.readModels.query<ApplicationCheck>(scope, {
        name: 'recruitment.checks',
        text: checks,
        values: [...readable, employmentChecks],
      }),
      this.dbsDecisions.of(act, applicationId),
    ]);
    return { ...row, checks: moved, ...dbs };
  }

  async applications({ scope, actor }: Act, args: ApplicationsArgs): Promise<Page<Application>> {
    const first = checkedFirst(args.first);
    const { vacancyId, organisationId } = args;
    if (!vacancyId && !organisationId)
      throw new GraphQLError('Say of which vacancy, or of which organisation.', {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    const [submittedOn, applicationId] = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<Application>(scope, {
      name: `recruitment.applications-by-${vacancyId ? 'vacancy' : 'organisation'}`,
      text: vacancyId ? ofVacancy : ofOrganisation,
      values: [
        vacancyId ?? organisationId,
        scope.organisations.C2,
        organisationId ?? null,
        args.status ?? null,
        submittedOn,
        applicationId,
        first + 1,
        args.on ?? actor.today,
      ],
    });
    return pageOf(rows, first, keyOf, (row) => row);
  }

  /** Empty for clients, who apply nowhere. */
  async own({ scope }: Act, args: MyApplicationsArgs): Promise<Page<Application>> {
    const first = checkedFirst(args.first);
    const [submittedOn, applicationId] = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<Application>(scope, {
      name: 'recruitment.own-applications',
      text: own,
      values: [scope.person, submittedOn, applicationId, first + 1],
    });
    return pageOf(rows, first, keyOf, (row) => row);
  }
}
