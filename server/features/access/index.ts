export { registerAccessRoutes } from './access.routes.ts';
export { AccessService } from './access.service.ts';
