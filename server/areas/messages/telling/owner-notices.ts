import type { Transaction } from '../../../platform/database/database.ts';
import type { Outbox } from '../../mail/index.ts';
import { insertNotifications } from '../action-center/notifications.repo.ts';
import { assignmentMail } from '../mails/assignment/mail.ts';
import { newLeadMail } from '../mails/new-lead/mail.ts';
import { whyUnmailed } from './daily-limit.ts';
import { factsAbout, linesOf } from './lead-lines.ts';
import { noticeFor } from './new-notices.ts';
import {
  insertNotices,
  listTold,
  type NoticeLead,
  type NoticeSettings,
  type ToldEvent,
} from './notices.repo.ts';
import { listOwnedLeads, listToldOccasions, type OwnedLead, ownerAfter } from './owner-notices.repo.ts';
import { unscopedFindHeldUntil } from './quiet-hours.repo.ts';
import { findAbsence, listOwners, type Recipient, unscopedListSwitchedOff } from './recipients.repo.ts';

const kind = 'assignment' as const;

/** One assignment that still holds. */
interface Assigned {
  readonly eventId: string;
  readonly lead: OwnedLead;
}

/** When it is told, and the limits of emails if much happened together. */
export interface Moment {
  readonly now: Date;
  readonly settings: NoticeSettings | undefined;
}

/** What one person was given by one colleague. */
interface Batch {
  readonly personId: string;
  readonly byName: string;
  readonly byRule: boolean;
  readonly assigned: Assigned[];
}

/**
 * Tells people about leads that colleagues made theirs, if they still are: one email for each person and colleague,
 * however many leads. Informational leads are not worth an email (NT-1), only a notification. Safe to run twice.
 */
export async function tellOwners(
  tx: Transaction,
  outbox: Outbox,
  organizationId: string,
  events: readonly ToldEvent[],
  moment: Moment,
): Promise<void> {
  if (events.length === 0) return;
  const leadIds = [...new Set(events.map((event) => event.lead_id))];
  const leads = new Map((await listOwnedLeads(tx, organizationId, leadIds)).map((lead) => [lead.id, lead]));
  for (const batch of batchesOf(events, leads)) await tellOwner(tx, outbox, organizationId, batch, moment);
}

/** Whether a rule gave the lead to somebody, rather than a colleague (WT-1). */
export function isByRule({ type, actor_kind }: ToldEvent): boolean {
  return type === 'lead.assigned' && actor_kind === 'system';
}

/** In the same order for all workers. */
function batchesOf(events: readonly ToldEvent[], leads: ReadonlyMap<string, OwnedLead>): Batch[] {
  const batches = new Map<string, Batch>();
  for (const event of events) {
    const lead = leads.get(event.lead_id);
    const personId = ownerAfter(event);
    if (!lead || personId === null || lead.assigned_to !== personId || personId === event.actor_person_id)
      continue;
    const byRule = isByRule(event);
    const key = `${personId} ${event.actor_kind} ${event.actor_name}`;
    const batch = batches.get(key) ?? { personId, byName: event.actor_name, byRule, assigned: [] };
    batch.assigned.push({ eventId: event.id, lead });
    batches.set(key, batch);
  }
  return [...batches.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, batch]) => batch);
}

