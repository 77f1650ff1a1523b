export {
  type Actor,
  hasRole,
  hasRoleEverywhere,
  hasScope,
  type PersonActor,
  type TokenActor,
} from './actor.ts';
export { actorOf, personOf, registerAuthentication } from './authentication.ts';
export { notAllowed, permissionsOf, requirePermission } from './identity.policy.ts';
export { findPersonByEmail, listColleagues } from './identity.repo.ts';
export { registerIdentityRoutes } from './identity.routes.ts';
export { IdentityService } from './identity.service.ts';
export { hashPassword } from './passwords.ts';
