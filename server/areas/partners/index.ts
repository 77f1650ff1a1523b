export { partnersArea } from './area.ts';
export { customerMails } from './customer-requests/ask-about-customer.ts';
export { countPartnerLeads } from './partner-leads/partner-leads.repo.ts';
export { countriesIn, countryName, languageName } from './public-pages/countries.ts';
export { Layout, renderPage } from './public-pages/layout.tsx';
export { logoPath, profilePath } from './public-pages/paths.ts';
export { initialsOf } from './public-pages/profile-page.tsx';
export { preparePages } from './public-pages/rendering.ts';
export { type PageLanguage, preferredLanguage } from './public-pages/texts/page-language.rules.ts';
