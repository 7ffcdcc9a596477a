import type { DataClass } from '@alongside/kernel';
import { holds, localitiesOf, organisationsOf, type Actor } from './grant.js';
import { actingIn, isRelated, letsRead, type Target } from './relation.js';
import { accessRules, type AccessRules, type Area, type CommandRule } from './rules.js';

/** Whether the actor may give a command in this area to something of `target`'s. False where no rule says so. */
export const mayCommand = (
  actor: Actor,
  area: Area,
  target: Target,
  rules: AccessRules = accessRules,
): boolean =>
  rules.command.some(
    (rule) => rule.area === area && isRelated(actingIn(actor, area), rule.role, rule.relation, target),
  );

/** Whether the actor may read a value of this class about `target`. False where no rule says so. */
export const mayRead = (
  actor: Actor,
  dataClass: DataClass,
  target: Target,
  rules: AccessRules = accessRules,
): boolean => rules.read.some((rule) => rule.class === dataClass && letsRead(actor, rule, target));

/**
 * Whether there is anything in this area to which the actor may give a command: a door, not a permission. What the
 * command touches is for `mayCommand` to answer.
 */
export const mayEnter = (actor: Actor, area: Area, rules: AccessRules = accessRules): boolean =>
  rules.command.some((rule) => rule.area === area && reachesAnything(actingIn(actor, area), rule));

const reachesAnything = (actor: Actor, { role, relation }: CommandRule): boolean => {
  if (!holds(actor, role)) return false;
  if (relation === 'ownOrganisation') return organisationsOf(actor, role).length > 0;
  if (relation === 'locality') return localitiesOf(actor, role).length > 0;
  if (relation === 'assigned') return actor.assignedPeople.length > 0;
  return true;
};
