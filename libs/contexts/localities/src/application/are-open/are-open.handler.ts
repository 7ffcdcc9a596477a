import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AreOpen } from '../../contracts.js';
import { PartnerReader } from '../partner.reader.js';

/** Tells other contexts whether organisations are open on a day, from the record itself. */
@QueryHandler(AreOpen)
export class AreOpenHandler implements IQueryHandler<AreOpen, boolean> {
  constructor(private readonly partners: PartnerReader) {}

  async execute({ organisationIds, on }: AreOpen): Promise<boolean> {
    const found = await Promise.all(
      [...new Set(organisationIds)].map((organisationId) => this.partners.organisation(organisationId)),
    );
    return found.every(
      (one) => one && one.registeredOn <= on && (one.closedOn === null || on < one.closedOn),
    );
  }
}
