export { registerPolicyRoutes } from './periods.routes.ts';
export { PolicyService } from './periods.service.ts';
