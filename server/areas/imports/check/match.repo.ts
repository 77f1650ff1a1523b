import { sql } from 'kysely';
import type { Transaction } from '../../../platform/database/database.ts';

/** Which leads rows may be: those of one organization, which the transaction must be for. */
export interface MatchedLeads {
  readonly organizationId: string;
  /** Only leads that this organization sent; undefined: all. */
  readonly sentBy: string | undefined;
  readonly now: Date;
}

/** The leads that each key is; several where it cannot be told which one is meant. */
export type Matches = ReadonlyMap<string, readonly string[]>;

const reachable = ({ organizationId, sentBy, now }: MatchedLeads) => sql`
  lead.organization_id = ${organizationId} and (lead.available_until is null or lead.available_until > ${now})
  and (${sentBy ?? null}::uuid is null or lead.sender_organization_id = ${sentBy ?? null}::uuid)`;

/** By their ids. */
export function matchIds(tx: Transaction, leads: MatchedLeads, keys: readonly string[]): Promise<Matches> {
  return gather(
    tx,
    sql<Match>`select lead.id::text as key, lead.id from lead
      where ${reachable(leads)} and lead.id = any(${[...keys]}::uuid[])`,
  );
}

/** By the ids that another program gave them. */
export function matchCrmIds(tx: Transaction, leads: MatchedLeads, keys: readonly string[]): Promise<Matches> {
  return gather(
    tx,
    sql<Match>`select lead.crm_id as key, lead.id from lead
      where ${reachable(leads)} and lead.crm_id = any(${[...keys]}::text[])`,
  );
}

/** The key of an address and a customer, as {@link matchCustomers} compares them. */
export function customerKey(address: string, customer: string): string {
  return `${address} ${customer.toLowerCase().replace(/\s+/g, ' ').trim()}`;
}

/** By address and customer. */
export async function matchCustomers(
  tx: Transaction,
  leads: MatchedLeads,
  keys: readonly string[],
): Promise<Matches> {
  const addresses = [...new Set(keys.map((key) => key.slice(0, key.indexOf(' '))))];
  const { rows } = await sql<{ id: string; email_key: string; customer_name: string | null }>`
    select lead.id, lead.email_key, lead.customer_name from lead
    where ${reachable(leads)} and lead.email_key = any(${addresses}::text[])
    order by lead.received_at desc`.execute(tx);
  const wanted = new Set(keys);
  const found = new Map<string, string[]>();
  for (const { id, email_key: address, customer_name: customer } of rows) {
    const key = customerKey(address, customer ?? '');
    if (wanted.has(key)) found.set(key, [...(found.get(key) ?? []), id]);
  }
  return found;
}

interface Match {
  readonly key: string;
  readonly id: string;
}

async function gather(tx: Transaction, query: ReturnType<typeof sql<Match>>): Promise<Matches> {
  const { rows } = await query.execute(tx);
  const found = new Map<string, string[]>();
  for (const { key, id } of rows) found.set(key, [...(found.get(key) ?? []), id]);
  return found;
}
