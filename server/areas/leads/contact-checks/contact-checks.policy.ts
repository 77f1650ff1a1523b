import type { ContactCheckAction } from '../../../../contract/leads/lists.ts';
import { type Actor, hasPermission } from '../../identity/index.ts';

interface CheckableLead {
  readonly hasContact: boolean;
  readonly withheld: boolean;
  readonly hasEmail: boolean;
  readonly reported: boolean;
  readonly isTest: boolean;
}

/** What the actor may do about the checks of a lead they can see: checking is for Referrals admins (CV-3, CV-6). */
export function allowedCheckActions(actor: Actor, lead: CheckableLead): ContactCheckAction[] {
  if (lead.withheld || !lead.hasContact) return [];
  const actions: ContactCheckAction[] = [];
  if (hasPermission(actor, 'recheckContacts')) actions.push('recheck');
  // Tests are never counted, so they mark nobody (IN-8).
  if (lead.hasEmail && !lead.isTest && hasPermission(actor, 'reportSpam'))
    actions.push(lead.reported ? 'withdraw-spam-report' : 'report-spam');
  return actions;
}
