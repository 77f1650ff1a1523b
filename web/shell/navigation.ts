import type { Permissions } from '../../contract/identity/identity.ts';
import { t } from './catalogue.ts';

/** One of the main pages. */
export interface NavigationEntry {
  readonly to: string;
  readonly label: string;
}

/**
 * The main pages that a person may open, in their order; the server decides which.
 * @param leads what the list of leads is called
 */
export function listNavigation(permissions: Permissions, leads: string): NavigationEntry[] {
  const entries: (NavigationEntry & { shown: boolean })[] = [
    { to: '/leads', label: leads, shown: permissions.readLeads },
    { to: '/send', label: t('navigation.send'), shown: permissions.createLeads },
    { to: '/sent', label: t('navigation.sent'), shown: permissions.createLeads },
    { to: '/partner-leads', label: t('navigation.partnerLeads'), shown: permissions.seePartnerLeads },
    { to: '/quarantine', label: t('navigation.quarantine'), shown: permissions.decideQuarantine },
    { to: '/outbox', label: t('navigation.outbox'), shown: permissions.readOutbox },
    {
      to: '/settings/people',
      label: t('navigation.people'),
      shown: permissions.managePeople && !permissions.readLeads,
    },
    { to: '/settings', label: t('navigation.settings'), shown: true },
  ];
  return entries.filter(({ shown }) => shown).map(({ to, label }) => ({ to, label }));
}
