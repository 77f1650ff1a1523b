import { type RawBuilder, sql } from 'kysely';
import type { Role } from '../../../../contract/identity/lists.ts';
import type { MailReason, OptionalMailCategory, UntoldReason } from '../../../../contract/mail/lists.ts';
import type { Db, Transaction } from '../../../platform/database/database.ts';
import { leadReaders, leadSenders, leadWorkers } from '../../identity/index.ts';
import type { MailRecipient } from '../../mail/index.ts';

/** Someone who is told, and why. */
export interface Recipient extends MailRecipient {
  /** Their key in the ledger: the person, or the address of someone without an account. */
  readonly key: string;
  readonly reason: MailReason;
}

/** Whether a key of the ledger is a person's, not the address of someone without an account. */
export const isId = (key: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(key);

interface PersonRow {
  person_id: string;
  address: string;
  name: string;
  locale: string | null;
  time_zone: string | null;
}

/** People who chose no time zone get that of the organization's working calendar. */
const personColumns = sql`p.id as person_id, p.email as address, p.name, p.locale,
  coalesce(p.time_zone, (select c.time_zone from working_calendar c where c.organization_id = m.organization_id)) as time_zone`;

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

/** Someone who looks after leads, or after the accounts of those who could; null: the whole organization. */
export interface Staff {
  readonly locationId: string | null;
  readonly role: 'referrals-admin' | 'account-admin';
  /** false: email to their address comes back */
  readonly isReachable: boolean;
  readonly recipient: Recipient;
}

/** The Referrals admins and Account admins of the transaction's organization whose accounts are open. */
export function listStaff(tx: Transaction, organizationId: string): Promise<Staff[]> {
  const known = staffOf.get(tx) ?? new Map<string, Promise<Staff[]>>();
  staffOf.set(tx, known);
  const staff = known.get(organizationId) ?? readStaff(tx, organizationId);
  known.set(organizationId, staff);
  return staff;
}

/** Cached per transaction: the emails of a batch go to the same people. */
const staffOf = new WeakMap<Transaction, Map<string, Promise<Staff[]>>>();

async function readStaff(tx: Transaction, organizationId: string): Promise<Staff[]> {
  const { rows } = await sql<
    PersonRow & { location_id: string | null; role: Staff['role']; reachable: boolean }
  >`
    select distinct m.location_id, m.role, p.email_refused_at is null as reachable, ${personColumns}
    from membership m join person p on p.id = m.person_id
    where m.organization_id = ${organizationId} and m.role in ('referrals-admin', 'account-admin')
      and p.disabled_at is null
    order by p.id`.execute(tx);
  return rows.map((row) => ({
    locationId: row.location_id,
    role: row.role,
    isReachable: row.reachable,
    recipient: recipientOf(row, reasonOfStaff(row)),
  }));
}

function reasonOfStaff({
  role,
  location_id,
}: {
  role: Staff['role'];
  location_id: string | null;
}): MailReason {
  if (role === 'account-admin') return role;
  return location_id === null ? 'organization-admin' : 'location-admin';
}

/** People by their ids, as followers of views; whether email reaches them. */
export async function listFollowers(
  tx: Transaction,
  organizationId: string,
  personIds: readonly string[],
): Promise<{ readonly recipient: Recipient; readonly isReachable: boolean }[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<PersonRow & { reachable: boolean }>`
    select distinct p.email_refused_at is null as reachable, ${personColumns}
    from membership m join person p on p.id = m.person_id
    where m.organization_id = ${organizationId} and p.id = any(${[...personIds]}::uuid[])
      and p.disabled_at is null`.execute(tx);
  return rows.map((row) => ({
    recipient: recipientOf(row, 'view-follower'),
    isReachable: row.reachable,
  }));
}

/** The operator's admins; the transaction must work for the operator's organization. */
export async function listOperatorAdmins(tx: Transaction, organizationId: string): Promise<Recipient[]> {
  const { rows } = await sql<PersonRow>`
    select distinct ${personColumns}
    from membership m join person p on p.id = m.person_id
    where m.organization_id = ${organizationId} and m.role = 'operator-admin' and m.location_id is null
      and p.disabled_at is null
    order by p.id`.execute(tx);
  return rows.map((row) => recipientOf(row, 'operator'));
}

/**
 * Who is told in place of a sender who left: the people of the sender's organization who run the installation, or look
 * after the leads or the accounts. The transaction must work for it.
 */
export async function listInPlaceOfSender(tx: Transaction, organizationId: string): Promise<Recipient[]> {
  const { rows } = await sql<PersonRow & { rank: number }>`
    select distinct ${personColumns},
           case m.role when 'operator-admin' then 1 when 'referrals-admin' then 2 else 3 end as rank
    from membership m join person p on p.id = m.person_id
    where m.organization_id = ${organizationId} and m.location_id is null
      and m.role in ('operator-admin', 'referrals-admin', 'account-admin')
      and p.disabled_at is null and p.email_refused_at is null
    order by rank, p.id`.execute(tx);
  return rows.filter((row) => row.rank === rows[0]?.rank).map((row) => recipientOf(row, 'sender-left'));
}

/** The contact of a public page of a location. */
export interface ProfileContact {
  readonly locationId: string;
  readonly country: string;
  /** Why they are not told; null: they are, if only at a mailbox that belongs to no account */
  readonly barred: Extract<UntoldReason, 'left-organization' | 'account-disabled' | 'address-refused'> | null;
  readonly recipient: Recipient;
}

/** Someone whom a lead's offer names. */
export interface OfferContact extends Pick<ProfileContact, 'barred' | 'recipient'> {
  readonly offerId: string;
}

interface ContactRow {
  contact_name: string;
  contact_email: string;
  person_id: string | null;
  address: string | null;
  person_name: string | null;
  locale: string | null;
  time_zone: string | null;
  disabled: boolean | null;
  refused: boolean | null;
  left_id: string | null;
}

/**
 * Contacts that somebody wrote down, in that order: those with an account in the organization as that person, even if
 * they changed their address since.
 * @param written rows with `organization_id`, `contact_name`, `contact_email`, their `place`, and what else is asked for
 */
async function findContacts<More>(
  tx: Transaction,
  written: RawBuilder<unknown>,
): Promise<(More & ContactRow)[]> {
  const { rows } = await sql<More & ContactRow>`
    select w.*, p.id as person_id, p.email as address, p.name as person_name, p.locale,
           p.disabled_at is not null as disabled, p.email_refused_at is not null as refused,
           former.person_id as left_id,
           coalesce(p.time_zone, (select c.time_zone from working_calendar c where c.organization_id = w.organization_id)) as time_zone
    from (${written}) w
    left join former_address former
      on former.organization_id = w.organization_id and former.address = lower(w.contact_email)
    left join lateral (
      select known.id, known.email, known.name, known.locale, known.time_zone, known.disabled_at, known.email_refused_at
      from person known
      where (lower(known.email) = lower(w.contact_email) or known.id = former.person_id)
        and exists (select from membership m where m.organization_id = w.organization_id and m.person_id = known.id)
      order by lower(known.email) = lower(w.contact_email) desc limit 1) p on true
    order by w.place`.execute(tx);
  return rows;
}

function contactOf(row: ContactRow, reason: MailReason): Pick<ProfileContact, 'barred' | 'recipient'> {
  return {
    barred: findBar(row),
    recipient: {
      key: row.person_id ?? row.left_id ?? row.contact_email.toLowerCase(),
      personId: row.person_id ?? row.left_id,
      address: row.address ?? row.contact_email,
      name: row.person_name ?? row.contact_name,
      locale: row.locale,
      timeZone: row.time_zone,
      reason,
    },
  };
}

/** The contacts on the public pages of locations (NT-1). */
export async function listProfileContacts(
  tx: Transaction,
  organizationId: string,
): Promise<ProfileContact[]> {
  const rows = await findContacts<{ location_id: string; country: string }>(
    tx,
    sql`
    select pl.organization_id, pl.location_id, bp.country, pl.contact_name, pl.contact_email,
           row_number() over (order by pl.created_at, pl.id) as place
    from profile_location pl
    join business_profile bp on bp.organization_id = pl.organization_id and bp.id = pl.profile_id
    where pl.organization_id = ${organizationId}`,
  );
  return rows.map((row) => ({
    locationId: row.location_id,
    country: row.country,
    ...contactOf(row, 'profile-contact'),
  }));
}

/** Those whom published offers name to be told about their leads (OF-2). */
export async function listOfferContacts(
  tx: Transaction,
  organizationId: string,
  offerIds: readonly string[],
): Promise<OfferContact[]> {
  if (offerIds.length === 0) return [];
  const rows = await findContacts<{ offer_id: string }>(
    tx,
    sql`
    select oc.organization_id, oc.offer_id, oc.address as contact_name, oc.address as contact_email, oc.place
    from offer_contact oc
    where oc.organization_id = ${organizationId} and oc.offer_id = any(${[...offerIds]}::uuid[])`,
  );
  return rows.map((row) => ({ offerId: row.offer_id, ...contactOf(row, 'offer-contact') }));
}

function findBar(row: ContactRow): ProfileContact['barred'] {
  if (row.person_id === null) return row.left_id === null ? null : 'left-organization';
  if (row.disabled) return 'account-disabled';
  return row.refused ? 'address-refused' : null;
}

/** Why someone of an organization is told nothing at all any more. */
export type Absence = Extract<UntoldReason, 'left-organization' | 'account-disabled'>;

/** How a person is absent from the transaction's organization; undefined: they belong to it, with an open account. */
export async function findAbsence(
  tx: Transaction,
  organizationId: string,
  personId: string,
): Promise<Absence | undefined> {
  const { rows } = await sql<{ disabled: boolean }>`
    select p.disabled_at is not null as disabled from person p
    where p.id = ${personId}
      and exists (select from membership m where m.organization_id = ${organizationId} and m.person_id = p.id)`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) return 'left-organization';
  return row.disabled ? 'account-disabled' : undefined;
}

