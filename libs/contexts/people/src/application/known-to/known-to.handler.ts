import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { READ_MODELS } from '@alongside/application';
import { emptyScope } from '@alongside/postgres';
import type { ReadModels } from '@alongside/read-models';
import { KnownTo } from '../../contracts.js';
import { PersonLookup } from '../person.lookup.js';

const tied = `SELECT person_id FROM people.name_card WHERE person_id = $1 AND organisation_ids && $2::uuid[]`;

/**
 * Tells other contexts whether an organisation knows a person: who registered them from the record itself, other ties
 * from the name card, which may be moments behind.
 */
@QueryHandler(KnownTo)
export class KnownToHandler implements IQueryHandler<KnownTo, boolean> {
  constructor(
    private readonly people: PersonLookup,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  async execute({ personId, organisationIds }: KnownTo): Promise<boolean> {
    const registration = await this.people.registration(personId);
    if (!registration) return false;
    if (organisationIds.includes(registration.registeredBy)) return true;
    const scope = { ...emptyScope, organisations: { ...emptyScope.organisations, C1: organisationIds } };
    const rows = await this.readModels.query(scope, {
      name: 'people.known_to',
      text: tied,
      values: [personId, organisationIds],
    });
    return rows.length > 0;
  }
}
