export { networkOf } from '../../platform/http/network.ts';
export { getFormSecret } from './form-protection.repo.ts';
export { checkToken, signForm } from './form-token.ts';
export { Layout, Prose } from './layout.tsx';
export { profilePath } from './paths.ts';
export { registerPublicPages } from './public-pages.routes.ts';
export { preparePages, sendPage } from './rendering.ts';
export { submissionLimit } from './submission-limit.ts';
