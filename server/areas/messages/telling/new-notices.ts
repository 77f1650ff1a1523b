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

/** The ledger row for someone who gets an email. */
export function noticeFor(
  organizationId: string,
  leadId: string,
  kind: NoticeKind,
  to: Recipient,
  mail: { organizationId: string; id: string },
): NewNotice {
  return { ...rowFor(organizationId, leadId, kind, to), way: 'individual', reason: to.reason, mail };
}

/** The ledger row for someone who gets no email. */
export function untoldNotice(
  organizationId: string,
  leadId: string,
  kind: NoticeKind,
  to: Recipient,
  reason: UntoldReason,
): NewNotice {
  return { ...rowFor(organizationId, leadId, kind, to), way: 'unmailed', reason };
}

function rowFor(organizationId: string, leadId: string, kind: NoticeKind, to: Recipient) {
  const { key: recipient, personId, address } = to;
  return { organizationId, leadId, kind, recipient, personId, address };
}
