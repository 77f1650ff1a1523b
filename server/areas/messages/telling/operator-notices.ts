import type { Transaction } from '../../../platform/database/database.ts';
import type { Outbox } from '../../mail/index.ts';
import { findOperator } from '../../organizations/index.ts';
import { insertNotifications } from '../action-center/notifications.repo.ts';
import { directExpiredMail } from '../mails/direct-expired/mail.ts';
import { maxLinesPerMail, type PlacedLead } from '../mails/leads/lead-facts.ts';
import { elsewhere } from './elsewhere.ts';
import { factsAbout } from './lead-lines.ts';
import { noticeFor } from './new-notices.ts';
import * as repo from './notices.repo.ts';
import { listOperatorAdmins } from './recipients.repo.ts';

/**
 * Tells the operator's admins which inquiries a partner let expire, and for each whether its customer was told: one
 * email for all that expired together (LC-4). Each recipient once per lead.
 */
export async function tellOperator(
  tx: Transaction,
  outbox: Outbox,
  organizationId: string,
  expired: readonly repo.NoticeLead[],
  now: Date,
): Promise<void> {
  const operatorId = (await findOperator(tx))?.id;
  if (operatorId === undefined) return;
  const sides = { here: organizationId, there: operatorId };
  const [kind] = directExpiredMail.inLedger;
  const partnerName = await repo.getOrganizationName(tx, organizationId);
  for (const to of await elsewhere(tx, sides, () => listOperatorAdmins(tx, operatorId))) {
    const leadIds = expired.map((lead) => lead.id);
    const before = await repo.listTold(tx, organizationId, { kind, recipient: to.key, leadIds });
    const leads = expired.filter((lead) => !before.has(lead.id));
    if (leads.length === 0) continue;
    const placed = await placeExpired(tx, organizationId, leads);
    const content = directExpiredMail.of({ leads: placed, total: leads.length });
    const mail = {
      organizationId: operatorId,
      to,
      content,
      reason: to.reason,
      leadIds: leads.map(({ id }) => id),
    };
    const carried = {
      organizationId: operatorId,
      id: await elsewhere(tx, sides, () => outbox.put(tx, mail, now)),
    };
    const rows = leads.map((lead) => noticeFor(organizationId, lead.id, kind, to, carried));
    await repo.insertNotices(tx, rows, now);
    const told = leads.map((lead) => ({
      organizationId: operatorId,
      personId: to.key,
      leadId: lead.id,
      facts: { kind: directExpiredMail.inActionCenter[0], ...factsAbout(lead), partnerName },
    }));
    await elsewhere(tx, sides, () => insertNotifications(tx, told, now));
  }
}

/** The first of the leads, as the operator's email lists them; the transaction works for their organization. */
export async function placeExpired(
  tx: Transaction,
  organizationId: string,
  leads: readonly repo.NoticeLead[],
): Promise<PlacedLead[]> {
  const partnerName = await repo.getOrganizationName(tx, organizationId);
  const shown = leads.slice(0, maxLinesPerMail);
  const outcomes = await repo.listCustomerOutcomes(
    tx,
    organizationId,
    shown.map(({ id }) => id),
  );
  return shown.map((lead) => ({
    id: lead.id,
    customerName: lead.customer_name,
    partnerName,
    organizationId,
    customer: outcomes.get(lead.id) ?? null,
  }));
}
