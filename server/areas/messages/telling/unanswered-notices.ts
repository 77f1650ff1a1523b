import type { UntoldReason } from '../../../../contract/mail/lists.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { findEscalation } from '../../leads/index.ts';
import type { Outbox, Verdict, WaitingMail } from '../../mail/index.ts';
import { insertNotifications } from '../action-center/notifications.repo.ts';
import { unansweredMail } from '../mails/unanswered/mail.ts';
import { whyUnmailed } from './daily-limit.ts';
import { factsAbout, linesOf } from './lead-lines.ts';
import { settledBefore } from './lead-standing.rules.ts';
import { noticeFor } from './new-notices.ts';
import * as repo from './notices.repo.ts';
import { findAbsence, listStaff, type Recipient, unscopedListSwitchedOff } from './recipients.repo.ts';
import { responsibleFor, type Share, shareOut } from './recipients.rules.ts';

const [kind] = unansweredMail.inLedger;

/**
 * Tells the person whom the organization chose that nobody has answered leads; if they no longer look after all leads,
 * the people who look after these (WT-3). Safe to run twice.
 */
export async function tellUnanswered(
  tx: Transaction,
  outbox: Outbox,
  organizationId: string,
  leadIds: readonly string[],
  now: Date,
): Promise<void> {
  const escalation = await findEscalation(tx, organizationId);
  if (!escalation) return;
  const leads = (await repo.listNoticeLeads(tx, organizationId, leadIds)).filter(
    (lead) => settledBefore(lead, now) === undefined,
  );
  const about = { organizationId, hours: escalation.afterHours };
  for (const share of await sharesOf(tx, organizationId, escalation.personId, leads))
    await tellOne(tx, outbox, about, share, now);
}

async function sharesOf(
  tx: Transaction,
  organizationId: string,
  personId: string,
  leads: readonly repo.NoticeLead[],
): Promise<Share<repo.NoticeLead>[]> {
  const chosen = await findChosen(tx, organizationId, personId);
  if (chosen) return leads.length > 0 ? [{ recipient: chosen, leads: [...leads] }] : [];
  const staff = await listStaff(tx, organizationId);
  return shareOut(leads.map((lead) => ({ lead, recipients: responsibleFor(lead, staff).told })));
}

/** The person, as long as they look after all leads. */
async function findChosen(
  tx: Transaction,
  organizationId: string,
  personId: string,
): Promise<Recipient | undefined> {
  const staff = await listStaff(tx, organizationId);
  return staff.find(
    ({ recipient, role, locationId }) =>
      recipient.personId === personId && role === 'referrals-admin' && locationId === null,
  )?.recipient;
}

async function tellOne(
  tx: Transaction,
  outbox: Outbox,
  { organizationId, hours }: { organizationId: string; hours: number },
  { recipient: to, leads }: Share<repo.NoticeLead>,
  now: Date,
): Promise<void> {
  const ids = leads.map(({ id }) => id);
  const told = await repo.listTold(tx, organizationId, { kind, recipient: to.key, leadIds: ids });
  const news = leads.filter(({ id }) => !told.has(id));
  if (news.length === 0) return;
  const off = await unscopedListSwitchedOff(tx, [to.key], unansweredMail.category.key);
  const settings = await repo.getNoticeSettings(tx);
  const untold = await whyUnmailed(tx, organizationId, to, { off, settings, now });
  const newIds = news.map(({ id }) => id);
  const content = unansweredMail.of({ ...linesOf(news, now), hours });
  const put = () => outbox.put(tx, { organizationId, to, content, reason: to.reason, leadIds: newIds }, now);
  const outcome = untold ?? { organizationId, id: await put() };
  const rows = newIds.map((id) => noticeFor(organizationId, id, kind, to, outcome));
  await repo.insertNotices(tx, rows, now);
  const { personId } = to;
  if (personId === null) return;
  const notifications = news.map((lead) => ({
    organizationId,
    personId,
    leadId: lead.id,
    facts: { kind, ...factsAbout(lead), hours },
  }));
  await insertNotifications(tx, notifications, now);
}

/** Right before the email is sent: which of its leads still wait. The ledger says why it leaves out the others. */
export async function askAboutUnanswered(
  tx: Transaction,
  mail: WaitingMail,
  { hours }: { readonly hours: number },
  now: Date,
): Promise<Verdict> {
  const { organizationId, person_id: personId, leadIds } = mail;
  const staff = await listStaff(tx, organizationId);
  const to = staff.find(({ recipient }) => recipient.personId === personId)?.recipient;
  const isOff =
    personId !== null &&
    (await unscopedListSwitchedOff(tx, [personId], unansweredMail.category.key)).size > 0;
  const gone = personId === null ? 'not-responsible' : await findAbsence(tx, organizationId, personId);
  const present = new Map(
    (await repo.listNoticeLeads(tx, organizationId, leadIds)).map((lead) => [lead.id, lead]),
  );
  const reasonFor = (leadId: string): UntoldReason | undefined => {
    const lead = present.get(leadId);
    if (!lead) return 'lead-gone';
    if (!to) return gone ?? 'not-responsible';
    return settledBefore(lead, now) ?? (isOff ? 'switched-off' : undefined);
  };
  const reasons = new Map(leadIds.map((leadId) => [leadId, reasonFor(leadId)]));
  await repo.noteReasons(tx, mail, reasons);
  const kept = [...present.values()].filter(({ id }) => reasons.get(id) === undefined);
  if (!to || kept.length === 0)
    return { drop: [...reasons.values()].find((reason) => reason !== undefined) ?? 'lead-gone' };
  return {
    to,
    content: unansweredMail.of({ ...linesOf(kept, now), hours }),
    leadIds: kept.map(({ id }) => id),
  };
}
