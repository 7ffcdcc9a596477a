import { MetadataScanner, type ModulesContainer } from '@nestjs/core';
import { RULE, type AccessRule } from './rule.decorator.js';

/** Something that can be called from outside, and its rule if it has one. */
export interface GuardedHandler {
  readonly kind: 'http' | 'Query' | 'Mutation' | 'Subscription' | 'field';
  /** `Class.method` */
  readonly name: string;
  /** The name by which the graph has it; the method's where it is none of the graph's. */
  readonly called: string;
  readonly rule: AccessRule | undefined;
}

type Method = (...args: never[]) => unknown;

/**
 * Every HTTP handler, query, mutation, subscription and field resolver of an application. What is neither a field nor
 * has a rule is closed by the guard; a rule of a field counts only where guards are turned on for fields.
 */
export const walkRules = (modules: ModulesContainer): readonly GuardedHandler[] => {
  const scanner = new MetadataScanner();
  const classes = new Set(
    [...modules.values()]
      .flatMap(({ providers, controllers }) => [...providers.values(), ...controllers.values()])
      .flatMap(({ metatype }) => (typeof metatype === 'function' ? [metatype] : [])),
  );
  return [...classes].flatMap((type) =>
    prototypeOf(type)
      ? scanner
          .getAllMethodNames(prototypeOf(type)!)
          .flatMap((method) => handlerOf(type, method, prototypeOf(type)![method]!) ?? [])
      : [],
  );
};

const prototypeOf = ({ prototype }: { prototype?: unknown }): Record<string, Method> | undefined =>
  (prototype as Record<string, Method> | undefined) ?? undefined;

const handlerOf = (type: { name: string }, method: string, handler: Method): GuardedHandler | undefined => {
  const kind = kindOf(handler);
  if (!kind) return undefined;
  const own = Reflect.getMetadata(RULE, handler) as AccessRule | undefined;
  const rule = kind === 'field' ? own : (own ?? (Reflect.getMetadata(RULE, type) as AccessRule | undefined));
  const called = (Reflect.getMetadata('graphql:resolver_name', handler) as string | undefined) ?? method;
  return { kind, name: `${type.name}.${method}`, called, rule };
};

// The keys under which Nest keeps what a method is for. @nestjs/graphql need not be there.
const kindOf = (handler: Method): GuardedHandler['kind'] | undefined => {
  const operation: unknown = Reflect.getMetadata('graphql:resolver_type', handler);
  if (operation === 'Query' || operation === 'Mutation' || operation === 'Subscription') return operation;
  if (Reflect.hasMetadata('graphql:resolve_property', handler)) return 'field';
  return Reflect.hasMetadata('method', handler) && Reflect.hasMetadata('path', handler) ? 'http' : undefined;
};
