export { registerPolicyRoutes } from './policy.routes.ts';
export { PolicyService } from './policy.service.ts';
