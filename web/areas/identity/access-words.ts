import type { AccessLogEntry } from '../../../contract/identity/identity.ts';
import { leadEventTypes } from '../../../contract/leads/lists.ts';
import { english } from './catalogue.en.ts';
import { t } from './catalogue.ts';

type Actions = (typeof english)['access'];
/** An action that the access log records: a group of texts and a text in it. */
type KnownAction = { [Group in keyof Actions]: `${Group}.${keyof Actions[Group] & string}` }[keyof Actions];

const known: ReadonlySet<string> = new Set(
  Object.entries(english.access).flatMap(([group, texts]) =>
    Object.keys(texts).map((name) => `${group}.${name}`),
  ),
);
const isKnown = (action: string): action is KnownAction => known.has(action);

/** The words for an entry of the access log; an unknown action is spelled out. */
export function wordAccess({ action, detail }: Pick<AccessLogEntry, 'action' | 'detail'>): string {
  const event = action === 'lead.change' ? leadEventTypes.find((type) => type === detail) : undefined;
  if (event) return t(`changedLead.${event}`);
  const what = isKnown(action) ? t(`access.${action}`) : spellOut(action);
  return detail === null || detail === '' ? what : t('accessLog.whatDetail', { what, detail });
}

function spellOut(name: string): string {
  const spelled = name.replace(/[._-]+/gu, ' ').trim();
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
}
