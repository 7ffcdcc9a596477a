import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { READ_MODELS, type Act } from '@alongside/application';
import type { Uuid } from '@alongside/kernel';
import type { Prisma, ReadModels } from '@alongside/read-models';
import { PredecessorsOf, type IdentifierSystem, type Predecessor, type Sector } from '../contracts.js';
import { dayOfColumn, lastDayBefore } from './day-of-column.js';
import type { OrganisationRecord } from './organisation.types.js';

const recordIn = async (transaction: Prisma.TransactionClient, organisationId: Uuid) => {
  const organisation = await transaction.organisation.findUnique({ where: { organisationId } });
  if (!organisation) return null;
  const names = await transaction.organisationName.findMany({
    where: { organisationId, correctedAt: null },
    orderBy: [{ effectiveOn: 'asc' }, { position: 'asc' }],
  });
  const held = { where: { organisationId }, orderBy: { fromOn: 'asc' } } as const;
  const identifiers = await transaction.organisationIdentifier.findMany(held);
  const stays = await transaction.localityMembership.findMany(held);
  return { organisation, names, identifiers, stays };
};

/** The period that columns say, with its last day. */
const period = ({ fromOn, toOn }: { readonly fromOn: Date; readonly toOn: Date | null }) => ({
  from: dayOfColumn(fromOn),
  until: lastDayBefore(toOn && dayOfColumn(toOn)),
});

@Injectable()
export class OrganisationRecordReader {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly queries: QueryBus,
  ) {}

  async organisation({ scope, actor }: Act, organisationId: Uuid): Promise<OrganisationRecord | null> {
    const { today } = actor;
    const [found, predecessors] = await Promise.all([
      this.readModels.prisma(scope, async (transaction) => await recordIn(transaction, organisationId)),
      this.queries.execute<PredecessorsOf, readonly Predecessor[]>(new PredecessorsOf(organisationId, today)),
    ]);
    if (!found) return null;
    const { organisation, identifiers, stays } = found;
    const names = found.names.map(({ name, effectiveOn, eventId }) => ({
      name,
      from: dayOfColumn(effectiveOn),
      eventId,
    }));
    return {
      organisationId,
      name: (names.findLast(({ from }) => from <= today) ?? names[0])?.name ?? organisation.name,
      sector: organisation.sector as Sector,
      registeredOn: dayOfColumn(organisation.registeredOn),
      closedOn: organisation.closedOn && dayOfColumn(organisation.closedOn),
      mergedInto: organisation.mergedInto,
      names,
      identifiers: identifiers.map((one) => ({
        system: one.system as IdentifierSystem,
        value: one.value,
        ...period(one),
        eventId: one.assignmentId,
      })),
      localities: stays.map((one) => ({
        localityId: one.localityId,
        ...period(one),
        eventId: one.joiningId,
      })),
      predecessors,
    };
  }
}
