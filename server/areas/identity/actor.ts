import type { ApiTokenScope, Role } from '../../../contract/identity/lists.ts';
import type { Language } from '../../../contract/languages/languages.ts';

/** One role of a person in an organization; null location: the whole organization (ID-1). */
export interface Grant {
  readonly role: Role;
  readonly locationId: string | null;
  readonly locationName: string | null;
}

interface ActorBase {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly organizationKind: 'operator' | 'partner';
  /** What timelines and logs call the actor. */
  readonly name: string;
  /** In which the answers to a request are read; English without one, as in jobs. */
  readonly language?: Language;
}

/** A signed-in person, working in one of their organizations. */
export interface PersonActor extends ActorBase {
  readonly kind: 'person';
  readonly personId: string;
  readonly sessionId: string;
  readonly grants: readonly Grant[];
}

/** A program with an API token of an organization. */
export interface TokenActor extends ActorBase {
  readonly kind: 'token';
  readonly personId: null;
  readonly tokenId: string;
  readonly scopes: readonly ApiTokenScope[];
}

/** Who makes a request. */
export type Actor = PersonActor | TokenActor;

/** True when a person holds one of the roles, for any location. */
export function hasRole(actor: Actor, ...wanted: Role[]): boolean {
  return actor.kind === 'person' && actor.grants.some((grant) => wanted.includes(grant.role));
}

/** True when a person holds one of the roles for the whole organization. */
export function hasRoleEverywhere(actor: Actor, ...wanted: Role[]): boolean {
  return (
    actor.kind === 'person' &&
    actor.grants.some((grant) => wanted.includes(grant.role) && grant.locationId === null)
  );
}

/** True when a token carries the scope. */
export function hasScope(actor: Actor, scope: ApiTokenScope): boolean {
  return actor.kind === 'token' && actor.scopes.includes(scope);
}
