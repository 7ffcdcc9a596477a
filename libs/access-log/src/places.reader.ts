import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import type { Uuid } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import type { Mention } from './people-in.js';

const text = `
  SELECT person_id AS "personId", organisation_ids AS organisations FROM people.name_card
  WHERE person_id = ANY ($1::uuid[])`;

/** Finds the organisations of people whom an answer names without saying whose record of them it is. */
@Injectable()
export class PlacesReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async placed(scope: Act['scope'], mentions: readonly Mention[]): Promise<readonly Mention[]> {
    const unplaced = mentions.filter(({ organisations }) => organisations.length === 0);
    if (unplaced.length === 0) return mentions;
    const cards = await this.readModels.query<{ personId: Uuid; organisations: readonly Uuid[] }>(scope, {
      name: 'access_log.places',
      text,
      values: [[...new Set(unplaced.map(({ person }) => person))]],
    });
    const places = new Map(cards.map(({ personId, organisations }) => [personId, organisations]));
    return mentions.map((mention) =>
      mention.organisations.length > 0
        ? mention
        : { ...mention, organisations: places.get(mention.person) ?? [] },
    );
  }
}
