import { Inject, Injectable } from '@nestjs/common';
import { LoggedOpener, type About } from '@alongside/access-log';
import { READ_MODELS, type Act } from '@alongside/application';
import type { Personal, Uuid } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import type { CheckOutcome, DbsLevel } from '../contracts.js';
import type { ApplicationWithChecks } from './application.types.js';

interface Row {
  readonly personId: Uuid;
  readonly organisationId: Uuid;
  readonly level: Personal<DbsLevel> | null;
  readonly decision: Personal<CheckOutcome> | null;
  readonly decidedOn: string | null;
}

type DbsDecision = Pick<ApplicationWithChecks, 'dbsLevel' | 'dbsDecision' | 'dbsDecidedOn'>;

const nothing: DbsDecision = { dbsLevel: null, dbsDecision: null, dbsDecidedOn: null };

const text = `
  SELECT person_id AS "personId", organisation_id AS "organisationId", dbs_level AS level, decision,
    decided_on AS "decidedOn"
  FROM recruitment.dbs_decision
  WHERE application_id = $1 AND (organisation_id = ANY ($2::uuid[]) OR person_id = $3::uuid)`;

/**
 * Criminal-record decisions, which stay sealed at rest: opened for the applicant and for who may read class C4, and only
 * where they are asked for.
 */
@Injectable()
export class DbsDecisionReader {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly opener: LoggedOpener,
  ) {}

  async of(act: Act, applicationId: string): Promise<DbsDecision> {
    const { scope } = act;
    const [row] = await this.readModels.query<Row & object>(scope, {
      name: 'recruitment.dbs-decision',
      text,
      values: [applicationId, scope.organisations.C4, scope.person],
    });
    if (!row) return nothing;
    const { personId: person, organisationId: organisation, level, decision, decidedOn } = row;
    const about: About = { what: 'dbsDecision', class: 'C4', person, organisation };
    return {
      dbsLevel: this.opener.whenAsked(act, about, level),
      dbsDecision: this.opener.whenAsked(act, about, decision),
      dbsDecidedOn: this.opener.whenAsked(act, about, decidedOn),
    };
  }
}
