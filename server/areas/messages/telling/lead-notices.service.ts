import type { LeadNotice, LeadNotices } from '../../../../contract/mail/mail.ts';
import type { NoticeKind } from '../../../../contract/messages/lists.ts';
import type { Sentence, Spoken } from '../../../../contract/sentences.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import { notFound } from '../../../platform/errors.ts';
import type { Actor } from '../../identity/index.ts';
import { findLead, type LeadDetailRow, leadNotFound, leadScopeOf } from '../../leads/index.ts';
import { sentence } from './catalogue.ts';
import * as repo from './lead-notices.repo.ts';
import { explainWhy, type NoticeFacts, wordNotice, wordReason } from './lead-notices.rules.ts';
import { listOfferContacts, listProfileContacts, listStaff, type ProfileContact } from './recipients.repo.ts';
import { addresseesOf, contactFor, withOfferContacts } from './recipients.rules.ts';

/** Notifications about a lead, and why someone got none (NT-4). */
export class LeadNoticesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /**
   * For everyone who may see the lead.
   * @param personId a colleague to explain in more detail
   * @throws AppError not-allowed, not-found
   */
  async list(actor: Actor, leadId: string, personId: string | undefined): Promise<Spoken<LeadNotices>> {
    const scope = leadScopeOf(actor, this.clock.now());
    return inOrganization(this.db, actor, async (tx) => {
      const lead = await findLead(tx, scope, leadId);
      if (!lead) throw leadNotFound();
      const rows = await repo.listLeadNotices(tx, actor.organizationId, leadId);
      return {
        items: rows.map((row) => presentNotice(row, lead)),
        answer: personId === undefined ? null : await this.explain(tx, actor, personId, { lead, rows }),
      };
    });
  }

  private async explain(
    tx: Transaction,
    { organizationId }: Actor,
    personId: string,
    { lead, rows }: { lead: LeadDetailRow; rows: readonly repo.NoticeRow[] },
  ): Promise<Spoken<LeadNotices>['answer']> {
    const colleague = await repo.findColleague(tx, organizationId, personId);
    if (!colleague) throw notFound(sentence('noColleague'));
    const staff = await listStaff(tx, organizationId);
    const contacts = await listProfileContacts(tx, organizationId);
    const offerContacts = await listOfferContacts(
      tx,
      organizationId,
      lead.offer_id === null ? [] : [lead.offer_id],
    );
    const expected = withOfferContacts(addresseesOf(lead, staff, contacts), lead.offer_id, offerContacts);
    const arrival = rows.find((row) => row.kind === 'new-lead' && row.recipient === personId);
    const words = explainWhy({
      ...colleague,
      notice: arrival && factsOf(arrival),
      lead: {
        isInformational: lead.status === null,
        locationId: lead.location_id,
        locationName: lead.location_name,
      },
      contactName: nameContact(contactFor(lead, contacts)),
      isExpected: expected.told.some((one) => one.personId === personId),
    });
    return { personId, name: colleague.name, words };
  }
}

/** The contact, as long as inquiries go to them. */
function nameContact(contact: ProfileContact | undefined): string | null {
  return contact?.barred === null ? contact.recipient.name : null;
}

function factsOf({ way, reason, mail_state, returned }: repo.NoticeRow): NoticeFacts {
  const mail = mail_state === null ? null : { state: mail_state, returned };
  return { way, reason, mail };
}

const ways = { individual: 'mail', digest: 'digest', unmailed: 'none' } as const;

function presentNotice(row: repo.NoticeRow, lead: LeadDetailRow): Spoken<LeadNotice> {
  return {
    kind: row.kind,
    to: { personId: row.colleague_name === null ? null : row.person_id, name: nameOf(row, lead) },
    how: ways[row.way],
    words: wordNotice(factsOf(row)),
    why: wordReason(row.reason),
    at: row.created_at.toISOString(),
    digestAt: row.mail_id === null ? (row.digest_at?.toISOString() ?? null) : null,
    mailId: row.mail_id,
  };
}

/** Shows addresses of the organization's own contacts only, never of people in another organization. */
function nameOf(row: repo.NoticeRow, lead: LeadDetailRow): string | Sentence {
  if (row.recipient === 'nobody')
    return sentence(row.kind === 'sent-lead' ? 'recipient.sender' : 'recipient.nobody');
  const outsiders: Partial<Record<NoticeKind, string | Sentence>> = {
    // Someone else may be told in place of a sender who left.
    'sent-lead': row.is_sender
      ? (lead.sender_name ?? sentence('recipient.sender'))
      : sentence('recipient.sendersOrganization'),
    'direct-expired': sentence('recipient.operator'),
    customer: sentence('recipient.customer'),
  };
  return (
    row.colleague_name ??
    outsiders[row.kind] ??
    row.former_name ??
    (row.person_id === null ? row.address : sentence('recipient.former'))
  );
}
