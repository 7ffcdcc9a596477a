import { disclosed, type Personal, type Uuid } from '@alongside/kernel';
import { type Change, projection, type Published, type Said, saying, without } from '@alongside/projections';
import type { EngagementBegun } from '@alongside/employment/contracts';
import type { RoleEnded, RoleGranted } from '@alongside/localities/contracts';
import type { ApplicationSubmitted } from '@alongside/recruitment/contracts';
import type { PersonNamed, PersonRegistered, WorkContactGiven } from '../../contracts.js';

interface Names {
  readonly given: string | null;
  readonly family: string | null;
}

interface Contact {
  readonly email: string | null;
  readonly phone: string | null;
}

/** What was said over time. Names and contacts stand here too, so that a correction can bring back earlier ones. */
interface CardHistory {
  readonly names: readonly Said<Names>[];
  readonly contacts: readonly Said<Contact>[];
  /** Organisations that came to have to do with the person, by the event that says so. */
  readonly ties: readonly Said<readonly Uuid[]>[];
}

export interface NameCardRow extends Contact {
  readonly person_id: Uuid;
  readonly given_name: string | null;
  readonly family_name: string | null;
  /** Null once erased. */
  readonly display_name: string | null;
  /** Family name first, small letters, without accents: to sort by and to search in. */
  readonly sort_name: string | null;
  /** Those that registered, are applied to, employ, host or gave a role to the person, now or formerly. */
  readonly organisation_ids: readonly Uuid[];
  readonly demonstration: boolean;
  readonly history: CardHistory;
}

type NameCardEvent =
  | PersonRegistered
  | PersonNamed
  | WorkContactGiven
  | EngagementBegun
  | ApplicationSubmitted
  | RoleGranted
  | RoleEnded;

const nobody: CardHistory = { names: [], contacts: [], ties: [] };

/** As `sort_name` holds it; what is searched for must be put the same way. */
export const searchable = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();

const joined = (...parts: readonly (string | null)[]): string | null =>
  parts.filter((part) => part !== null && part !== '').join(' ') || null;

const card = (person_id: Uuid, demonstration: boolean, history: CardHistory): NameCardRow => {
  const { given = null, family = null } = history.names.at(-1)?.value ?? {};
  const { email = null, phone = null } = history.contacts.at(-1)?.value ?? {};
  const sortName = joined(family, given);
  return {
    person_id,
    given_name: given,
    family_name: family,
    display_name: joined(given, family),
    sort_name: sortName === null ? null : searchable(sortName),
    email,
    phone,
    organisation_ids: [...new Set(history.ties.flatMap(({ value }) => value))].toSorted(),
    demonstration,
    history,
  };
};

const told = <Event extends NameCardEvent>(
  event: Published<Event>,
  retold: (history: CardHistory) => Partial<CardHistory>,
): Change<NameCardRow> => ({
  key: [event.data.personId],
  fold: (row) => {
    const history = row?.history ?? nobody;
    const demonstration =
      event.type === 'PersonRegistered' ? event.data.demonstration : (row?.demonstration ?? false);
    return card(event.data.personId, demonstration, { ...history, ...retold(history) });
  },
});

const namesIn = ({
  givenName,
  familyName,
}: {
  givenName: Personal<string>;
  familyName: Personal<string>;
}): Names => ({
  given: disclosed(givenName) ?? null,
  family: disclosed(familyName) ?? null,
});

const contactIn = ({
  email,
  phone,
}: {
  email: Personal<string | null>;
  phone: Personal<string | null>;
}): Contact => ({
  email: disclosed(email) ?? null,
  phone: disclosed(phone) ?? null,
});

/** Names and work contacts: the only place where they stand in clear. */
export const nameCards = projection<NameCardRow, NameCardEvent>({
  name: 'name-cards',
  version: 1,
  table: 'people.name_card',
  columns: {
    person_id: 'uuid',
    given_name: 'text',
    family_name: 'text',
    display_name: 'text',
    sort_name: 'text',
    email: 'text',
    phone: 'text',
    organisation_ids: 'uuid[]',
    demonstration: 'boolean',
    history: 'json',
  },
  key: ['person_id'],
  access: { class: 'C1', people: ['person_id'], organisations: ['organisation_ids'] },
  on: {
    PersonRegistered: (event) =>
      told(event, ({ names, contacts, ties }) => ({
        names: saying(names, event, namesIn(event.data)),
        contacts: saying(contacts, event, contactIn(event.data)),
        ties: saying(ties, event, [event.data.registeredBy]),
      })),
    PersonNamed: (event) =>
      told(event, ({ names }) => ({ names: saying(names, event, namesIn(event.data)) })),
    WorkContactGiven: (event) =>
      told(event, ({ contacts }) => ({ contacts: saying(contacts, event, contactIn(event.data)) })),
    EngagementBegun: (event) =>
      told(event, ({ ties }) => ({
        ties: saying(ties, event, [event.data.employingOrganisationId, event.data.hostOrganisationId]),
      })),
    ApplicationSubmitted: (event) =>
      told(event, ({ ties }) => ({ ties: saying(ties, event, [event.data.organisationId]) })),
    RoleGranted: (event) => {
      const { scope } = event.data;
      const tied = scope.kind === 'organisation' ? [scope.id] : [];
      return told(event, ({ ties }) => ({ ties: saying(ties, event, tied) }));
    },
    RoleEnded: (event) => told(event, ({ ties }) => ({ ties: without(ties, event) })),
  },
});
