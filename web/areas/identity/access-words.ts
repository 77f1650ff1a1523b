import type { AccessLogEntry } from '../../../contract/identity/identity.ts';
import { leadEventTypes } from '../../../contract/leads/lists.ts';
import { wordEvent } from '../leads/index.ts';

const known: Readonly<Record<string, string>> = {
  'lead.list': 'Viewed leads in the list',
  'lead.read': 'Opened a lead',
  'lead.export': 'Exported leads',
  'lead.change': 'Changed a lead',
  'lead.create': 'Sent a lead',
  'lead.route': 'Sent a lead to a partner',
  'quarantine.list': 'Viewed the quarantine',
  'quarantine.read': 'Opened a suspected submission',
  'quarantine.change': 'Decided about a suspected submission',
  'policy.change': 'Changed deadlines and retention',
  'people.change': 'Changed people or roles',
  'announcement.publish': 'Announced to partners',
  'announcement.take-back': 'Withdrew an announcement',
  'mail.list': 'Viewed emails to customers in the outbox',
  'mail.read': 'Opened an email to a customer',
  'session.sign-in': 'Signed in',
  'session.sign-out': 'Signed out',
  'session.failed-sign-in': 'Somebody failed to sign in to this account',
  'account.rename': 'Changed their name',
  'account.password': 'New password',
  'account.email': 'Email address of the account',
  'token.create': 'Created an API token',
  'token.revoke': 'Deleted an API token',
  'endpoint.create': 'Created a marketplace endpoint',
  'endpoint.revoke': 'Revoked a marketplace endpoint',
  'feed.create': 'Created a calendar link',
  'feed.revoke': 'Revoked a calendar link',
  'settings.change': 'Changed settings',
  'operator.list': 'Viewed leads in the operator’s list',
  'operator.read': 'Opened a lead in the operator’s list',
};

/** What an entry of the access log says was done; an unknown name is spelled out. */
export function wordAccess({ action, detail }: Pick<AccessLogEntry, 'action' | 'detail'>): string {
  const words = known[action] ?? spellOut(action);
  if (detail === null || detail === '' || detail === 'lead.edited') return words;
  const event = leadEventTypes.find((type) => type === detail);
  return `${words}: ${event ? wordEvent(event).toLowerCase() : detail}`;
}

function spellOut(name: string): string {
  const spelled = name.replace(/[._-]+/gu, ' ').trim();
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
}
