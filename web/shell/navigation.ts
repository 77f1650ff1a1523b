import type { Permissions } from '../../contract/identity/identity.ts';
import { shared } from '../ui/words/catalogue.ts';

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
    { to: '/send', label: shared('title.sendLead'), shown: permissions.createLeads },
    { to: '/sent', label: shared('title.sentLeads'), shown: permissions.createLeads },
    { to: '/partner-leads', label: shared('title.partnersLeads'), shown: permissions.seePartnerLeads },
    { to: '/quarantine', label: shared('title.quarantine'), shown: permissions.decideQuarantine },
    { to: '/outbox', label: shared('title.outbox'), shown: permissions.readOutbox },
    {
      to: '/settings/people',
      label: shared('section.people'),
      shown: permissions.managePeople && !permissions.readLeads,
    },
    { to: '/settings', label: shared('title.settings'), shown: true },
  ];
  return entries.filter(({ shown }) => shown).map(({ to, label }) => ({ to, label }));
}
