export { registerPolicyRoutes } from './periods.routes.ts';
export { defaultPolicy } from './periods.rules.ts';
export { PolicyService } from './periods.service.ts';
