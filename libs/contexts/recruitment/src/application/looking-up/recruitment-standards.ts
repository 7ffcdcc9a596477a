import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApplicableClauses, type ApplicableClause } from '@alongside/framework/contracts';
import type { CalendarDate, Uuid } from '@alongside/kernel';
import type { EmploymentCheck, RecruitedEngagementKind } from '../../contracts.js';
import { leastPanelShare, requiredChecks } from './standards.js';

/** What the framework that an organisation holds itself to asks of recruitment on a day. */
@Injectable()
export class RecruitmentStandards {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  async requiredChecks(
    organisationId: Uuid,
    kind: RecruitedEngagementKind,
    on: CalendarDate,
  ): Promise<readonly EmploymentCheck[]> {
    return requiredChecks(await this.clauses(organisationId, on), kind);
  }

  async leastPanelShare(organisationId: Uuid, on: CalendarDate): Promise<number | null> {
    return leastPanelShare(await this.clauses(organisationId, on));
  }

  private clauses(organisationId: Uuid, on: CalendarDate): Promise<readonly ApplicableClause[]> {
    return this.queries.execute<ApplicableClauses, readonly ApplicableClause[]>(
      new ApplicableClauses(organisationId, on),
    );
  }
}
