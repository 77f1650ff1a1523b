export { type Actor, type Grant, hasRole, type PersonActor } from './actor.ts';
export { identityArea } from './area.ts';
export { actorOf, findActorOf, fromOtherSite, personOf } from './authentication.ts';
export { roleName } from './catalogue.ts';
export { type AttemptLimit, countAttempt } from './counted-attempts.repo.ts';
export {
  findOwnFeed,
  insertFeed,
  lockFeedsOf,
  revokeFeed,
  touchFeed,
  unscopedFindFeed,
  unscopedRevokeFeeds,
} from './credentials/calendar-links.repo.ts';
export { notAllowed, requirePermission } from './identity.policy.ts';
export {
  findPerson,
  listAssignees,
  listColleagues,
  listLocationNames,
  listMemberships,
  listPersonNames,
  listWorkplaces,
  moveSession,
  type PersonRow,
  readPerson,
  unscopedFindAccount,
  updatePerson,
} from './identity.repo.ts';
export { type Client, IdentityService } from './identity.service.ts';
export { findMember } from './members.ts';
export { hashPassword } from './passwords.ts';
export {
  hasPermission,
  leadOverseers,
  leadReaders,
  leadSenders,
  leadWorkers,
  type Permission,
  peopleManagers,
  rolesWith,
} from './permissions.policy.ts';
export { recordForPerson } from './record-for-person.ts';
export { recallRequest, usedKey } from './request-receipts.repo.ts';
export { SessionCookie } from './session-cookie.ts';
export { noteFailedSignIn } from './sign-in.jobs.ts';
export { forgetFailures } from './sign-in-limits.ts';
