import type { AccessLogEntry } from '../../../contract/identity/identity.ts';
import { leadEventTypes } from '../../../contract/leads/lists.ts';
import { wordEvent } from '../leads/index.ts';
import { t } from './catalogue.ts';

/** The actions that the access log records; the texts are grouped by the parts of these names. */
const known = [
  'lead.list',
  'lead.read',
  'lead.export',
  'lead.change',
  'lead.create',
  'lead.route',
  'quarantine.list',
  'quarantine.read',
  'quarantine.change',
  'policy.change',
  'people.change',
  'announcement.publish',
  'announcement.take-back',
  'mail.list',
  'mail.read',
  'session.sign-in',
  'session.sign-out',
  'session.failed-sign-in',
  'account.rename',
  'account.password',
  'account.email',
  'token.create',
  'token.revoke',
  'endpoint.create',
  'endpoint.revoke',
  'feed.create',
  'feed.revoke',
  'settings.change',
  'operator.list',
  'operator.read',
] as const;

/** The words for an entry of the access log; an unknown action is spelled out. */
export function wordAccess({ action, detail }: Pick<AccessLogEntry, 'action' | 'detail'>): string {
  const name = known.find((one) => one === action);
  const what = name ? t(`access.${name}`) : spellOut(action);
  if (detail === null || detail === '' || detail === 'lead.edited') return what;
  const event = leadEventTypes.find((type) => type === detail);
  return t('accessLog.whatDetail', { what, detail: event ? wordEvent(event).toLowerCase() : detail });
}

function spellOut(name: string): string {
  const spelled = name.replace(/[._-]+/gu, ' ').trim();
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
}
