export { registerContactSharingRoutes } from './contact-sharing.routes.ts';
export { ContactSharingService } from './contact-sharing.service.ts';
export { registerPartnerLeadRoutes } from './partner-leads.routes.ts';
export { PartnerLeads } from './partner-leads.service.ts';
export { Rerouting } from './rerouting.service.ts';
