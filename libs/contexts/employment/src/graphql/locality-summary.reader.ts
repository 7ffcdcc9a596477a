import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { monthEndOnOrBefore } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import type { LocalitySummary, LocalitySummaryArgs, SummaryCount } from './workforce.types.js';

interface Row extends SummaryCount {
  readonly dimension: 'total' | 'organisation' | 'sector' | 'band';
}

/** Counts a locality's workforce. What may be said of the counts is decided in the database, beside them. */
@Injectable()
export class LocalitySummaryReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  /** Null where the locality is not one that the actor takes part in. */
  async summary({ scope, actor }: Act, args: LocalitySummaryArgs): Promise<LocalitySummary | null> {
    const countedOn = monthEndOnOrBefore(args.asAt ?? actor.today);
    const knownOn = args.asKnownOn ? monthEndOnOrBefore(args.asKnownOn) : null;
    const rows = await this.readModels.query<Row>(scope, {
      name: 'employment.headcount',
      text: 'SELECT dimension, key, label, people, exact FROM employment.headcount($1, $2, $3) ORDER BY dimension, label, key',
      values: [args.localityId, countedOn, knownOn],
    });
    const total = rows.find(({ dimension }) => dimension === 'total');
    const of = (dimension: Row['dimension']): readonly SummaryCount[] =>
      rows.filter((row) => row.dimension === dimension);
    return total
      ? {
          localityId: args.localityId,
          countedOn,
          total,
          byOrganisation: of('organisation'),
          bySector: of('sector'),
          byBand: of('band'),
        }
      : null;
  }
}
