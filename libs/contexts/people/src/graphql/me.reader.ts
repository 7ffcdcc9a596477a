import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import type { Uuid } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import { heldRoles } from './held-roles.js';
import type { Me } from './me.types.js';

interface Named {
  readonly id: Uuid;
  readonly name: string | null;
}

const named = `
  SELECT person_id AS id, display_name AS name FROM people.name_card WHERE person_id = $1
  UNION ALL SELECT organisation_id, name FROM localities.organisation WHERE organisation_id = ANY ($2::uuid[])
  UNION ALL SELECT locality_id, name FROM localities.locality WHERE locality_id = ANY ($2)`;

@Injectable()
export class MeReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async me({ actor, scope }: Act): Promise<Me> {
    const rows = await this.readModels.query<Named & object>(scope, {
      name: 'people.me',
      text: named,
      values: [scope.person, actor.grants.map((grant) => grant.scope.id)],
    });
    const names = new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
    const { [actor.id]: _, ...scopes } = Object.fromEntries(names);
    return {
      personId: actor.id,
      displayName: names.get(actor.id) ?? null,
      roles: heldRoles(actor, new Map(Object.entries(scopes))),
    };
  }
}
