import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page } from '@alongside/graphql-kit';
import { timeline, type CalendarDate, type Uuid } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import type { Said } from '@alongside/projections';
import { dayOfColumn } from './day-of-column.js';
import type { LocalitiesArgs, Locality } from './locality.types.js';

type Row = Omit<Locality, 'hostOrganisationId'> & { readonly hosts: readonly Said<Uuid>[] };

const many = `
  SELECT locality_id AS "localityId", name, established_on AS "establishedOn", hosts FROM localities.locality
  WHERE $1::text IS NULL OR (name, locality_id) > ($1, $2::uuid)
  ORDER BY name, locality_id LIMIT $3`;

const localityOn =
  (day: CalendarDate) =>
  ({ localityId, name, establishedOn, hosts }: Row): Locality => ({
    localityId,
    name,
    establishedOn,
    hostOrganisationId: timeline.valueOn(hosts, day) ?? hosts[0]!.value,
  });

@Injectable()
export class LocalityReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async localities({ scope, actor }: Act, args: LocalitiesArgs): Promise<Page<Locality>> {
    const first = checkedFirst(args.first);
    const [name, localityId] = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<Row>(scope, {
      name: 'localities.localities',
      text: many,
      values: [name, localityId, first + 1],
    });
    return pageOf(rows, first, (row) => [row.name, row.localityId], localityOn(actor.today));
  }

  async locality({ scope, actor }: Act, localityId: Uuid): Promise<Locality | null> {
    const found = await this.readModels.prisma(
      scope,
      async (transaction) => await transaction.locality.findUnique({ where: { localityId } }),
    );
    return (
      found &&
      localityOn(actor.today)({
        ...found,
        establishedOn: dayOfColumn(found.establishedOn),
        hosts: found.hosts as unknown as readonly Said<Uuid>[],
      })
    );
  }
}
