import type { Uuid } from '@alongside/kernel';
import { holds, localitiesOf, organisationsOf, type Actor, type Role } from './grant.js';
import type { CommandRelation } from './rules.js';

/** Whose the thing is that somebody wants to read or act on. Any one of its organisations or localities opens it. */
export interface Target {
  readonly organisations?: readonly Uuid[];
  readonly localities?: readonly Uuid[];
  /** The person whom it concerns. */
  readonly person?: Uuid;
}

const meet = (mine: readonly Uuid[], theirs: readonly Uuid[] = []): boolean =>
  theirs.some((id) => mine.includes(id));

const isNobodys = ({ organisations = [], localities = [], person }: Target): boolean =>
  organisations.length === 0 && localities.length === 0 && person === undefined;

/** Whether the actor stands in this relation to the target through the role, today. */
export const isRelated = (actor: Actor, role: Role, relation: CommandRelation, target: Target): boolean => {
  if (!holds(actor, role)) return false;
  switch (relation) {
    case 'anything':
      return true;
    case 'everyone':
      return isNobodys(target);
    case 'self':
      return actor.kind === 'person' && target.person === actor.id;
    case 'assigned':
      return target.person !== undefined && actor.assignedPeople.includes(target.person);
    case 'ownOrganisation':
      return meet(organisationsOf(actor, role), target.organisations);
    case 'locality':
      return meet(localitiesOf(actor, role), target.localities);
  }
};
