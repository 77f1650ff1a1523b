import { sql } from 'kysely';
import type { LeadState, Qualification } from '../../../../contract/leads/lists.ts';
import { type SentLeadNews, sentLeadNews } from '../../../../contract/organizations/partners.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import type { TimePlace } from '../../../platform/time-cursor.ts';

/** What a lead's sender may see of it: nothing of the contact or the partner's deal. */
export interface SentRow {
  id: string;
  partner_id: string;
  partner_name: string;
  customer_name: string | null;
  country: string | null;
  qualification: Qualification;
  status: LeadState | null;
  received_at: Date;
  expires_at: Date | null;
  available_until: Date | null;
  sender_name: string | null;
}

/**
 * Leads that the transaction's organization sent to partners, newest first; with words, those whose customer or partner
 * has all of them in its name. At most `limit` rows.
 */
export async function listSentLeads(
  tx: Transaction,
  { after, words, limit }: { after: TimePlace | undefined; words: readonly string[]; limit: number },
): Promise<SentRow[]> {
  const [at, id] = after ?? [null, null];
  if (words.length === 0) {
    return (await sql<SentRow>`select * from list_sent_leads(${at}, ${id}, ${limit})`.execute(tx)).rows;
  }
  const { rows } = await sql<SentRow>`
    select * from list_sent_leads(${at}, ${id}, null) s
    where not exists (
      select from unnest(${words}::text[]) word
      where position(word in fold_text(concat_ws(' ', s.customer_name, s.partner_name))) = 0
    )
    order by received_at desc, id desc
    limit ${limit}`.execute(tx);
  return rows;
}

/** How many leads the transaction's organization sent since then, by the state in which they are now (LC-4). */
export async function countSentLeads(
  tx: Transaction,
  since: Date,
  now: Date,
): Promise<{ state: LeadState; count: number }[]> {
  const { rows } = await sql<{ state: LeadState; count: number }>`
    select state, count from count_sent_leads(${since}, ${now})`.execute(tx);
  return rows;
}

/** One sent lead. */
export async function findSentLead(tx: Transaction, leadId: string): Promise<SentRow | undefined> {
  const { rows } = await sql<SentRow>`
    select * from find_sent_lead(${leadId})`.execute(tx);
  return rows[0];
}

/** When people of the organization were first told each piece of news about a lead that it sent, oldest first. */
export async function listNews(
  tx: Transaction,
  organizationId: string,
  leadId: string,
): Promise<{ news: SentLeadNews; at: Date }[]> {
  const rows = await tx
    .selectFrom('notification')
    .select((eb) => ['occasion', eb.fn.min('created_at').as('at')])
    .where('organization_id', '=', organizationId)
    .where('kind', '=', 'sent-lead')
    .where('lead_id', '=', leadId)
    .groupBy('occasion')
    .orderBy('at')
    .execute();
  return rows.flatMap(({ occasion, at }) => {
    const news = sentLeadNews.find((one) => one === occasion);
    return news ? [{ news, at }] : [];
  });
}
