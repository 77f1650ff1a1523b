import type { UntoldReason } from '../../../../contract/mail/lists.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import type { Logger } from '../../../platform/log.ts';
import { findFollowedLeads } from '../../leads/index.ts';
import { insertNotifications } from '../action-center/notifications.repo.ts';
import { newLeadMail } from '../mails/new-lead/mail.ts';
import { factsAbout } from './lead-lines.ts';
import { settledBefore } from './lead-standing.rules.ts';
import * as repo from './notices.repo.ts';
import { isId, listFollowers, listOfferContacts, listProfileContacts, listStaff } from './recipients.repo.ts';
import {
  type Addressees,
  addresseesOf,
  type Follower,
  isProfileInquiry,
  type Passed,
  shareOut,
  withFollowers,
  withOfferContacts,
} from './recipients.rules.ts';

/** A lead with the people who are told that it came, and those who are passed over. */
export interface AddressedLead extends Addressees {
  readonly lead: repo.NoticeLead;
}

/** When leads are addressed, and whether to ask about one recipient alone. */
interface Occasion {
  readonly now: Date;
  /** The ledger's key of the only recipient who matters; undefined: all do. */
  readonly onlyFor?: string;
  /** Where a follower's view that fails is reported. */
  readonly log?: Logger;
}

/** Who is told that the leads came, as of now: who looks after them, whom their offers name, and who follows a view with them (NT-1). */
export async function addressLeads(
  tx: Transaction,
  organizationId: string,
  leads: readonly repo.NoticeLead[],
  occasion: Occasion,
): Promise<AddressedLead[]> {
  const staff = await listStaff(tx, organizationId);
  const contacts = leads.some(isProfileInquiry) ? await listProfileContacts(tx, organizationId) : [];
  const offerIds = leads.flatMap(({ offer_id }) => offer_id ?? []);
  const offerContacts = await listOfferContacts(tx, organizationId, [...new Set(offerIds)]);
  const addressed = leads.map((lead) => ({
    lead,
    ...withOfferContacts(addresseesOf(lead, staff, contacts), lead.offer_id, offerContacts),
  }));
  // Whoever is told anyway is told once, whatever they follow.
  const undecided = addressed.filter(({ told }) => told.every(({ key }) => key !== occasion.onlyFor));
  const followers = await findFollowers(
    tx,
    organizationId,
    undecided.map(({ lead }) => lead),
    occasion,
  );
  return addressed.map(({ lead, ...addressees }) => ({
    lead,
    ...withFollowers(addressees, followers.get(lead.id) ?? []),
  }));
}

/** Those who follow a view that shows the leads, and nobody else. */
export async function addressFollowers(
  tx: Transaction,
  organizationId: string,
  leads: readonly repo.NoticeLead[],
  occasion: Occasion,
): Promise<AddressedLead[]> {
  const followers = await findFollowers(tx, organizationId, leads, occasion);
  return leads.flatMap((lead) => {
    const those = followers.get(lead.id) ?? [];
    return those.length > 0 ? [{ lead, ...withFollowers({ told: [], passed: [] }, those) }] : [];
  });
}

/** Who follows a view that shows the leads, for each of them. */
async function findFollowers(
  tx: Transaction,
  organizationId: string,
  leads: readonly repo.NoticeLead[],
  { now, onlyFor, log }: Occasion,
): Promise<Map<string, Follower[]>> {
  // The mailbox of a contact without an account follows nothing.
  if (onlyFor !== undefined && !isId(onlyFor)) return new Map();
  const ids = leads.map(({ id }) => id);
  const followed = await findFollowedLeads(tx, organizationId, ids, { now, onlyPerson: onlyFor, log });
  const people = await listFollowers(tx, organizationId, [...followed.keys()]);
  const showing = (leadId: string) =>
    people.filter(({ recipient }) => followed.get(recipient.key)?.has(leadId));
  return new Map(ids.map((id) => [id, showing(id)]));
}

/**
 * Records who is not told that leads came, and why, so that the question has an answer (NT-4); also when there is
 * nobody. People who are passed over only because their address accepts no email get it in the Action center.
 */
export async function notePassed(
  tx: Transaction,
  organizationId: string,
  addressed: readonly AddressedLead[],
  now: Date,
): Promise<void> {
  const nobody = addressed
    // Followers and the contacts of an offer hear of leads; it takes someone else to answer them.
    .filter(({ told }) =>
      told.every(({ reason }) => reason === 'view-follower' || reason === 'offer-contact'),
    )
    .map(({ lead }) => lead.id);
  await noteUntold(
    tx,
    organizationId,
    { recipient: 'nobody', personId: null, address: '' },
    nobody,
    'nobody-responsible',
    now,
  );
  for (const { recipient, leads } of shareOut(
    addressed.map(({ lead, passed }) => ({ lead, recipients: passed.map(toRecipient) })),
  )) {
    const reason = reasonFor(addressed, recipient.key);
    const { key, personId, address } = recipient;
    const ids = leads.map(({ id }) => id);
    await noteUntold(tx, organizationId, { recipient: key, personId, address }, ids, reason, now);
    if (reason !== 'address-refused' || personId === null) continue;
    const waiting = leads.filter((lead) => settledBefore(lead, now) === undefined);
    const facts = (lead: repo.NoticeLead) => ({
      kind: newLeadMail.inActionCenter[0],
      ...factsAbout(lead),
      hot: lead.hot_until !== null && lead.hot_until > now,
    });
    await insertNotifications(
      tx,
      waiting.map((lead) => ({ organizationId, personId, leadId: lead.id, facts: facts(lead) })),
      now,
    );
  }
}

const toRecipient = ({ recipient }: Passed) => recipient;

function reasonFor(addressed: readonly AddressedLead[], key: string): UntoldReason {
  const passed = addressed.flatMap((one) => one.passed).find(({ recipient }) => recipient.key === key);
  return passed?.reason ?? 'not-responsible';
}

async function noteUntold(
  tx: Transaction,
  organizationId: string,
  to: { readonly recipient: string; readonly personId: string | null; readonly address: string },
  leadIds: readonly string[],
  reason: UntoldReason,
  now: Date,
): Promise<void> {
  if (leadIds.length === 0) return;
  const [kind] = newLeadMail.inLedger;
  const noted = await repo.listTold(tx, organizationId, { kind, recipient: to.recipient, leadIds });
  const rows = leadIds
    .filter((leadId) => !noted.has(leadId))
    .map((leadId) => ({ organizationId, kind, ...to, leadId, way: 'unmailed' as const, reason }));
  await repo.insertNotices(tx, rows, now);
}
