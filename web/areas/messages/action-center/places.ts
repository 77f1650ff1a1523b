import type { Action, Notification } from '../../../../contract/messages/action-center.ts';
import type { ActionKind } from '../../../../contract/messages/lists.ts';

/** An address of the app, with its query parameters. */
export interface Place {
  readonly to: string;
  readonly search?: Record<string, string>;
}

const places: Record<Exclude<ActionKind, 'answer-lead' | 'next-step'>, Place> = {
  'fix-address': { to: '/settings/profile' },
  'confirm-address': { to: '/settings/profile' },
  'route-leads': { to: '/leads' },
  'decide-quarantine': { to: '/quarantine' },
  'share-leads': { to: '/settings/sharing-leads' },
  'look-at-failed-mails': { to: '/outbox', search: { state: 'failed' } },
  'fix-colleagues-addresses': { to: '/settings/people' },
};

/** Where a task is done. */
export function placeOfAction({ kind, leadId }: Pick<Action, 'kind' | 'leadId'>): Place {
  return kind === 'answer-lead' || kind === 'next-step' ? { to: `/leads/${leadId}` } : places[kind];
}

/** Where to read more about a notification; undefined: it says everything. */
export function placeOfNotification({
  kind,
  leadId,
}: Pick<Notification, 'kind' | 'leadId'>): Place | undefined {
  if (leadId !== null && kind === 'direct-expired') return { to: `/partner-leads/${leadId}` };
  if (leadId !== null) return { to: `/leads/${leadId}` };
  if (kind === 'export-ready' || kind === 'export-failed') return { to: '/settings/exports' };
  return kind === 'sent-lead' ? { to: '/sent' } : undefined;
}

const mostShown = 99;

/** A number as shown in a badge. */
export function badgeText(count: number): string {
  return count > mostShown ? `${mostShown}+` : `${count}`;
}
