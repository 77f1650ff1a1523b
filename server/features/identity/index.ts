export {
  type AccessEntry,
  listAccess,
  recordAccess,
  recordForPerson,
  recordRead,
} from './access-log.repo.ts';
export {
  type Actor,
  hasRole,
  hasRoleEverywhere,
  hasScope,
  type PersonActor,
} from './actor.ts';
export { actorOf, findActorOf, personOf, registerAuthentication } from './authentication.ts';
export { type AttemptLimit, countAttempt } from './counted-attempts.ts';
export {
  notAllowed,
  peopleManagers,
  permissionsOf,
  requireOperatorAdmin,
  requirePermission,
  runsInstallation,
} from './identity.policy.ts';
export {
  findPerson,
  listColleagues,
  listMemberships,
  moveSession,
  type PersonRow,
  readPerson,
  unscopedFindAccount,
  updatePerson,
} from './identity.repo.ts';
export { registerIdentityRoutes } from './identity.routes.ts';
export { type Client, IdentityService } from './identity.service.ts';
export { hashPassword } from './passwords.ts';
export { recallRequest } from './request-receipts.ts';
export { shareByTurns } from './request-turns.ts';
export { SessionCookie } from './session-cookie.ts';
export { forgetFailures } from './sign-in-limits.ts';
