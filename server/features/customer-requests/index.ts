export { askAboutCustomer } from './ask-about-customer.ts';
export { registerCustomerNewsRoutes } from './customer-news.routes.ts';
export { type CustomerNews, CustomerNewsService } from './customer-news.service.ts';
export { CustomerNewsPreview } from './customer-news-preview.service.ts';
export { registerCustomerRequestPages } from './request-page.routes.ts';
export { findRequestStanding, type RequestStanding } from './request-standing.ts';
