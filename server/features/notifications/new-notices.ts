import type { NewNotification } from '../action-center/index.ts';
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

/** The row of the ledger; without a mail, its recipient has switched such mails off. */
export function noticeFor(
  organizationId: string,
  leadId: string,
  kind: NoticeKind,
  to: Recipient,
  mail: { organizationId: string; id: string } | undefined,
): NewNotice {
  const base = {
    organizationId,
    leadId,
    kind,
    recipient: to.key,
    personId: to.personId,
    address: to.address,
  };
  return mail
    ? { ...base, way: 'individual', reason: to.reason, mail }
    : { ...base, way: 'unmailed', reason: 'switched-off' };
}
