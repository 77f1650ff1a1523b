import type { UntoldReason } from '../../../../contract/mail/lists.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { insertNotifications } from '../action-center/notifications.repo.ts';
import { newLeadMail } from '../mails/new-lead/mail.ts';
import { factsAbout } from './lead-lines.ts';
import { settledBefore } from './lead-standing.rules.ts';
import * as repo from './notices.repo.ts';
import { listProfileContacts, listStaff } from './recipients.repo.ts';
import {
  type Addressees,
  addresseesOf,
  isProfileInquiry,
  type Passed,
  shareOut,
} from './recipients.rules.ts';

/** A lead with the people who are told that it came, and those who are passed over. */
export interface AddressedLead extends Addressees {
  readonly lead: repo.NoticeLead;
}

/** Who is told that the leads came, as of now (NT-1). */
export async function addressLeads(
  tx: Transaction,
  organizationId: string,
  leads: readonly repo.NoticeLead[],
): Promise<AddressedLead[]> {
  const staff = await listStaff(tx, organizationId);
  const contacts = leads.some(isProfileInquiry) ? await listProfileContacts(tx, organizationId) : [];
  return leads.map((lead) => ({ lead, ...addresseesOf(lead, staff, contacts) }));
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
  const nobody = addressed.filter(({ told }) => told.length === 0).map(({ lead }) => lead.id);
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
