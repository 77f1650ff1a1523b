import { type MailKind, mailKinds } from '../../../contract/mail/lists.ts';
import type { MailSummary } from '../../../contract/mail/mail.ts';
import { type MailContent, mailContent } from './facts/mail-content.ts';
import type { MailRow } from './mail.repo.ts';
import { secretKinds } from './mail.rules.ts';
import { explainProblem } from './mail-problem.rules.ts';
import { type MailToRender, subjectOf } from './render-mail.ts';
import { reasonOf } from './sending.service.ts';
import { wordUntold } from './untold-words.ts';

const shownLeads = 3;

/** What the outbox knows beside the row. */
export interface OutboxFacts {
  readonly publicUrl: string;
  readonly mailsAreSent: boolean;
  /** The leads of the mails that belong to the reader's organization. */
  readonly ownLeadIds: ReadonlySet<string>;
}

/** What a stored mail is rendered from. @throws when its facts are not those of any kind of mail */
export function toRender(row: MailRow): MailToRender {
  return {
    content: mailContent.parse(row.content),
    reason: reasonOf(row.reason),
    locale: row.locale,
    timeZone: row.time_zone,
  };
}

/** Links of these kinds let in, or act for, whoever has them: only the recipient sees them. */
export function hidesLink(kind: string): boolean {
  return kind === 'customer' || secretKinds.some((secret) => secret === kind);
}

/** Row → wire for the outbox. */
export function presentMail(row: MailRow, { publicUrl, mailsAreSent, ownLeadIds }: OutboxFacts): MailSummary {
  const mail = toRender(row);
  const names = namesIn(mail.content);
  return {
    id: row.id,
    kind: kindOf(row.kind, mail.content),
    state: row.state,
    subject: subjectOf(mail, { publicUrl, linkSecret: undefined }),
    to: { name: row.recipient_name, address: shownAddress(row) },
    reason: mail.reason,
    leads: row.lead_ids.slice(0, shownLeads).map((id) => ({
      id,
      customerName: names.get(id) ?? null,
      here: ownLeadIds.has(id),
    })),
    leadCount: row.lead_ids.length,
    createdAt: row.created_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
    nextTryAt: row.state === 'waiting' ? row.due_at.toISOString() : null,
    attempts: row.attempts,
    problem: problemOf(row),
    returnedAt: row.returned_at?.toISOString() ?? null,
    canRetry: mailsAreSent && (row.state === 'failed' || row.state === 'kept'),
  };
}

/**
 * Customers are contacts of partners' leads: of their address the operator's outbox shows the domain alone, whether or not
 * the partner shares contacts, since most of these mails are about leads that expired (LC-4, RT-4).
 */
function shownAddress({ kind, address }: MailRow): string {
  return kind === 'customer' ? `•••${address.slice(address.lastIndexOf('@'))}` : address;
}

function problemOf(row: MailRow): MailSummary['problem'] {
  const problem = wordProblem(row);
  // Mail servers repeat the address.
  return problem && row.kind === 'customer' ? { ...problem, said: null } : problem;
}

function wordProblem(row: MailRow): MailSummary['problem'] {
  if (row.returned_at)
    return { words: 'It bounced: the address doesn’t accept email.', said: row.return_reason };
  if (row.drop_reason === null) return explainProblem(row.error);
  return { words: `Not sent: ${wordUntold(row.drop_reason)}.`, said: null };
}

function kindOf(kept: string, content: MailContent): MailKind {
  return mailKinds.find((kind) => kind === kept) ?? content.kind;
}

/** What the mail itself calls the customers: never more than it said. */
function namesIn(content: MailContent): Map<string, string | null> {
  const lines = 'leads' in content ? content.leads : 'lead' in content ? [content.lead] : [];
  return new Map(lines.map((line) => [line.id, line.customerName]));
}
