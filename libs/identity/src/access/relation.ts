import type { DataClass, Uuid } from '@alongside/kernel';
import { areasNotLent, type Area } from './areas.js';
import { holds, localitiesOf, organisationsOf, sharingsOf, type Actor, type Role } from './grant.js';
import type { CommandRelation, ReadRule } from './rules.js';

/** Whose the thing is that somebody wants to read or act on. Any one of its organisations or localities opens it. */
export interface Target {
  readonly organisations?: readonly Uuid[];
  readonly localities?: readonly Uuid[];
  /** The person whom it concerns. */
  readonly person?: Uuid;
  /** The area in which it stands: what agreements share goes by areas. */
  readonly area?: Area;
}

/** The actor as far as they may give commands in an area: without what is lent to them where that is of no use. */
export const actingIn = (actor: Actor, area: Area): Actor =>
  areasNotLent.includes(area) ? { ...actor, grants: actor.grants.filter(({ lent }) => !lent) } : actor;

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

/** A client reads no class beyond those it was given. */
export const reachesClass = ({ limits }: Actor, dataClass: DataClass): boolean =>
  limits === undefined || limits.classes.includes(dataClass);

/** What agreements open to the actor by a rule, with the areas that the rule keeps to. */
export const sharedBy = (
  actor: Actor,
  { role, class: dataClass, areas }: ReadRule,
): readonly { readonly id: Uuid; readonly organisation: Uuid; readonly areas: readonly Area[] }[] =>
  sharingsOf(actor, role)
    .filter(({ classes }) => classes.includes(dataClass))
    .map(({ id, organisation, areas: agreed }) => ({
      id,
      organisation,
      areas: areas ? agreed.filter((area) => areas.includes(area)) : agreed,
    }));

/** Whether the rule lets the actor read something of `target`'s. */
export const letsRead = (actor: Actor, rule: ReadRule, target: Target): boolean => {
  const { role, relation, class: dataClass } = rule;
  if (!reachesClass(actor, dataClass)) return false;
  if (relation === 'agreement')
    return sharedBy(actor, rule).some(
      ({ organisation, areas }) =>
        target.organisations?.includes(organisation) === true &&
        target.area !== undefined &&
        areas.includes(target.area),
    );
  if (relation === 'brokenGlass') {
    const glass = actor.brokenGlass;
    if (!glass || !holds(actor, role) || !glass.classes.includes(dataClass)) return false;
    return meet([glass.organisation], target.organisations) && concerns(glass.person, target);
  }
  return isRelated(actor, role, relation, target);
};

const concerns = (person: Uuid | null, target: Target): boolean =>
  person === null || target.person === undefined || target.person === person;
