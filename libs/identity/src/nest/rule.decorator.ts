import { SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Area } from '../access/rules.js';
import type { Acting } from './acting.js';

/** Decides for itself, of somebody who is signed in. */
export type CustomRule = (acting: Acting, context: ExecutionContext) => boolean | Promise<boolean>;

/**
 * Who may call a handler: whoever could give any command in an area (what it touches is checked again when it is
 * known), whoever is signed in, everybody, or as a function says. A `newcomer` is a person who has signed in, also one whom
 * the record does not know yet; clients that act for themselves are none.
 */
export type AccessRule = Area | 'signedIn' | 'newcomer' | 'public' | CustomRule;

export const RULE = 'alongside:rule';

/**
 * Says who may call an HTTP handler, or a query, mutation or subscription; on a class, all of its handlers. Field
 * resolvers run behind the operation's rule and need none of their own.
 */
export const Rule = (rule: AccessRule) => SetMetadata(RULE, rule);
