import type { Permissions } from '../../contract/identity/identity.ts';

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
    { to: '/send', label: 'Send a lead', shown: permissions.createLeads },
    { to: '/sent', label: 'Sent leads', shown: permissions.createLeads },
    { to: '/partner-leads', label: 'Partners’ leads', shown: permissions.seePartnerLeads },
    { to: '/quarantine', label: 'Quarantine', shown: permissions.decideQuarantine },
    { to: '/outbox', label: 'Outbox', shown: permissions.readOutbox },
    { to: '/settings/people', label: 'People', shown: permissions.managePeople && !permissions.readLeads },
    { to: '/settings', label: 'Settings', shown: true },
  ];
  return entries.filter(({ shown }) => shown).map(({ to, label }) => ({ to, label }));
}
