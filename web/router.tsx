import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { type QuarantineState, quarantineStates } from '../contract/intake/lists.ts';
import { mailKinds, mailLanguages, mailStates } from '../contract/mail/lists.ts';
import { actionLevels, notificationCategories, notificationStates } from '../contract/messages/lists.ts';
import { profileSteps } from '../contract/profiles/lists.ts';
import { readDealsSearch } from './areas/leads/deals/deals-search.ts';
import type { OutboxSearch } from './areas/mail/outbox-data.ts';
import type { TemplateSearch } from './areas/mail/templates-page.tsx';
import type { ActionCenterSearch } from './areas/messages/action-center/action-center-page.tsx';
import { readOffersSearch } from './areas/offers/offers-search.ts';
import { readPartnerLeadsSearch } from './areas/partners/partner-leads/partner-leads-data.ts';
import { isId, readTerm } from './lead-query/address-values.ts';
import { type AddressParams, tidyAddress } from './lead-query/list-state.ts';
import { parseAddress, stringifyAddress } from './shell/address.ts';
import { Frame } from './shell/frame.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { PageError } from './shell/page-error.tsx';
import { PagePending } from './shell/page-pending.tsx';
import { lazyPage } from './ui/load-code.ts';
import { oneSetting } from './ui/room.ts';

const rootRoute = createRootRoute({ component: Frame, notFoundComponent: NotFoundPage });

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyPage(() => import('./areas/home/home-page.tsx'), 'HomePage'),
});

const leadsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/leads',
  validateSearch: (params: Record<string, unknown>): AddressParams => tidyAddress(params),
  component: lazyPage(() => import('./areas/leads/list/leads-page.tsx'), 'LeadsPage'),
});

const leadRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/leads/$leadId',
  validateSearch: (params: Record<string, unknown>): AddressParams => tidyAddress(params),
  component: lazyPage(() => import('./areas/leads/lead/lead-details-page.tsx'), 'LeadDetailsPage'),
});

const dealsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/deals',
  validateSearch: readDealsSearch,
  component: lazyPage(() => import('./areas/leads/deals/deals-page.tsx'), 'DealsPage'),
});

const sendRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/send',
  component: lazyPage(() => import('./areas/intake/sending/send-lead-page.tsx'), 'SendLeadPage'),
});

const sentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sent',
  validateSearch: (params: Record<string, unknown>): { search?: string } => {
    const search = readTerm(params.search);
    return search === '' ? {} : { search };
  },
  component: lazyPage(() => import('./areas/intake/sending/sent-leads-page.tsx'), 'SentLeadsPage'),
});

const partnerLeadsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/partner-leads',
  validateSearch: readPartnerLeadsSearch,
  component: lazyPage(
    () => import('./areas/partners/partner-leads/partner-leads-page.tsx'),
    'PartnerLeadsPage',
  ),
});

const partnerLeadRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/partner-leads/$leadId',
  component: lazyPage(
    () => import('./areas/partners/partner-leads/partner-lead-page.tsx'),
    'PartnerLeadPage',
  ),
});

const sentLeadRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sent/$leadId',
  component: lazyPage(() => import('./areas/intake/sending/sent-lead-page.tsx'), 'SentLeadPage'),
});

const quarantineRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quarantine',
  validateSearch: (params: Record<string, unknown>): { state?: QuarantineState } => {
    const state = quarantineStates.find((one) => one === params.state);
    return state && state !== 'suspected' ? { state } : {};
  },
  component: lazyPage(() => import('./areas/intake/quarantine/quarantine-page.tsx'), 'QuarantinePage'),
});

const submissionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quarantine/$submissionId',
  component: lazyPage(() => import('./areas/intake/quarantine/submission-page.tsx'), 'SubmissionPage'),
});

const importsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/imports',
  component: lazyPage(() => import('./areas/imports/imports-page.tsx'), 'ImportsPage'),
});

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/imports/$importId',
  validateSearch: (params: Record<string, unknown>): { step?: 'rows' } =>
    params.step === 'rows' ? { step: 'rows' } : {},
  component: lazyPage(() => import('./areas/imports/import-page.tsx'), 'ImportPage'),
});

const profilesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/presence/profiles',
  component: lazyPage(() => import('./areas/profiles/profiles-page.tsx'), 'ProfilesPage'),
});

const profileRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/presence/profiles/$profileId/$step',
  // A field that is asked for gets the focus.
  validateSearch: ({ field }: Record<string, unknown>): { field?: string } =>
    typeof field === 'string' && /^[\w.-]{1,100}$/.test(field) ? { field } : {},
  beforeLoad: ({ params, search }) => {
    if (profileSteps.some((step) => step === params.step)) return;
    throw redirect({
      to: '/presence/profiles/$profileId/$step',
      params: { ...params, step: profileSteps[0] },
      search,
      replace: true,
    });
  },
  component: lazyPage(() => import('./areas/profiles/profile-page.tsx'), 'ProfilePage'),
});

const actionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/actions',
  validateSearch: (params: Record<string, unknown>): ActionCenterSearch => {
    const level = actionLevels.find((one) => one === params.level);
    const state = notificationStates.find((one) => one === params.state);
    const category = notificationCategories.find((one) => one === params.category);
    return {
      ...(level && { level }),
      ...(state && state !== 'current' && { state }),
      ...(category && { category }),
    };
  },
  component: lazyPage(
    () => import('./areas/messages/action-center/action-center-page.tsx'),
    'ActionCenterPage',
  ),
});

const offersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/presence/offers',
  validateSearch: readOffersSearch,
  component: lazyPage(() => import('./areas/offers/offers-page.tsx'), 'OffersPage'),
});

const offerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/presence/offers/$offerId',
  component: lazyPage(() => import('./areas/offers/offer-page.tsx'), 'OfferPage'),
});

const outboxRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/outbox',
  validateSearch: (params: Record<string, unknown>): OutboxSearch => {
    const state = mailStates.find((one) => one === params.state);
    const { leadId } = params;
    return { ...(state && { state }), ...(isId(leadId) && { leadId }) };
  },
  component: lazyPage(() => import('./areas/mail/outbox-page.tsx'), 'OutboxPage'),
});

const mailTemplatesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/outbox/templates',
  validateSearch: (params: Record<string, unknown>): TemplateSearch => {
    const kind = mailKinds.find((one) => one === params.kind);
    const language = mailLanguages.find((one) => one === params.language);
    return { ...(kind && { kind }), ...(language && { language }) };
  },
  component: lazyPage(() => import('./areas/mail/templates-page.tsx'), 'TemplatesPage'),
});

const mailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/outbox/$mailId',
  component: lazyPage(() => import('./areas/mail/mail-page.tsx'), 'MailPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  beforeLoad: () => {
    // Where there is room for list and section, a section is open.
    if (window.matchMedia(oneSetting).matches) return;
    throw redirect({ to: '/settings/$section', params: { section: 'profile' }, replace: true });
  },
  component: lazyPage(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
});

const settingsSectionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/$section',
  component: lazyPage(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
});

/** All pages; each is loaded when it is first opened. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([
    homeRoute,
    leadsRoute,
    leadRoute,
    dealsRoute,
    sendRoute,
    sentRoute,
    partnerLeadsRoute,
    partnerLeadRoute,
    sentLeadRoute,
    quarantineRoute,
    submissionRoute,
    importsRoute,
    importRoute,
    offersRoute,
    offerRoute,
    profilesRoute,
    profileRoute,
    actionsRoute,
    outboxRoute,
    mailTemplatesRoute,
    mailRoute,
    settingsRoute,
    settingsSectionRoute,
  ]),
  // Parameters that a page does not read are removed from its address, whoever put them there.
  search: { strict: true },
  parseSearch: parseAddress,
  stringifySearch: stringifyAddress,
  defaultPreload: 'intent',
  defaultPreloadDelay: 80,
  defaultPendingComponent: PagePending,
  defaultErrorComponent: PageError,
  scrollRestoration: true,
});

/** Loads the code of the page at an address while it is still asked who is signed in. */
export function loadPageAhead(path: string): void {
  const [, , foundRoute] = router.getMatchedRoutes(path);
  const page = foundRoute?.options.component as { preload?: () => Promise<void> } | undefined;
  void page?.preload?.();
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
