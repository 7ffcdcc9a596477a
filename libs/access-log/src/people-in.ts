import { isUuid, type Uuid } from '@alongside/kernel';

/** Somebody whom an answer names, and the organisations whose record of them it is. */
export interface Mention {
  readonly person: Uuid;
  readonly organisations: readonly Uuid[];
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** What opens only when it is asked for is logged then, and must not be begun by looking at it. */
const isToCome = (value: Fields): boolean => typeof value['then'] === 'function';

const personOf = ({ personId, subjectId }: Fields): Uuid | undefined =>
  [personId, subjectId].find((id) => isUuid(id));

const organisationsOf = (fields: Fields): readonly Uuid[] =>
  Object.entries(fields).flatMap(([name, value]) =>
    /(^o|O)rganisationId$/.test(name) && isUuid(value) ? [value] : [],
  );

/**
 * Everybody whom a resolver's answer is about, by the fields `personId`, `subjectId` and `…organisationId` of the objects in it, however
 * deep. What an object does not say itself is what the object around it says, and in the end what was asked for.
 */
export const peopleIn = (answer: unknown, asked: Fields = {}): readonly Mention[] => {
  const mentions: Mention[] = [];
  const seen = new WeakSet<object>();
  const walk = (value: unknown, person: Uuid | undefined, organisations: readonly Uuid[]): void => {
    if (!isObject(value) || seen.has(value) || isToCome(value)) return;
    seen.add(value);
    if (Array.isArray(value)) return value.forEach((one) => walk(one, person, organisations));
    const ownPerson = personOf(value);
    const ownOrganisations = organisationsOf(value);
    const about = ownPerson ?? person;
    const of = ownOrganisations.length > 0 ? ownOrganisations : organisations;
    if (about !== undefined && (ownPerson !== undefined || ownOrganisations.length > 0))
      mentions.push({ person: about, organisations: of });
    for (const one of Object.values(value)) walk(one, about, of);
  };
  walk(answer, personOf(asked), organisationsOf(asked));
  return mentions;
};
