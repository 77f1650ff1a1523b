import { leadEventTypes } from '../../../contract/enums.ts';
import type { AccessLogEntry } from '../../../contract/identity.ts';
import { wordEvent } from '../lead-details/index.ts';

const known: Readonly<Record<string, string>> = {
  'lead.list': 'Saw leads in the list',
  'lead.read': 'Opened a lead',
  'lead.export': 'Exported leads',
  'lead.change': 'Changed a lead',
  'lead.create': 'Sent a lead',
  'lead.route': 'Sent a lead to a partner',
  'quarantine.list': 'Saw the quarantine',
  'quarantine.read': 'Opened a suspected submission',
  'quarantine.change': 'Decided about a suspected submission',
  'policy.change': 'Changed the lead periods',
  'people.change': 'Changed who belongs here',
  'announcement.publish': 'Told all partners',
  'mail.list': 'Saw mails to customers in the outbox',
  'mail.read': 'Opened a mail to a customer',
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
