import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS } from '@alongside/application';
import type { Uuid } from '@alongside/kernel';
import type { ReadScope } from '@alongside/postgres';
import type { ReadModels } from '@alongside/read-models';
import type { SubmitApplication } from '../../domain/index.js';

const one = `
  SELECT status = 'open' AS open, organisation_id AS "organisationId", locality_id AS "localityId",
    post_id AS "postId", engagement_kind AS "engagementKind", role_family AS "roleFamily",
    closes_on AS "closesOn", stages
  FROM recruitment.vacancy WHERE vacancy_id = $1`;

/** Vacancies as applicants find them: published, so whoever is signed in finds each. */
@Injectable()
export class VacanciesOnOffer {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async find(scope: ReadScope, vacancyId: Uuid): Promise<SubmitApplication['vacancy'] | undefined> {
    const [row] = await this.readModels.query<SubmitApplication['vacancy']>(scope, {
      name: 'recruitment.vacancy-on-offer',
      text: one,
      values: [vacancyId],
    });
    return row;
  }
}
