import type { UntoldReason } from '../../../../contract/mail/lists.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import type { Verdict, WaitingMail } from '../../mail/index.ts';
import type { LeadLine } from '../mails/leads/lead-facts.ts';
import { mentionMail } from '../mails/mention/mail.ts';
import { lineOf } from './lead-lines.ts';
import { findMentionedReaders } from './mention-notices.ts';
import { dropNoticesOfMail, listNoticeLeads } from './notices.repo.ts';
import { listOwnedLeads } from './owner-notices.repo.ts';
import { findAbsence, unscopedListSwitchedOff } from './recipients.repo.ts';

interface Facts {
  readonly lead: LeadLine;
  readonly byName: string;
  readonly activityId: string;
}

/** Right before the email is sent: whether the activity still mentions them, and they may still see its lead. */
export async function askAboutMention(
  tx: Transaction,
  mail: WaitingMail,
  { lead: { id: leadId }, byName, activityId }: Facts,
  now: Date,
): Promise<Verdict> {
  const { organizationId, person_id: personId } = mail;
  const drop = async (reason: UntoldReason) => {
    await dropNoticesOfMail(tx, mail, [leadId], reason);
    return { drop: reason };
  };
  if (personId === null) return drop('not-mentioned');
  const [lead] = await listNoticeLeads(tx, organizationId, [leadId]);
  const [owned] = await listOwnedLeads(tx, organizationId, [leadId]);
  if (!lead || !owned) return drop('lead-gone');
  const absence = await findAbsence(tx, organizationId, personId);
  if (absence) return drop(absence);
  const { mentioned, readers } = await findMentionedReaders(tx, organizationId, owned, activityId);
  if (!mentioned.includes(personId)) return drop('not-mentioned');
  const to = readers.get(personId);
  if (!to) return drop('out-of-scope');
  // What was written is no longer shown to anyone (LC-4).
  if (lead.status === 'Expired' || (lead.status === 'Received' && (lead.expires_at ?? now) <= now))
    return drop('expired-before');
  if ((await unscopedListSwitchedOff(tx, [personId], mentionMail.category.key)).size > 0)
    return drop('switched-off');
  return { to, content: mentionMail.of({ lead: lineOf(lead, now), byName, activityId }) };
}