/** Those of the people who can see a lead of that location as team members, with open accounts (ID-1, ID-2). */
export function listTeamMates(
  tx: Transaction,
  organizationId: string,
  personIds: readonly string[],
  locationId: string | null,
): Promise<Recipient[]> {
  return listPeople(tx, organizationId, personIds, { roles: leadReaders, locationId, reason: 'team-added' });
}

/** Those of the people who can see and work a lead of that location as its owner, with open accounts (ID-1, ID-2). */
export function listOwners(
  tx: Transaction,
  organizationId: string,
  personIds: readonly string[],
  locationId: string | null,
): Promise<Recipient[]> {
  return listPeople(tx, organizationId, personIds, { roles: leadWorkers, locationId, reason: 'assigned' });
}

/** Those of the people who read leads of that location, with open accounts, as people who were mentioned. */
export function listMentioned(
  tx: Transaction,
  organizationId: string,
  personIds: readonly string[],
  locationId: string | null,
): Promise<Recipient[]> {
  return listPeople(tx, organizationId, personIds, { roles: leadReaders, locationId, reason: 'mentioned' });
}

/** The sender of a lead, as long as they send leads for the transaction's organization. */
export function listSenders(tx: Transaction, organizationId: string, personId: string): Promise<Recipient[]> {
  return listPeople(tx, organizationId, [personId], {
    roles: leadSenders,
    locationId: null,
    reason: 'lead-sender',
  });
}

async function listPeople(
  tx: Transaction,
  organizationId: string,
  personIds: readonly string[],
  { roles, locationId, reason }: { roles: readonly Role[]; locationId: string | null; reason: MailReason },
): Promise<Recipient[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<PersonRow>`
    select distinct ${personColumns} from membership m join person p on p.id = m.person_id
    where m.organization_id = ${organizationId} and p.id = any(${[...personIds]}::uuid[]) and p.disabled_at is null
      and m.role = any(${[...roles]}::text[]) and (m.location_id is null or m.location_id = ${locationId})
    order by p.id`.execute(tx);
  return rows.map((row) => recipientOf(row, reason));
}

/** Those of the people who turned the category off, whichever organization is set: for the worker. */
export async function unscopedListSwitchedOff(
  tx: Db | Transaction,
  personIds: readonly string[],
  category: OptionalMailCategory,
): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const { rows } = await sql<{ person_id: string }>`
    select list_switched_off as person_id from list_switched_off(${[...personIds]}::uuid[], ${category})`.execute(
    tx,
  );
  return new Set(rows.map((row) => row.person_id));
}
