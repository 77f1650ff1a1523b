import type { LeadEventType } from '../../../../contract/leads/lists.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import {
  type AskAgain,
  type DropReason,
  oneByOne,
  type Verdict,
  type WaitingMail,
} from '../../mail/index.ts';
import { findOperator } from '../../organizations/index.ts';
import { assignmentMail } from '../mails/assignment/mail.ts';
import { digestMail } from '../mails/digest/mail.ts';
import { directExpiredMail } from '../mails/direct-expired/mail.ts';
import { expiringSoonMail } from '../mails/expiring-soon/mail.ts';
import type { LeadLine, PlacedLead } from '../mails/leads/lead-facts.ts';
import { mentionMail } from '../mails/mention/mail.ts';
import { newLeadMail } from '../mails/new-lead/mail.ts';
import { type SentLeadFacts, sentLeadMail } from '../mails/sent-lead/mail.ts';
import { teamAssignmentMail } from '../mails/team-assignment/mail.ts';
import { unansweredMail } from '../mails/unanswered/mail.ts';
import { unattendedMail } from '../mails/unattended/mail.ts';
import { askAboutAssignment } from './ask-about-assignment.ts';
import { askAboutMention } from './ask-about-mention.ts';
import { elsewhere } from './elsewhere.ts';
import { contentFor, lineOf } from './lead-lines.ts';
import * as repo from './notices.repo.ts';
import { placeExpired } from './operator-notices.ts';
import {
  findAbsence,
  listInPlaceOfSender,
  listOperatorAdmins,
  listSenders,
  listTeamMates,
  type Recipient,
  unscopedListSwitchedOff,
} from './recipients.repo.ts';
import { eventTypeOf } from './sender-notices.ts';
import { noteSorted, sortOut } from './sorting-out.ts';
import { remindOfLeads, tellArrival, tellEvents } from './telling.jobs.ts';
import { askAboutUnanswered } from './unanswered-notices.ts';

/**
 * Rechecks the emails about leads right before they are sent (NT-1 to NT-3): does the recipient still belong to the
 * organization, look after these leads and want to hear of them, and do the leads still wait? The ledger records
 * dropped emails with the reason, and a separate job tells the people who are responsible now.
 */
export const leadMails = {
  'new-lead': newLeadMail.askedBy(askAboutWaiting(() => 'new-lead')),
  digest: digestMail.askedBy(askAboutWaiting(() => 'digest')),
  'expiring-soon': expiringSoonMail.askedBy(askAboutWaiting(() => 'expiring-soon')),
  unattended: unattendedMail.askedBy(
    askAboutWaiting(({ about, total }) => (about === 'new-lead' && total > 1 ? 'digest' : about)),
  ),
  unanswered: unansweredMail.askedBy(oneByOne(askAboutUnanswered)),
  assignment: assignmentMail.askedBy(oneByOne(askAboutAssignment)),
  mention: mentionMail.askedBy(oneByOne(askAboutMention)),
  'team-assignment': teamAssignmentMail.askedBy(oneByOne(askAboutTeam)),
  'sent-lead': sentLeadMail.askedBy(oneByOne(askAboutSentLead)),
  'direct-expired': directExpiredMail.askedBy(oneByOne(askAboutExpired)),
};

/** The ledger's key for the recipient of an email. */
const keyOf = (mail: WaitingMail) => mail.person_id ?? mail.address.toLowerCase();

/** What emails say about waiting leads, whoever gets them: Account admins get `unattended` in place of each. */
type Waiting = 'new-lead' | 'digest' | 'expiring-soon';

/**
 * Reads the leads of all these emails in one query: after an import there are hundreds.
 * @param tells what an email says about the leads
 */
function askAboutWaiting<Facts extends object>(tells: (facts: Facts) => Waiting): AskAgain<Facts> {
  return async (tx, mails, now) => {
    const [first] = mails;
    if (!first) return [];
    const leadIds = [...new Set(mails.flatMap(({ mail }) => mail.leadIds))];
    const leads = await repo.listNoticeLeads(tx, first.mail.organizationId, leadIds);
    const verdicts: Verdict[] = [];
    for (const { mail, content } of mails)
      verdicts.push(await decideAboutWaiting(tx, mail, { told: tells(content.facts), known: leads }, now));
    return verdicts;
  };
}

/** @param about `known` are leads of the organization, including those of the email that still exist */
async function decideAboutWaiting(
  tx: Transaction,
  mail: WaitingMail,
  { told, known }: { readonly told: Waiting; readonly known: readonly repo.NoticeLead[] },
  now: Date,
): Promise<Verdict> {
  const { organizationId, leadIds } = mail;
  const kind = told === 'expiring-soon' ? told : 'new-lead';
  const key = keyOf(mail);
  const own = new Set(leadIds);
  const present = known.filter(({ id }) => own.has(id));
  const sorted = await sortOut(tx, { organizationId, key, kind, leadIds, present, now });
  await noteSorted(tx, { organizationId, key, kind }, sorted);
  const { to, leads, lost, lostReason, settled } = sorted;
  if (lost.length > 0) await tellOthers(tx, organizationId, kind, lost);
  if (!to || leads.length === 0)
    return { drop: lost.length > 0 ? lostReason : (settled[0]?.reason ?? 'lead-gone') };
  if (kind === 'expiring-soon' && to.personId !== null) {
    const isOff = (await unscopedListSwitchedOff(tx, [to.personId], expiringSoonMail.category.key)).size > 0;
    if (isOff) {
      const ids = leads.map(({ id }) => id);
      await repo.dropNotices(tx, organizationId, {
        kind,
        recipient: key,
        leadIds: ids,
        reason: 'switched-off',
      });
      return { drop: 'switched-off' };
    }
  }
  return {
    to,
    reason: to.reason,
    content: contentFor(told, to, leads, now),
    leadIds: leads.map(({ id }) => id),
  };
}

