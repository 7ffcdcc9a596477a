import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, VALUE_OPENER, type Act } from '@alongside/application';
import { isErased, isSealed, type Json } from '@alongside/kernel';
import type { ValueOpener } from '@alongside/privacy';
import type { ReadModels } from '@alongside/read-models';
import type { CheckOutcome, DbsLevel } from '../contracts.js';
import type { ApplicationWithChecks } from './application.types.js';

interface Row {
  readonly level: Json;
  readonly decision: Json;
  readonly decidedOn: string | null;
}

type DbsDecision = Pick<ApplicationWithChecks, 'dbsLevel' | 'dbsDecision' | 'dbsDecidedOn'>;

const nothing: DbsDecision = { dbsLevel: null, dbsDecision: null, dbsDecidedOn: null };

const text = `
  SELECT dbs_level AS level, decision, decided_on AS "decidedOn" FROM recruitment.dbs_decision
  WHERE application_id = $1 AND (organisation_id = ANY ($2::uuid[]) OR person_id = $3::uuid)`;

/** Criminal-record decisions, which stay sealed at rest: opened for the applicant and for who may read class C4. */
@Injectable()
export class DbsDecisionReader {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(VALUE_OPENER) private readonly opener: ValueOpener,
  ) {}

  async of({ scope }: Act, applicationId: string): Promise<DbsDecision> {
    const [row] = await this.readModels.query<Row & object>(scope, {
      name: 'recruitment.dbs-decision',
      text,
      values: [applicationId, scope.organisations.C4, scope.person],
    });
    if (!row) return nothing;
    const [level, decision] = await Promise.all([this.open(row.level), this.open(row.decision)]);
    return {
      dbsLevel: level as DbsLevel | null,
      dbsDecision: decision as CheckOutcome | null,
      dbsDecidedOn: row.decidedOn,
    };
  }

  private async open(value: Json): Promise<Json> {
    if (!isSealed(value)) return isErased(value) ? null : value;
    const plain = await this.opener.openValue(value);
    return isErased(plain) ? null : plain;
  }
}
