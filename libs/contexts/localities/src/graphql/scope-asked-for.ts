import { GraphQLError } from 'graphql';
import type { Uuid } from '@alongside/kernel';
import { DEPLOYMENT, type Role, type Scope } from '../contracts.js';

interface Asked {
  readonly organisationId?: Uuid | null;
  readonly localityId?: Uuid | null;
}

const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** The one organisation or locality that was named; undefined where neither was. @throws GraphQLError where both were */
export const placeAskedFor = ({ organisationId, localityId }: Asked): Scope | undefined => {
  if (organisationId && localityId) throw badInput('Name an organisation or a locality, not both.');
  if (organisationId) return { kind: 'organisation', id: organisationId };
  if (localityId) return { kind: 'locality', id: localityId };
  return undefined;
};

/** In what a role shall be held. @throws GraphQLError where it is held in something and that is not named */
export const scopeAskedFor = (asked: Asked & { readonly personId: Uuid; readonly role: Role }): Scope => {
  const place = placeAskedFor(asked);
  if (place) return place;
  if (asked.role === 'peerWorker') return { kind: 'self', id: asked.personId };
  if (asked.role === 'operator') return { kind: 'deployment', id: DEPLOYMENT };
  throw badInput('Name the organisation or the locality in which the role is held.');
};

/** @throws GraphQLError where not one of the two was named */
export const requiredPlace = (asked: Asked): Scope => {
  const place = placeAskedFor(asked);
  if (place) return place;
  throw badInput('Name an organisation or a locality.');
};
