import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '../../platform/database/database.ts';
import type { AskAgain, DropReason, Verdict, WaitingMail } from './ask-again.ts';
import { type MailContent, mailContent } from './facts/mail-content.ts';
import { type MailRow, type MailUpdate, updateMail, writeResult } from './mail.repo.ts';

/**
 * Asks again whether mails of one organization are right, and records the outcome: brought up to date, or dropped.
 * @returns the mails as they go out, and those that were dropped
 */
export async function bringUpToDate(
  tx: Transaction,
  mails: readonly MailRow[],
  askAgain: AskAgain,
  now: Date,
): Promise<{ right: MailRow[]; dropped: MailRow[] }> {
  const asked = mails.map((row) => ({
    row,
    mail: waitingMail(row),
    content: mailContent.parse(row.content),
  }));
  const verdicts = await askAgain(tx, asked, now);
  const right: MailRow[] = [];
  const dropped: MailRow[] = [];
  for (const [index, { row, content }] of asked.entries()) {
    const verdict = verdicts[index];
    if (!verdict) throw new Error(`nobody decided about the mail ${row.id}`);
    if ('drop' in verdict) {
      await writeResult(tx, row, droppedFor(row, verdict.drop));
      dropped.push(row);
    } else right.push(await keep(tx, row, content, verdict));
  }
  return { right, dropped };
}

function waitingMail(mail: MailRow): WaitingMail {
  return {
    ...mail,
    organizationId: mail.organization_id,
    leadIds: mail.lead_ids,
    timeZone: mail.time_zone,
  };
}

function droppedFor(mail: MailRow, reason: DropReason) {
  return { state: 'dropped', attempts: mail.attempts, error: null, drop_reason: reason } as const;
}

async function keep(tx: Transaction, mail: MailRow, content: MailContent, verdict: Kept): Promise<MailRow> {
  const update = updateOf(mail, content, verdict);
  if (Object.keys(update).length === 0) return mail;
  await updateMail(tx, mail, update);
  return { ...mail, ...update, content: verdict.content ?? content };
}

type Kept = Exclude<Verdict, { drop: unknown }>;

/** What is different by now: most mails are right as they are, and writing each once more would cost as much as sending. */
function updateOf(mail: MailRow, before: MailContent, { to, reason, content, leadIds }: Kept): MailUpdate {
  const now: MailUpdate = {
    ...(to && { address: to.address, recipient_name: to.name }),
    ...(to?.locale && { locale: to.locale }),
    ...(to?.timeZone && { time_zone: to.timeZone }),
    ...(reason && { reason }),
  };
  const changed = Object.entries(now).filter(([column, value]) => mail[column as keyof MailRow] !== value);
  const written = content && JSON.stringify(content);
  return {
    ...Object.fromEntries(changed),
    ...(written !== undefined && !isDeepStrictEqual(JSON.parse(written), before) && { content: written }),
    ...(leadIds && leadIds.length !== mail.lead_ids.length && { lead_ids: [...leadIds] }),
  };
}
