import type { Transaction } from '../../../platform/database/database.ts';
import { findMentioned, listReaders } from '../../leads/index.ts';
import type { Outbox } from '../../mail/index.ts';
import { insertNotifications } from '../action-center/notifications.repo.ts';
import { mentionMail } from '../mails/mention/mail.ts';
import { whyUnmailed } from './daily-limit.ts';
import { factsAbout, lineOf } from './lead-lines.ts';
import { noticeFor } from './new-notices.ts';
import {
  getNoticeSettings,
  insertNotices,
  listEventsOf,
  type NoticeLead,
  type ToldEvent,
} from './notices.repo.ts';
import { listOwnedLeads, listToldOccasions, type OwnedLead } from './owner-notices.repo.ts';
import { unscopedFindHeldUntil } from './quiet-hours.repo.ts';
import { listMentioned, type Recipient, unscopedListSwitchedOff } from './recipients.repo.ts';

const [kind] = mentionMail.inLedger;

/** Whom the event of an activity mentions, and in which. */
function mentionsOf({
  changes,
}: Pick<ToldEvent, 'changes'>): { people: string[]; activityId: string } | undefined {
  const all = changes as readonly { field: string; after: unknown }[];
  const people = all.find(({ field }) => field === 'mentioned')?.after;
  const activityId = activityOf(changes);
  return Array.isArray(people) && activityId !== undefined ? { people, activityId } : undefined;
}

/** The events by which activities that came back have mentioned people: they may not have been told yet. */
async function listMentionsBefore(
  tx: Transaction,
  organizationId: string,
  events: readonly ToldEvent[],
): Promise<ToldEvent[]> {
  const restored = events.filter(({ type }) => type === 'lead.activity-restored');
  const ids = new Set(restored.flatMap(({ changes }) => activityOf(changes) ?? []));
  if (ids.size === 0) return [];
  const leadIds = [...new Set(restored.map(({ lead_id }) => lead_id))];
  const known = await listEventsOf(tx, organizationId, leadIds, [
    'lead.activity-added',
    'lead.activity-edited',
  ]);
  return known.filter(({ changes }) => ids.has(activityOf(changes) ?? ''));
}

function activityOf(changes: unknown): string | undefined {
  const all = changes as readonly { field: string; after: unknown }[];
  const id = all.find(({ field }) => field === 'activityId')?.after;
  return typeof id === 'string' ? id : undefined;
}

/** The people whom an activity still mentions, and those of them who may see its lead now, by their ids. */
export async function findMentionedReaders(
  tx: Transaction,
  organizationId: string,
  lead: OwnedLead,
  activityId: string,
): Promise<{ readonly mentioned: readonly string[]; readonly readers: ReadonlyMap<string, Recipient> }> {
  const mentioned = await findMentioned(tx, organizationId, activityId);
  const readers = new Set((await listReaders(tx, organizationId, lead)).map(({ id }) => id));
  const able = mentioned.filter((id) => readers.has(id));
  const recipients = await listMentioned(tx, organizationId, able, lead.location_id);
  return { mentioned, readers: new Map(recipients.map((one) => [one.key, one])) };
}

/**
 * Tells people that a colleague mentioned them: by a notification and an email, which counts towards those of the day
 * (NT-2). Informational leads are not worth an email (NT-1). Safe to run twice.
 */
export async function tellMentioned(
  tx: Transaction,
  outbox: Outbox,
  organizationId: string,
  events: readonly ToldEvent[],
  now: Date,
): Promise<void> {
  const told = [...events, ...(await listMentionsBefore(tx, organizationId, events))].flatMap((event) => {
    const mentions = mentionsOf(event);
    return mentions ? [{ event, ...mentions }] : [];
  });
  if (told.length === 0) return;
  const leadIds = [...new Set(told.map(({ event }) => event.lead_id))];
  const leads = new Map((await listOwnedLeads(tx, organizationId, leadIds)).map((lead) => [lead.id, lead]));
  for (const { event, people, activityId } of told) {
    const lead = leads.get(event.lead_id);
    if (!lead) continue;
    const { readers } = await findMentionedReaders(tx, organizationId, lead, activityId);
    // In the same order for all workers.
    for (const personId of people.toSorted()) {
      const to = readers.get(personId);
      if (to && personId !== event.actor_person_id)
        await tellOne(tx, outbox, { organizationId, to, lead, event, activityId }, now);
    }
  }
}

interface Mention {
  readonly organizationId: string;
  readonly to: Recipient;
  readonly lead: OwnedLead;
  readonly event: ToldEvent;
  readonly activityId: string;
}

async function tellOne(tx: Transaction, outbox: Outbox, mention: Mention, now: Date): Promise<void> {
  const { organizationId, to, lead, event } = mention;
  const byName = event.actor_name;
  const about = { kind, recipient: to.key, occasions: [event.id] } as const;
  const told = await listToldOccasions(tx, organizationId, about);
  if (told.size === 0 && isActionable(lead)) await mailOne(tx, outbox, { ...mention, lead }, now);
  const facts = { kind, ...factsAbout(lead), byName };
  await insertNotifications(
    tx,
    [{ organizationId, personId: to.key, leadId: lead.id, occasion: event.id, facts }],
    now,
  );
}

const isActionable = (lead: OwnedLead): lead is NoticeLead & OwnedLead => lead.status !== null;

async function mailOne(
  tx: Transaction,
  outbox: Outbox,
  { organizationId, to, lead, event, activityId }: Mention & { readonly lead: NoticeLead },
  now: Date,
): Promise<void> {
  const off = await unscopedListSwitchedOff(tx, [to.key], mentionMail.category.key);
  const settings = await getNoticeSettings(tx);
  const content = mentionMail.of({ lead: lineOf(lead, now), byName: event.actor_name, activityId });
  const notBefore = await unscopedFindHeldUntil(tx, to, [lead], now);
  const put = () =>
    outbox.put(tx, { organizationId, to, content, reason: to.reason, leadIds: [lead.id], notBefore }, now);
  const untold = await whyUnmailed(tx, organizationId, to, { off, settings, now });
  const outcome = untold ?? { organizationId, id: await put() };
  const notice = { ...noticeFor(organizationId, lead.id, kind, to, outcome), occasion: event.id };
  await insertNotices(tx, [notice], now);
}