/** The recipient no longer looks after these leads: tells or reminds the people who do now. */
async function tellOthers(
  tx: Transaction,
  organizationId: string,
  kind: 'new-lead' | 'expiring-soon',
  leads: readonly repo.NoticeLead[],
): Promise<void> {
  const job = kind === 'new-lead' ? tellArrival : remindOfLeads;
  await job.enqueue(tx, { organizationId, leadIds: leads.map(({ id }) => id) });
}

async function askAboutTeam(
  tx: Transaction,
  mail: WaitingMail,
  facts: { readonly lead: LeadLine; readonly byName: string },
  now: Date,
): Promise<Verdict> {
  const { organizationId, person_id: personId } = mail;
  const leadId = facts.lead.id;
  const [kind] = teamAssignmentMail.inLedger;
  const drop = async (reason: DropReason) => {
    const about = { kind, recipient: keyOf(mail), leadIds: [leadId], reason };
    await repo.dropNotices(tx, organizationId, about);
    return { drop: reason };
  };
  const [lead] = await repo.listNoticeLeads(tx, organizationId, [leadId]);
  if (!lead) return drop('lead-gone');
  if (lead.status !== 'Accepted')
    return drop(lead.status === 'Expired' ? 'expired-before' : 'answered-before');
  const mates = await listTeamMates(tx, organizationId, idsOf(personId), lead.location_id);
  const { to, missing } = await findAmong(tx, organizationId, personId, mates);
  if (!to) return drop(missing === 'not-responsible' ? 'out-of-scope' : missing);
  const teams = await repo.listTeams(tx, organizationId, [leadId]);
  if (!teams.get(leadId)?.includes(to.key)) return drop('off-team');
  if ((await unscopedListSwitchedOff(tx, [to.key], teamAssignmentMail.category.key)).size > 0)
    return drop('switched-off');
  return { to, content: teamAssignmentMail.of({ ...facts, lead: lineOf(lead, now) }) };
}

async function askAboutSentLead(
  tx: Transaction,
  mail: WaitingMail,
  { lead, news, senderName }: SentLeadFacts,
): Promise<Verdict> {
  const { organizationId: here, person_id: personId } = mail;
  const [kind] = sentLeadMail.inLedger;
  const drop = async (reason: DropReason) => {
    if (lead.organizationId === undefined) return { drop: reason };
    const there = lead.organizationId;
    const about = { kind, recipient: keyOf(mail), leadIds: [lead.id], occasion: news, reason };
    await elsewhere(tx, { here, there }, () => repo.dropNotices(tx, there, about));
    return { drop: reason };
  };
  const people =
    senderName === undefined && personId !== null
      ? await listSenders(tx, here, personId)
      : await listInPlaceOfSender(tx, here);
  const { to, missing } = await findAmong(tx, here, personId, people);
  if (!to) {
    const dropped = await drop(missing);
    if (lead.organizationId !== undefined)
      await tellAgain(tx, here, lead.organizationId, [lead.id], eventTypeOf(news));
    return dropped;
  }
  return (await unscopedListSwitchedOff(tx, [to.key], sentLeadMail.category.key)).size > 0
    ? drop('switched-off')
    : { to };
}

async function askAboutExpired(
  tx: Transaction,
  mail: WaitingMail,
  facts: { readonly leads: PlacedLead[]; readonly total: number },
): Promise<Verdict> {
  const { organizationId: here, person_id: personId, leadIds } = mail;
  const there = facts.leads[0]?.organizationId;
  const operator = await findOperator(tx);
  const admins = operator?.id === here ? await listOperatorAdmins(tx, here) : [];
  const { to, missing } = await findAmong(tx, here, personId, admins);
  if (!to) {
    if (there !== undefined) {
      const about = { kind: directExpiredMail.inLedger[0], recipient: keyOf(mail), leadIds, reason: missing };
      await elsewhere(tx, { here, there }, () => repo.dropNotices(tx, there, about));
      await tellAgain(tx, here, there, leadIds, 'lead.expired');
    }
    return { drop: missing };
  }
  if (there === undefined) return { to };
  // What is known about the customers by now.
  const leads = await elsewhere(tx, { here, there }, async () =>
    placeExpired(tx, there, await repo.listNoticeLeads(tx, there, leadIds)),
  );
  if (leads.length === 0) return { drop: 'lead-gone' };
  return { to, content: directExpiredMail.of({ ...facts, leads }) };
}

/**
 * Tells the events again: nobody who was told is told twice, and whoever takes the place of someone who left is told.
 */
async function tellAgain(
  tx: Transaction,
  here: string,
  there: string,
  leadIds: readonly string[],
  type: LeadEventType,
): Promise<void> {
  await elsewhere(tx, { here, there }, async () => {
    const events = await repo.listEventsOf(tx, there, leadIds, [type]);
    const eventIds = events.map(({ id }) => id);
    if (eventIds.length > 0) await tellEvents.enqueue(tx, { organizationId: there, eventIds });
  });
}

const idsOf = (personId: string | null) => (personId === null ? [] : [personId]);

async function findAmong(
  tx: Transaction,
  organizationId: string,
  personId: string | null,
  people: readonly Recipient[],
) {
  const to = people.find((one) => one.personId === personId);
  const absence = to || personId === null ? undefined : await findAbsence(tx, organizationId, personId);
  return { to, missing: absence ?? ('not-responsible' as const) };
}
