import type { UntoldReason } from '../../../../contract/mail/lists.ts';
import type { NewNotification } from '../action-center/notifications.repo.ts';
import { factsAbout } from './lead-lines.ts';
import type { NewNotice, NoticeKind, NoticeLead } from './notices.repo.ts';
import type { Recipient } from './recipients.repo.ts';

/** The recipients' notifications for the Action center; none for contacts without an account. */
export function notificationsFor(
  organizationId: string,
  recipients: readonly Recipient[],
  leads: readonly NoticeLead[],
  kind: 'expiring-soon' | 'lead-expired',
): NewNotification[] {
  return recipients.flatMap(({ personId }) =>
    personId === null
      ? []
      : leads.map((lead) => ({
          organizationId,
          personId,
          leadId: lead.id,
          facts: { kind, ...factsAbout(lead) },
        })),
  );
}

/** The ledger row for someone who gets an email about a lead, or gets none for a reason. */
export function noticeFor(
  organizationId: string,
  leadId: string,
  kind: NoticeKind,
  to: Pick<Recipient, 'key' | 'personId' | 'address' | 'reason'>,
  outcome: { readonly organizationId: string; readonly id: string } | UntoldReason,
): NewNotice {
  const { key: recipient, personId, address } = to;
  const row = { organizationId, leadId, kind, recipient, personId, address };
  return typeof outcome === 'string'
    ? { ...row, way: 'unmailed', reason: outcome }
    : { ...row, way: 'individual', reason: to.reason, mail: outcome };
}
