import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { HaveJoined } from '../../contracts.js';
import { PartnerReader } from '../partner.reader.js';

/** Tells other contexts whether organisations are partners in a locality, from the record itself. */
@QueryHandler(HaveJoined)
export class HaveJoinedHandler implements IQueryHandler<HaveJoined, boolean> {
  constructor(private readonly partners: PartnerReader) {}

  async execute({ organisationIds, localityId }: HaveJoined): Promise<boolean> {
    const joined = await Promise.all(
      [...new Set(organisationIds)].map((organisationId) => this.partners.joined(organisationId)),
    );
    return joined.every((localities) => localities.includes(localityId));
  }
}
