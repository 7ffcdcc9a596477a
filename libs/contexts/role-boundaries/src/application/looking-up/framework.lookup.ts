import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApplicableClauses, frameworkIdOf, type ApplicableClause } from '@alongside/framework/contracts';
import type { CalendarDate, Uuid } from '@alongside/kernel';
import { stanceIn, type FrameworkStance } from '../../domain/index.js';

/** What an organisation holds itself to on a day, in one locality. */
export interface FrameworkFound {
  /** Null where it has adopted no version. */
  readonly versionId: Uuid | null;
  /** One for each task that it speaks of. */
  readonly stances: readonly FrameworkStance[];
}

/** Asks for the framework of the locality in which somebody works, as their organisation has adopted it. */
@Injectable()
export class FrameworkLookup {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  async on(
    day: CalendarDate,
    { organisationId, localityId }: { readonly organisationId: Uuid; readonly localityId: Uuid },
  ): Promise<FrameworkFound> {
    const clauses = await this.queries.execute<ApplicableClauses, readonly ApplicableClause[]>(
      new ApplicableClauses(organisationId, day),
    );
    const here = clauses.filter(({ frameworkId }) => frameworkId === frameworkIdOf(localityId));
    return {
      versionId: here[0]?.versionId ?? null,
      stances: here.flatMap((clause) => stanceIn(clause) ?? []),
    };
  }
}
