export { type CustomerNews, CustomerNewsService } from './customer-news.service.ts';
export { type CustomerRequestDeps, registerCustomerRequestPages } from './request-page.routes.ts';
