export { partnersArea } from './area.ts';
export { askAboutCustomer } from './customer-requests/ask-about-customer.ts';
