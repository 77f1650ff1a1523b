import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import {
  actionLevels,
  mailKinds,
  mailLanguages,
  mailStates,
  notificationCategories,
  notificationStates,
  type QuarantineState,
  quarantineStates,
} from '../contract/enums.ts';
import type { ActionCenterSearch } from './features/action-center/action-center-page.tsx';
import { type AddressParams, readListState, writeListState } from './features/leads/selection.ts';
import type { OutboxSearch } from './features/outbox/outbox-data.ts';
import type { TemplateSearch } from './features/outbox/templates-page.tsx';
import { parseAddress, stringifyAddress } from './shell/address.ts';
import { Frame } from './shell/frame.tsx';
import { HomeRedirect } from './shell/home-redirect.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { PageError } from './shell/page-error.tsx';
import { PagePending } from './shell/page-pending.tsx';

const rootRoute = createRootRoute({ component: Frame, notFoundComponent: NotFoundPage });

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: HomeRedirect,
});

const leadsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/leads',
  validateSearch: (params: Record<string, unknown>): AddressParams => writeListState(readListState(params)),
  component: lazyRouteComponent(() => import('./features/leads/leads-page.tsx'), 'LeadsPage'),
});

/** What the details page is asked to open right away. */
export type DetailsAction = 'accept' | 'decline';

const leadRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/leads/$leadId',
  validateSearch: (params: Record<string, unknown>): AddressParams & { do?: DetailsAction } => {
    const action = params.do === 'accept' || params.do === 'decline' ? params.do : undefined;
    return { ...writeListState(readListState(params)), ...(action && { do: action }) };
  },
  component: lazyRouteComponent(
    () => import('./features/lead-details/lead-details-page.tsx'),
    'LeadDetailsPage',
  ),
});

const sendRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/send',
  component: lazyRouteComponent(() => import('./features/sending/send-lead-page.tsx'), 'SendLeadPage'),
});

const sentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sent',
  component: lazyRouteComponent(() => import('./features/sending/sent-leads-page.tsx'), 'SentLeadsPage'),
});

const quarantineRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quarantine',
  validateSearch: (params: Record<string, unknown>): { state?: QuarantineState } => {
    const state = quarantineStates.find((one) => one === params.state);
    return state && state !== 'suspected' ? { state } : {};
  },
  component: lazyRouteComponent(() => import('./features/quarantine/quarantine-page.tsx'), 'QuarantinePage'),
});

const submissionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quarantine/$submissionId',
  component: lazyRouteComponent(() => import('./features/quarantine/submission-page.tsx'), 'SubmissionPage'),
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
  component: lazyRouteComponent(
    () => import('./features/action-center/action-center-page.tsx'),
    'ActionCenterPage',
  ),
});

const outboxRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/outbox',
  validateSearch: (params: Record<string, unknown>): OutboxSearch => {
    const state = mailStates.find((one) => one === params.state);
    const { address, leadId } = params;
    return {
      ...(state && { state }),
      ...(typeof address === 'string' && address !== '' && { address }),
      ...(typeof leadId === 'string' && leadId !== '' && { leadId }),
    };
  },
  component: lazyRouteComponent(() => import('./features/outbox/outbox-page.tsx'), 'OutboxPage'),
});

const mailTemplatesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/outbox/templates',
  validateSearch: (params: Record<string, unknown>): TemplateSearch => {
    const kind = mailKinds.find((one) => one === params.kind);
    const language = mailLanguages.find((one) => one === params.language);
    return { ...(kind && { kind }), ...(language && { language }) };
  },
  component: lazyRouteComponent(() => import('./features/outbox/templates-page.tsx'), 'TemplatesPage'),
});

const mailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/outbox/$mailId',
  component: lazyRouteComponent(() => import('./features/outbox/mail-page.tsx'), 'MailPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  beforeLoad: () => {
    throw redirect({ to: '/settings/$section', params: { section: 'profile' }, replace: true });
  },
});

const settingsSectionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/$section',
  component: lazyRouteComponent(() => import('./features/settings/settings-page.tsx'), 'SettingsPage'),
});

/** All pages; each is loaded when it is first opened. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([
    homeRoute,
    leadsRoute,
    leadRoute,
    sendRoute,
    sentRoute,
    quarantineRoute,
    submissionRoute,
    actionsRoute,
    outboxRoute,
    mailTemplatesRoute,
    mailRoute,
    settingsRoute,
    settingsSectionRoute,
  ]),
  parseSearch: parseAddress,
  stringifySearch: stringifyAddress,
  defaultPreload: 'intent',
  defaultPreloadDelay: 80,
  defaultPendingComponent: PagePending,
  defaultErrorComponent: PageError,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
