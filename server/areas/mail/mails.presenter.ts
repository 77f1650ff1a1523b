import { type MailKind, mailKinds } from '../../../contract/mail/lists.ts';
import type { MailSummary } from '../../../contract/mail/mail.ts';
import type { Spoken } from '../../../contract/sentences.ts';
import { sentence } from './catalogue.ts';
import type { MailContent } from './kinds/mail-content.ts';
import { type MailKinds, readContent } from './kinds/mail-kinds.ts';
import type { MailRow } from './mail.repo.ts';
import { explainProblem, type MailProblem } from './mail-problem.rules.ts';
import { type MailToRender, subjectOf } from './render-mail.ts';
import { reasonOf } from './sending.service.ts';
import { wordUntold } from './untold-words.ts';

const shownLeads = 3;

/** What the outbox shows in addition to the row. */
export interface OutboxFacts {
  readonly publicUrl: string;
  readonly mailsAreSent: boolean;
  /** Those of the emails' leads that belong to the reader's organization. */
  readonly ownLeadIds: ReadonlySet<string>;
}

/** A stored email, and what it is rendered from. */
export interface StoredMail {
  readonly row: MailRow;
  readonly mail: MailToRender;
}

/** Reads what an email is rendered from. @throws when its facts match no kind of email */
export function readMail(kinds: MailKinds, row: MailRow): StoredMail {
  const mail = {
    content: readContent(kinds, row.content),
    reason: reasonOf(row.reason),
    locale: row.locale,
    timeZone: row.time_zone,
  };
  return { row, mail };
}

/** Stored email → wire for the outbox. */
export function presentMail(
  { row, mail }: StoredMail,
  { publicUrl, mailsAreSent, ownLeadIds }: OutboxFacts,
): Spoken<MailSummary> {
  const { leads, toCustomer } = mail.content;
  const names = new Map(leads.map((lead) => [lead.id, lead.customerName]));
  return {
    id: row.id,
    kind: kindOf(row.kind, mail.content),
    state: row.state,
    subject: subjectOf(mail, { publicUrl, linkSecret: undefined }),
    to: { name: row.recipient_name, address: toCustomer ? domainOf(row.address) : row.address },
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
    problem: problemOf(row, toCustomer),
    returnedAt: row.returned_at?.toISOString() ?? null,
    canRetry: mailsAreSent && (row.state === 'failed' || row.state === 'kept'),
  };
}

/**
 * Customers are contacts of partners' leads: the operator's outbox shows only the domain of their address, whether or
 * not the partner shares contacts, since most of these emails are about expired leads (LC-4, RT-4).
 */
function domainOf(address: string): string {
  return `•••${address.slice(address.lastIndexOf('@'))}`;
}

function problemOf(row: MailRow, toCustomer: boolean): MailProblem | null {
  const problem = wordProblem(row);
  // Mail servers repeat the address in their response.
  return problem && toCustomer ? { ...problem, said: null } : problem;
}

function wordProblem(row: MailRow): MailProblem | null {
  if (row.returned_at) return { words: sentence('problem.returned'), said: row.return_reason };
  if (row.drop_reason === null) return explainProblem(row.error);
  return { words: sentence('notSent', { reason: wordUntold(row.drop_reason) }), said: null };
}

function kindOf(kept: string, content: MailContent): MailKind {
  return mailKinds.find((kind) => kind === kept) ?? content.kind;
}