async function tellOwner(
  tx: Transaction,
  outbox: Outbox,
  organizationId: string,
  { personId, byName, byRule, assigned }: Batch,
  moment: Moment,
): Promise<void> {
  const { now } = moment;
  const eventIds = assigned.map(({ eventId }) => eventId);
  const about = { kind, recipient: personId, occasions: eventIds } as const;
  const told = await listToldOccasions(tx, organizationId, about);
  const owners = await findOwners(
    tx,
    organizationId,
    personId,
    assigned.map(({ lead }) => lead),
  );
  const [to] = owners.values();
  if (to === undefined) return noteUnseeing(tx, organizationId, personId, assigned, told, now);
  const seen = assigned.filter(({ lead }) => owners.has(lead.id));
  const known = byRule ? await listArrived(tx, organizationId, personId, assigned) : new Set<string>();
  const news = seen
    .filter(isActionable)
    .filter(({ eventId, lead }) => !told.has(eventId) && !known.has(lead.id));
  await mailOwner(tx, outbox, { organizationId, to, byName, news }, moment);
  const notifications = seen.map(({ eventId, lead }) => ({
    organizationId,
    personId,
    leadId: lead.id,
    occasion: eventId,
    facts: { kind, ...factsAbout(lead), byName },
  }));
  await insertNotifications(tx, notifications, now);
}

/** Whoever was told that a lead arrived need not be told by another email that a rule gave it to them. */
function listArrived(
  tx: Transaction,
  organizationId: string,
  recipient: string,
  assigned: readonly Assigned[],
): Promise<Set<string>> {
  const leadIds = assigned.map(({ lead }) => lead.id);
  const [arrival] = newLeadMail.inLedger;
  return listTold(tx, organizationId, { kind: arrival, recipient, leadIds });
}

interface OwnersMail {
  readonly organizationId: string;
  readonly to: Recipient;
  readonly byName: string;
  readonly news: readonly ActionableAssigned[];
}

async function mailOwner(
  tx: Transaction,
  outbox: Outbox,
  { organizationId, to, byName, news }: OwnersMail,
  { now, settings }: Moment,
): Promise<void> {
  if (news.length === 0) return;
  const off = await unscopedListSwitchedOff(tx, [to.key], kind);
  const untold = await whyUnmailed(tx, organizationId, to, { off, settings, now });
  const leads = news.map(({ lead }) => lead);
  const leadIds = leads.map(({ id }) => id);
  const content = assignmentMail.of({ ...linesOf(leads, now), byName });
  const notBefore = await unscopedFindHeldUntil(tx, to, leads, now);
  const put = () =>
    outbox.put(tx, { organizationId, to, content, reason: to.reason, leadIds, notBefore }, now);
  const outcome = untold ?? { organizationId, id: await put() };
  const rows = news.map(({ eventId, lead }) => ({
    ...noticeFor(organizationId, lead.id, kind, to, outcome),
    occasion: eventId,
  }));
  await insertNotices(tx, rows, now);
}

type ActionableAssigned = Assigned & { readonly lead: NoticeLead };
const isActionable = (one: Assigned): one is ActionableAssigned => one.lead.status !== null;

/** The person as a recipient, for each lead that they can see as its owner. */
export async function findOwners(
  tx: Transaction,
  organizationId: string,
  personId: string,
  leads: readonly OwnedLead[],
): Promise<Map<string, Recipient>> {
  const places = new Map<string | null, Recipient | undefined>();
  const owners = new Map<string, Recipient>();
  for (const lead of leads) {
    const place = lead.location_id;
    if (!places.has(place)) places.set(place, (await listOwners(tx, organizationId, [personId], place))[0]);
    const owner = places.get(place);
    if (owner) owners.set(lead.id, owner);
  }
  return owners;
}

/** Since the lead was assigned to them, they left or got another role. */
async function noteUnseeing(
  tx: Transaction,
  organizationId: string,
  personId: string,
  assigned: readonly Assigned[],
  told: ReadonlySet<string>,
  now: Date,
): Promise<void> {
  const reason = (await findAbsence(tx, organizationId, personId)) ?? 'out-of-scope';
  const rows = assigned
    .filter(isActionable)
    .filter(({ eventId }) => !told.has(eventId))
    .map(({ eventId, lead }) => ({
      organizationId,
      leadId: lead.id,
      kind,
      recipient: personId,
      occasion: eventId,
      personId,
      address: '',
      way: 'unmailed' as const,
      reason,
    }));
  await insertNotices(tx, rows, now);
}
