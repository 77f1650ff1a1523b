export { registerAccessLogRoutes } from './access-log/access-log.routes.ts';
export { AccessLogService } from './access-log/access-log.service.ts';
export { type Actor, hasRole, type PersonActor } from './actor.ts';
export { actorOf, findActorOf, personOf, registerAuthentication } from './authentication.ts';
export { type AttemptLimit, countAttempt } from './counted-attempts.repo.ts';
export {
  type FeedRow,
  findOwnFeed,
  insertFeed,
  lockFeedsOf,
  revokeFeed,
  touchFeed,
  unscopedFindFeed,
  unscopedRevokeFeeds,
} from './credentials/calendar-links.repo.ts';
export { registerCredentialRoutes } from './credentials/credentials.routes.ts';
export { CredentialsService } from './credentials/credentials.service.ts';
export { notAllowed, requirePermission } from './identity.policy.ts';
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
export { hasPermission, type Permission, peopleManagers, rolesWith } from './permissions.policy.ts';
export { recordForPerson } from './record-for-person.ts';
export { recallRequest } from './request-receipts.repo.ts';
export { shareByTurns } from './request-turns.ts';
export { SessionCookie } from './session-cookie.ts';
export { forgetFailures } from './sign-in-limits.ts';
