export { partnersArea } from './area.ts';
export { customerMails } from './customer-requests/ask-about-customer.ts';
export { countPartnerLeads } from './partner-leads/partner-leads.repo.ts';
