import {
  accessRules,
  letsRead,
  organisationsOf,
  sharedBy,
  type AccessRules,
  type Actor,
  type ReadRule,
  type Target,
} from '@alongside/identity';
import type { DataClass, Uuid } from '@alongside/kernel';
import type { AccessBasis, Grounds } from './entry.js';

/**
 * On what the actor may read a value of this class about `target`: the first rule that allows it, and one's own before
 * anything else. Undefined where no rule does.
 */
export const groundsOf = (
  actor: Actor,
  dataClass: DataClass,
  target: Target,
  { read }: AccessRules = accessRules,
): Grounds | undefined => {
  const allowing = read.filter((rule) => rule.class === dataClass && letsRead(actor, rule, target));
  const rule = allowing.find(({ relation }) => relation === 'self') ?? allowing[0];
  if (!rule) return undefined;
  const { role, purpose } = rule;
  const sharing = rule.relation === 'agreement' ? sharingOf(actor, rule, target) : undefined;
  return {
    basis: basisOf(rule),
    basisId: sharing?.id ?? (rule.relation === 'brokenGlass' ? (actor.brokenGlass?.id ?? null) : null),
    role: rule.relation === 'self' ? null : role,
    onBehalfOf: sharing?.through ?? behalf(actor, rule, target),
    purpose,
  };
};

const basisOf = ({ relation, role }: ReadRule): AccessBasis => {
  if (relation === 'self') return 'self';
  if (relation === 'assigned') return 'assignment';
  if (relation === 'agreement') return 'agreement';
  if (relation === 'brokenGlass') return 'breakGlass';
  return role === 'integration' ? 'integration' : 'role';
};

const sharingOf = (actor: Actor, rule: ReadRule, { organisations = [], area }: Target) => {
  const shared = sharedBy(actor, rule).find(
    ({ organisation, areas }) =>
      organisations.includes(organisation) && area !== undefined && areas.includes(area),
  );
  const through = actor.sharings?.find(({ id, role }) => id === shared?.id && role === rule.role)?.through;
  return shared && { id: shared.id, through: through?.kind === 'organisation' ? through.id : null };
};

const behalf = (actor: Actor, { relation, role }: ReadRule, { organisations = [] }: Target): Uuid | null => {
  if (relation !== 'ownOrganisation' && relation !== 'assigned') return null;
  const held = organisationsOf(actor, role);
  return organisations.find((id) => held.includes(id)) ?? null;
};
