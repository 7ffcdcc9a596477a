import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page } from '@alongside/graphql-kit';
import { answeringFor } from '@alongside/localities/contracts';
import type { ReadModels } from '@alongside/read-models';
import type { VacanciesArgs, Vacancy } from './vacancy.types.js';

const columns = `
  vacancy_id AS "vacancyId", organisation_id AS "organisationId", locality_id AS "localityId", post_id AS "postId",
  title, engagement_kind AS "engagementKind", role_family AS "roleFamily", places, stages, readiness, status,
  opened_on AS "openedOn", closes_on AS "closesOn", closed_on AS "closedOn", close_reason AS "closeReason"`;

const one = `SELECT ${columns} FROM recruitment.vacancy WHERE vacancy_id = $1`;

const many = `
  SELECT ${columns} FROM recruitment.vacancy
  WHERE ($1::uuid IS NULL OR organisation_id = ANY ${answeringFor('$1', '$8')}) AND ($2::uuid IS NULL OR locality_id = $2)
    AND (NOT $3 OR (status = 'open' AND (closes_on IS NULL OR closes_on >= $4::date)))
    AND ($5::date IS NULL OR (opened_on, vacancy_id) < ($5, $6::uuid))
  ORDER BY opened_on DESC, vacancy_id DESC LIMIT $7`;

/** Vacancies are published: whoever is signed in reads all of them. */
@Injectable()
export class VacancyReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async vacancy({ scope }: Act, vacancyId: string): Promise<Vacancy | null> {
    const [row] = await this.readModels.query<Vacancy>(scope, {
      name: 'recruitment.vacancy',
      text: one,
      values: [vacancyId],
    });
    return row ?? null;
  }

  async vacancies({ scope, actor }: Act, args: VacanciesArgs): Promise<Page<Vacancy>> {
    const first = checkedFirst(args.first);
    const [openedOn, vacancyId] = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<Vacancy>(scope, {
      name: 'recruitment.vacancies',
      text: many,
      values: [
        args.organisationId ?? null,
        args.localityId ?? null,
        args.openOnly === true,
        actor.today,
        openedOn,
        vacancyId,
        first + 1,
        args.on ?? actor.today,
      ],
    });
    return pageOf(
      rows,
      first,
      (row) => [row.openedOn, row.vacancyId],
      (row) => row,
    );
  }
}
