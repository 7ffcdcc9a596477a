import type { ModulesContainer } from '@nestjs/core';
import { accessRules } from '../access/rules.js';
import { walkRules } from './rule-walk.js';

/** Nest token of the program's `GrantableMutations`. */
export const GRANTABLE_MUTATIONS = Symbol('grantable-mutations');

/** The mutations of a graph, by name. */
export interface GrantableMutations {
  readonly all: ReadonlySet<string>;
  /** Those in areas in which the rules let integration clients give commands. */
  readonly grantable: ReadonlySet<string>;
}

const clientAreas: ReadonlySet<unknown> = new Set(
  accessRules.command.filter(({ role }) => role === 'integration').map(({ area }) => area),
);

/** What integration clients can be given of an application's mutations: told by the rules at its resolvers. */
export const grantableMutations = (modules: ModulesContainer): GrantableMutations => {
  const mutations = walkRules(modules).filter(({ kind }) => kind === 'Mutation');
  return {
    all: new Set(mutations.map(({ called }) => called)),
    grantable: new Set(mutations.filter(({ rule }) => clientAreas.has(rule)).map(({ called }) => called)),
  };
};
