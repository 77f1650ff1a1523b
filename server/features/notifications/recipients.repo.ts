import { sql } from 'kysely';
import type { MailReason, OptionalMailCategory } from '../../../contract/enums.ts';
import type { Db, Transaction } from '../../platform/database/database.ts';
import type { MailRecipient } from '../mail/index.ts';

/** Somebody who is told, and why it is them. */
export interface Recipient extends MailRecipient {
  /** What the ledger calls them: the person, or the address of somebody without an account. */
  readonly key: string;
  readonly reason: MailReason;
}

interface PersonRow {
  person_id: string;
  address: string;
  name: string;
  locale: string | null;
  time_zone: string | null;
}

const personColumns = sql`p.id as person_id, p.email as address, p.name, p.locale, p.time_zone`;

function recipientOf(row: PersonRow, reason: MailReason): Recipient {
  return {
    key: row.person_id,
    personId: row.person_id,
    address: row.address,
    name: row.name,
    locale: row.locale,
    timeZone: row.time_zone,
    reason,
  };
}

/** The people who look after the leads of locations (null: of the whole organization), of the transaction's organization. */
export async function listReferralsAdmins(
  tx: Transaction,
  organizationId: string,
): Promise<{ locationId: string | null; recipient: Recipient }[]> {
  const { rows } = await sql<PersonRow & { location_id: string | null }>`
    select distinct m.location_id, ${personColumns}
    from membership m join person p on p.id = m.person_id
    where m.organization_id = ${organizationId} and m.role = 'referrals-admin' and p.disabled_at is null
    order by p.id`.execute(tx);
  return rows.map((row) => ({
    locationId: row.location_id,
    recipient: recipientOf(row, row.location_id === null ? 'organization-admin' : 'location-admin'),
  }));
}

/** Whoever runs the installation; the transaction must work for the operator's organization. */
export async function listOperatorAdmins(tx: Transaction, organizationId: string): Promise<Recipient[]> {
  const { rows } = await sql<PersonRow>`
    select distinct ${personColumns}
    from membership m join person p on p.id = m.person_id
    where m.organization_id = ${organizationId} and m.role = 'operator-admin' and m.location_id is null
      and p.disabled_at is null
    order by p.id`.execute(tx);
  return rows.map((row) => recipientOf(row, 'operator'));
}

export async function getOperatorOrganizationId(tx: Transaction): Promise<string | undefined> {
  const row = await tx
    .selectFrom('organization')
    .select('id')
    .where('kind', '=', 'operator')
    .executeTakeFirst();
  return row?.id;
}

/** The contacts of the public pages of locations (NT-1); those with an account in the organization as that person. */
export async function listProfileContacts(
  tx: Transaction,
  organizationId: string,
): Promise<{ locationId: string; country: string; recipient: Recipient }[]> {
  const { rows } = await sql<{
    location_id: string;
    country: string;
    contact_name: string;
    contact_email: string;
    person_id: string | null;
    person_name: string | null;
    locale: string | null;
    time_zone: string | null;
  }>`
    select pl.location_id, bp.country, pl.contact_name, pl.contact_email,
           p.id as person_id, p.name as person_name, p.locale, p.time_zone
    from profile_location pl
    join business_profile bp on bp.organization_id = pl.organization_id and bp.id = pl.profile_id
    left join person p on lower(p.email) = lower(pl.contact_email) and p.disabled_at is null
      and exists (select from membership m where m.organization_id = pl.organization_id and m.person_id = p.id)
    where pl.organization_id = ${organizationId}
    order by pl.created_at, pl.id`.execute(tx);
  return rows.map((row) => ({
    locationId: row.location_id,
    country: row.country,
    recipient: {
      key: row.person_id ?? row.contact_email.toLowerCase(),
      personId: row.person_id,
      address: row.contact_email,
      name: row.person_name ?? row.contact_name,
      locale: row.locale,
      timeZone: row.time_zone,
      reason: 'profile-contact',
    },
  }));
}

/**
 * People of an organization by id, who are told for the same reason; nobody who left it or whose account is closed.
 * The transaction must work for the organization.
 */
export async function listPeople(
  tx: Transaction,
  organizationId: string,
  personIds: readonly string[],
  reason: MailReason,
): Promise<Recipient[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<PersonRow>`
    select ${personColumns} from person p
    where p.id = any(${[...personIds]}::uuid[]) and p.disabled_at is null
      and exists (select from membership m where m.organization_id = ${organizationId} and m.person_id = p.id)
    order by p.id`.execute(tx);
  return rows.map((row) => recipientOf(row, reason));
}

/** Those of the people who switched the category off. */
export async function listSwitchedOff(
  tx: Db | Transaction,
  personIds: readonly string[],
  category: OptionalMailCategory,
): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await tx
    .selectFrom('mail_preference')
    .select('person_id')
    .where('person_id', 'in', [...personIds])
    .where('category', '=', category)
    .where('by_mail', '=', false)
    .execute();
  return new Set(rows.map((row) => row.person_id));
}
