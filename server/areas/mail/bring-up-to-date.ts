import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '../../platform/database/database.ts';
import type { AskAgain, DropReason, Verdict, WaitingMail } from './kinds/ask-again.ts';
import type { MailContent } from './kinds/mail-content.ts';
import { keptOf } from './kinds/mail-kinds.ts';
import { type MailRow, type MailUpdate, updateMail, writeResult } from './mail.repo.ts';

/** How emails are read and rechecked. */
export interface PostRules {
  /** @throws when the stored facts match no kind of email */
  readonly read: (kept: unknown) => MailContent;
  readonly askAgain: AskAgain;
}

/** An email that goes out. */
export interface RightMail {
  readonly row: MailRow;
  readonly content: MailContent;
}

/**
 * Rechecks whether emails of one organization are still right, and records the outcome: updated or dropped.
 * @returns the emails as they go out, and the dropped ones
 */
export async function bringUpToDate(
  tx: Transaction,
  mails: readonly MailRow[],
  { read, askAgain }: PostRules,
  now: Date,
): Promise<{ right: RightMail[]; dropped: MailRow[] }> {
  const asked = mails.map((row) => ({ row, mail: waitingMail(row), content: read(row.content) }));
  const verdicts = await askAgain(tx, asked, now);
  const right: RightMail[] = [];
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

async function keep(tx: Transaction, row: MailRow, before: MailContent, verdict: Kept): Promise<RightMail> {
  const update = updateOf(row, before, verdict);
  const content = verdict.content ?? before;
  if (Object.keys(update).length === 0) return { row, content };
  await updateMail(tx, row, update);
  return { row: { ...row, ...update }, content };
}

type Kept = Exclude<Verdict, { drop: unknown }>;

/** Only what has changed: most emails are right as they are, and rewriting each would cost as much as sending it. */
function updateOf(mail: MailRow, before: MailContent, { to, reason, content, leadIds }: Kept): MailUpdate {
  const now: MailUpdate = {
    ...(to && { address: to.address, recipient_name: to.name }),
    ...(to?.locale && { locale: to.locale }),
    ...(to?.timeZone && { time_zone: to.timeZone }),
    ...(reason && { reason }),
  };
  const changed = Object.entries(now).filter(([column, value]) => mail[column as keyof MailRow] !== value);
  const written = content && JSON.stringify(keptOf(content));
  return {
    ...Object.fromEntries(changed),
    ...(written !== undefined &&
      !isDeepStrictEqual(JSON.parse(written), keptOf(before)) && { content: written }),
    ...(leadIds && leadIds.length !== mail.lead_ids.length && { lead_ids: [...leadIds] }),
  };
}
