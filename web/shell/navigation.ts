import {
  IconArrowsSplit2,
  IconBriefcase,
  IconBuildingStore,
  IconCalendarTime,
  IconFileImport,
  IconHeart,
  IconHistory,
  IconHome,
  IconId,
  IconInbox,
  IconListDetails,
  IconMail,
  IconSend,
  IconSettings,
  IconShieldExclamation,
  IconTags,
  IconUserCheck,
  IconUsers,
} from '@tabler/icons-react';
import type { Me, Permissions } from '../../contract/identity/identity.ts';
import type { LeadTab } from '../../contract/leads/lists.ts';
import { shared } from '../ui/words/catalogue.ts';
import { t } from './catalogue.ts';

/** One of the main pages. */
export interface NavigationEntry {
  readonly to: string;
  /** Which tab of the list of leads it opens. */
  readonly tab?: LeadTab;
  readonly label: string;
  readonly icon: typeof IconHome;
}

/** Main pages that belong together; the first and the last group have no heading. */
export interface NavigationGroup<Entry = NavigationEntry> {
  readonly key: 'start' | 'leads' | 'sending' | 'presence' | 'operator' | 'administration' | 'end';
  readonly label?: string;
  readonly entries: readonly Entry[];
}

interface Asked {
  readonly permissions: Permissions;
  readonly kind: Me['organization']['kind'];
  /** What the operator's list of leads is called. */
  readonly unrouted: string;
}

type Choice = NavigationEntry & { readonly shown: boolean };

/** The main pages that a person may open, in groups and in their order; the server decides which. */
export function listNavigation(asked: Asked): NavigationGroup[] {
  const { permissions } = asked;
  const groups: NavigationGroup<Choice>[] = [
    { key: 'start', entries: [{ to: '/', label: t('navigation.home'), icon: IconHome, shown: true }] },
    { key: 'leads', label: shared('title.leads'), entries: leadChoices(asked) },
    { key: 'sending', label: t('navigation.group.sending'), entries: sendingChoices(permissions) },
    { key: 'presence', label: t('navigation.group.presence'), entries: presenceChoices(permissions) },
    { key: 'operator', label: t('navigation.group.operator'), entries: operatorChoices(asked) },
    { key: 'administration', label: t('navigation.group.administration'), entries: adminChoices(asked) },
    {
      key: 'end',
      entries: [{ to: '/settings', label: shared('title.settings'), icon: IconSettings, shown: true }],
    },
  ];
  return groups
    .map((group) => ({
      ...group,
      entries: group.entries.filter(({ shown }) => shown).map(({ shown: _, ...entry }) => entry),
    }))
    .filter(({ entries }) => entries.length > 0);
}

function leadChoices({ permissions, kind }: Asked): Choice[] {
  const shown = permissions.readLeads && kind === 'partner';
  return [
    { to: '/leads', tab: 'marketplace', label: t('navigation.marketplace'), icon: IconInbox, shown },
    { to: '/leads', tab: 'qualified', label: t('navigation.qualified'), icon: IconUserCheck, shown },
    { to: '/leads', tab: 'favorites', label: t('navigation.favorites'), icon: IconHeart, shown },
    {
      to: '/deals',
      label: shared('title.deals'),
      icon: IconBriefcase,
      shown: shown && permissions.workLeads,
    },
    {
      to: '/imports',
      label: shared('title.imports'),
      icon: IconFileImport,
      shown: shown && permissions.importLeads,
    },
  ];
}

function sendingChoices({ createLeads: shown }: Permissions): Choice[] {
  return [
    { to: '/send', label: shared('title.sendLead'), icon: IconSend, shown },
    { to: '/sent', label: shared('title.sentLeads'), icon: IconListDetails, shown },
  ];
}

function presenceChoices({ editProfiles, manageOffers, managePartnerOffers }: Permissions): Choice[] {
  const sees = manageOffers || managePartnerOffers;
  return [
    { to: '/presence/profiles', label: shared('title.businessProfiles'), icon: IconId, shown: editProfiles },
    { to: '/presence/offers', label: shared('title.offers'), icon: IconTags, shown: sees },
  ];
}

function operatorChoices({ permissions, kind, unrouted }: Asked): Choice[] {
  const isOperator = kind === 'operator';
  return [
    { to: '/leads', label: unrouted, icon: IconArrowsSplit2, shown: isOperator && permissions.readLeads },
    {
      to: '/partner-leads',
      label: shared('title.partnersLeads'),
      icon: IconBuildingStore,
      shown: permissions.seePartnerLeads,
    },
    {
      to: '/imports',
      label: shared('title.imports'),
      icon: IconFileImport,
      shown: isOperator && permissions.importLeads,
    },
    {
      to: '/quarantine',
      label: shared('title.quarantine'),
      icon: IconShieldExclamation,
      shown: permissions.decideQuarantine,
    },
  ];
}

function adminChoices({ permissions }: Asked): Choice[] {
  return [
    {
      to: '/settings/people',
      label: shared('section.people'),
      icon: IconUsers,
      shown: permissions.managePeople,
    },
    {
      to: '/settings/working-calendar',
      label: shared('section.working-calendar'),
      icon: IconCalendarTime,
      shown: permissions.changeWorkingCalendar,
    },
    { to: '/outbox', label: shared('title.outbox'), icon: IconMail, shown: permissions.readOutbox },
    {
      to: '/settings/access-log',
      label: shared('section.access-log'),
      icon: IconHistory,
      shown: permissions.manageAccess,
    },
  ];
}
