export { type PublicPagesDeps, registerPublicPages } from './public-pages.routes.ts';
