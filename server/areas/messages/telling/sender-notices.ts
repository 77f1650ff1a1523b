import type { LeadEventType } from '../../../../contract/leads/lists.ts';
import type { UntoldReason } from '../../../../contract/mail/lists.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import type { Outbox } from '../../mail/index.ts';
import { insertNotifications } from '../action-center/notifications.repo.ts';
import { type SentLeadFacts, sentLeadMail } from '../mails/sent-lead/mail.ts';
import type { Told } from './changes.service.ts';
import { whyUnmailed } from './daily-limit.ts';
import { elsewhere } from './elsewhere.ts';
import { factsAbout } from './lead-lines.ts';
import { noticeFor } from './new-notices.ts';
import * as repo from './notices.repo.ts';
import type { Moment } from './owner-notices.ts';
import {
  findAbsence,
  listInPlaceOfSender,
  listSenders,
  type Recipient,
  unscopedListSwitchedOff,
} from './recipients.repo.ts';

const newsOf = {
  'lead.accepted': 'accepted',
  'lead.declined': 'declined',
  'lead.expired': 'expired',
  'lead.won': 'won',
  'lead.lost': 'lost',
} as const satisfies Partial<Record<LeadEventType, SentLeadFacts['news']>>;

type News = SentLeadFacts['news'];

/** The type of event that the news is about. */
export function eventTypeOf(news: News): keyof typeof newsOf {
  const types = Object.keys(newsOf) as (keyof typeof newsOf)[];
  return types.find((type) => newsOf[type] === news) ?? 'lead.expired';
}

/**
 * Tells the sender of a lead, in their own organization, what happened to it; if they left, the people who run it
 * (LC-4, NT-3). Each recipient once for each piece of news.
 */
export async function tellSender(
  tx: Transaction,
  outbox: Outbox,
  { organizationId, event, lead }: Told,
  partnerName: string,
  { now, settings }: Moment,
): Promise<void> {
  const news: News | undefined = event.type in newsOf ? newsOf[event.type as keyof typeof newsOf] : undefined;
  const there = lead.sender_organization_id;
  if (news === undefined || there === null) return;
  const about = { organizationId, lead, news };
  if (lead.sender_person_id === null) {
    await noteSender(tx, about, { key: 'nobody', personId: null, address: '' }, 'sent-by-program', now);
    return;
  }
  const recipients = await findRecipients(tx, about, lead.sender_person_id, there, now);
  const ids = recipients.flatMap(({ personId }) => personId ?? []);
  const off = await unscopedListSwitchedOff(tx, ids, sentLeadMail.category.key);
  for (const to of recipients) {
    const known = { kind: sentLeadMail.inLedger[0], recipient: to.key, leadIds: [lead.id], occasion: news };
    if ((await repo.listTold(tx, organizationId, known)).size > 0) continue;
    const untold = await elsewhere(tx, { here: organizationId, there }, () =>
      whyUnmailed(tx, there, to, { off, settings, now }),
    );
    if (untold) await noteSender(tx, about, to, untold, now);
    else await mailSender(tx, outbox, { ...about, to, there, partnerName }, now);
    await elsewhere(tx, { here: organizationId, there }, () => {
      const facts = { kind: sentLeadMail.inActionCenter[0], ...factsAbout(lead), partnerName, news };
      const whom = { organizationId: there, personId: to.key, leadId: lead.id, occasion: news };
      return insertNotifications(tx, [{ ...whom, facts }], now);
    });
  }
}

interface About {
  readonly organizationId: string;
  readonly lead: repo.NoticeLead;
  readonly news: News;
}

async function findRecipients(
  tx: Transaction,
  about: About,
  senderId: string,
  there: string,
  now: Date,
): Promise<Recipient[]> {
  const { organizationId: here } = about;
  const found = await elsewhere(tx, { here, there }, async () => {
    const sender = await listSenders(tx, there, senderId);
    if (sender.length > 0) return { recipients: sender };
    const reason = (await findAbsence(tx, there, senderId)) ?? ('not-responsible' as const);
    return { recipients: await listInPlaceOfSender(tx, there), reason };
  });
  const { recipients, reason } = found;
  if (reason === undefined || recipients.some(({ key }) => key === senderId)) return recipients;
  await noteSender(tx, about, { key: senderId, personId: senderId, address: '' }, reason, now);
  return recipients;
}

async function noteSender(
  tx: Transaction,
  { organizationId, lead, news }: About,
  to: Pick<Recipient, 'key' | 'personId' | 'address'>,
  reason: UntoldReason,
  now: Date,
): Promise<void> {
  const known = { kind: sentLeadMail.inLedger[0], recipient: to.key, leadIds: [lead.id], occasion: news };
  if ((await repo.listTold(tx, organizationId, known)).size > 0) return;
  const sender = { reason: 'lead-sender' as const, ...to };
  const notice = noticeFor(organizationId, lead.id, known.kind, sender, reason);
  await repo.insertNotices(tx, [{ ...notice, occasion: news }], now);
}

async function mailSender(
  tx: Transaction,
  outbox: Outbox,
  {
    organizationId: here,
    lead,
    news,
    to,
    there,
    partnerName,
  }: About & { to: Recipient; there: string; partnerName: string },
  now: Date,
): Promise<void> {
  const content = sentLeadMail.of({
    news,
    lead: { id: lead.id, customerName: lead.customer_name, partnerName, organizationId: here },
    ...(to.reason === 'sender-left' ? { senderName: lead.sender_name ?? '' } : {}),
  });
  const mail = { organizationId: there, to, content, reason: to.reason, leadIds: [lead.id] };
  const id = await elsewhere(tx, { here, there }, () => outbox.put(tx, mail, now));
  const notice = noticeFor(here, lead.id, sentLeadMail.inLedger[0], to, { organizationId: there, id });
  await repo.insertNotices(tx, [{ ...notice, occasion: news }], now);
}
