import {
  accessRules,
  organisationsOf,
  type Actor,
  type Area,
  type BrokenGlass,
  type Sharing,
} from '@alongside/identity';
import type { Uuid } from '@alongside/kernel';
import type { AccessEntry } from './entry.js';
import type { Mention } from './people-in.js';

/** What a field of the graph answered. */
export interface Answered {
  readonly field: string;
  /** The areas that it was answered from. */
  readonly areas: readonly Area[];
  /** Everybody whom the answer is about. */
  readonly mentions: readonly Mention[];
}

/**
 * What must be written down before the answer is shown, because of how the actor came to see it: everybody in it under a
 * break-glass, and who is there through an agreement alone. That somebody is a peer worker is class C3 once another
 * organisation learns it.
 */
export const readsToLog = (actor: Actor, answered: Answered): readonly AccessEntry[] => [
  ...(actor.brokenGlass ? emergencyReads(actor.brokenGlass, answered) : []),
  ...sharedReads(actor, answered),
];

const emergencyReads = (
  { id, organisation, person, classes }: BrokenGlass,
  { field, mentions }: Answered,
): readonly AccessEntry[] => {
  const people: readonly (Uuid | null)[] =
    mentions.length > 0 ? [...new Set(mentions.map((mention) => mention.person))] : [person];
  return people.map((about) => ({
    class: classes.toSorted().at(-1) ?? 'C4',
    what: field,
    person: about,
    organisation,
    role: 'operator',
    onBehalfOf: null,
    purpose: 'an emergency that a second person agreed to',
    basis: 'breakGlass',
    basisId: id,
  }));
};

/** For what organisations share each area. Source: the purposes of data-sharing agreements. */
const purposes: Readonly<Partial<Record<Area, string>>> = {
  training: 'recognising training',
  employment: 'planning the workforce',
  supervision: 'supervising together',
  boundaries: 'keeping boundaries',
};

const sharedReads = (actor: Actor, { areas, mentions }: Answered): readonly AccessEntry[] => {
  const { sharings = [] } = actor;
  if (sharings.length === 0) return [];
  return mentions.flatMap(({ person, organisations }) => {
    const own = ownOf(actor, person);
    if (person === actor.id || organisations.some((id) => own.includes(id))) return [];
    const through = sharings.filter(({ organisation }) => organisations.includes(organisation));
    const sharing = through.find((one) => one.areas.some((area) => areas.includes(area))) ?? through[0];
    return sharing ? [sharedRead(sharing, areas, person)] : [];
  });
};

/** The organisations whose records of somebody are the actor's to read without an agreement: not all in which they hold a role. */
const ownOf = (actor: Actor, person: Uuid): readonly Uuid[] => [
  ...accessRules.read
    .filter((rule) => rule.relation === 'ownOrganisation' && rule.class === 'C2')
    .flatMap(({ role }) => organisationsOf(actor, role)),
  ...(actor.assignedPeople.includes(person)
    ? [...organisationsOf(actor, 'supervisor'), ...(actor.assignedIn ?? [])]
    : []),
];

const sharedRead = (sharing: Sharing, areas: readonly Area[], person: Uuid): AccessEntry => {
  const fitting = sharing.areas.filter((area) => areas.includes(area));
  const named = (fitting.length > 0 ? fitting : sharing.areas).flatMap((area) => purposes[area] ?? []);
  return {
    class: 'C3',
    what: 'peerWorkerStatus',
    person,
    organisation: sharing.organisation,
    role: sharing.role,
    onBehalfOf: sharing.through.kind === 'organisation' ? sharing.through.id : null,
    purpose: named.join(', '),
    basis: 'agreement',
    basisId: sharing.id,
  };
};
