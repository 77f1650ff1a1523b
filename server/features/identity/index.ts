export {
  type Actor,
  hasRole,
  hasRoleEverywhere,
  hasScope,
  type PersonActor,
  type TokenActor,
} from './actor.ts';
export {
  actorOf,
  findActorOf,
  personOf,
  registerAuthentication,
  sessionCookie,
  setSessionCookie,
} from './authentication.ts';
export { type AttemptLimit, countAttempt } from './counted-attempts.ts';
export { notAllowed, peopleManagers, permissionsOf, requirePermission } from './identity.policy.ts';
export {
  findPerson,
  findPersonByEmail,
  listColleagues,
  listMemberships,
  moveSession,
  type PersonRow,
  updatePerson,
} from './identity.repo.ts';
export { registerIdentityRoutes } from './identity.routes.ts';
export { type Client, IdentityService } from './identity.service.ts';
export { hashPassword } from './passwords.ts';
export { forgetFailures } from './sign-in-limits.ts';
