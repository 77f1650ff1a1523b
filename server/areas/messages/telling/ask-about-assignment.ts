import type { UntoldReason } from '../../../../contract/mail/lists.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import type { Verdict, WaitingMail } from '../../mail/index.ts';
import { assignmentMail } from '../mails/assignment/mail.ts';
import { linesOf } from './lead-lines.ts';
import { settledBefore } from './lead-standing.rules.ts';
import { type NoticeLead, noteReasons } from './notices.repo.ts';
import { listOwnedLeads, type OwnedLead } from './owner-notices.repo.ts';
import { findOwners } from './owner-notices.ts';
import { findAbsence, unscopedListSwitchedOff } from './recipients.repo.ts';

/**
 * Right before the email is sent: which of its leads are still open and theirs. The ledger says why it leaves out the
 * others.
 */
export async function askAboutAssignment(
  tx: Transaction,
  mail: WaitingMail,
  { byName }: { readonly byName: string },
  now: Date,
): Promise<Verdict> {
  const { organizationId, person_id: personId, leadIds } = mail;
  if (personId === null) return { drop: 'not-owner' };
  const present = await listOwnedLeads(tx, organizationId, leadIds);
  const owners = await findOwners(tx, organizationId, personId, present);
  const isOff = (await unscopedListSwitchedOff(tx, [personId], 'assignment')).size > 0;
  const unseen = (await findAbsence(tx, organizationId, personId)) ?? 'out-of-scope';
  const reasonFor = (lead: OwnedLead | undefined): UntoldReason | undefined => {
    if (!lead || !isActionable(lead)) return 'lead-gone';
    if (lead.assigned_to !== personId) return 'not-owner';
    if (!owners.has(lead.id)) return unseen;
    return settledFor(lead, now) ?? (isOff ? 'switched-off' : undefined);
  };
  const reasons = new Map(
    leadIds.map((leadId) => [leadId, reasonFor(present.find(({ id }) => id === leadId))]),
  );
  await noteReasons(tx, mail, reasons);
  const kept = present.filter(isActionable).filter(({ id }) => reasons.get(id) === undefined);
  const [to] = owners.values();
  if (!to || kept.length === 0)
    return { drop: [...reasons.values()].find((reason) => reason !== undefined) ?? 'lead-gone' };
  return {
    to,
    content: assignmentMail.of({ ...linesOf(kept, now), byName }),
    leadIds: kept.map(({ id }) => id),
  };
}

const isActionable = (lead: OwnedLead): lead is OwnedLead & NoticeLead => lead.status !== null;

/** An accepted lead is still something to do. */
function settledFor(lead: NoticeLead, now: Date): UntoldReason | undefined {
  return lead.status === 'Accepted' ? undefined : settledBefore(lead, now);
}
