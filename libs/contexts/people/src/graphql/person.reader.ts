import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, readable, scopedModel, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page } from '@alongside/graphql-kit';
import { answeringFor } from '@alongside/localities/contracts';
import type { ReadModels } from '@alongside/read-models';
import { nameCards } from '../projections/name-cards/name-cards.projection.js';
import { patternsOf } from './name-search.js';
import type { PeopleArgs, Person } from './person.types.js';

// What is shared by agreement names its people; it opens no register of them.
const { area: _, ...nameCard } = scopedModel('NameCard', nameCards);

interface Row extends Person {
  readonly sortName: string;
}

const people = `
  SELECT person_id AS "personId", display_name AS "displayName", given_name AS "givenName",
    family_name AS "familyName", email, phone, demonstration, coalesce(sort_name, '') AS "sortName"
  FROM people.name_card
  WHERE $1::uuid = ANY ($2::uuid[]) AND organisation_ids && ${answeringFor('$1', '$7')} AND organisation_ids && $2
    AND coalesce(sort_name, '') LIKE ALL ($3::text[])
    AND ($4::text IS NULL OR (coalesce(sort_name, ''), person_id) > ($4, $5::uuid))
  ORDER BY coalesce(sort_name, ''), person_id LIMIT $6`;

/** Name cards, within the scope of whoever asks. Which organisations else know a person is never said. */
@Injectable()
export class PersonReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  person(act: Act, personId: string): Promise<Person | null> {
    return this.readModels.prisma(act.scope, (transaction) =>
      transaction.nameCard.findFirst({
        where: { AND: [{ personId }, readable(act, nameCard)] },
        select: {
          personId: true,
          displayName: true,
          givenName: true,
          familyName: true,
          email: true,
          phone: true,
          demonstration: true,
        },
      }),
    );
  }

  async people({ scope, actor }: Act, args: PeopleArgs): Promise<Page<Person>> {
    const first = checkedFirst(args.first);
    const [sortName, personId] = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<Row & object>(scope, {
      name: 'people.people',
      text: people,
      values: [
        args.organisationId,
        scope.organisations.C1,
        patternsOf(args.name),
        sortName,
        personId,
        first + 1,
        args.on ?? actor.today,
      ],
    });
    return pageOf(
      rows,
      first,
      (row) => [row.sortName, row.personId],
      (row) => row,
    );
  }
}
