import type { UntoldReason } from '../../../../contract/mail/lists.ts';
import type { NewNotification } from '../action-center/notifications.repo.ts';
import { factsAbout } from './lead-lines.ts';
import type { NewNotice, NoticeKind, NoticeLead } from './notices.repo.ts';
import type { Recipient } from './recipients.repo.ts';

/** What the recipients are told in the Action center; nothing for contacts without an account. */
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

/** The row of the ledger about somebody whom a mail tells. */
export function noticeFor(
  organizationId: string,
  leadId: string,
  kind: NoticeKind,
  to: Recipient,
  mail: { organizationId: string; id: string },
): NewNotice {
  return { ...rowFor(organizationId, leadId, kind, to), way: 'individual', reason: to.reason, mail };
}

/** The row of the ledger about somebody who is not mailed. */
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
