import { type CompiledQuery, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { Factories } from '../../../test/factories.ts';
import { appRole, inOrganization, type Transaction } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';

/**
 * Tables that carry organization_id but are not a tenant's: a session is found by the hash of its token before
 * anyone is known and belongs to a person; whose publisher id it is, is public, and the application only reads it.
 */
const notTenants = ['publisher', 'session'];

let database: TestDatabase;
let tenants: Table[];
let a: Tenant;
let b: Tenant;
const at = new Date('2026-11-20T10:00:00.000Z');

interface Table {
  name: string;
  secured: boolean;
  firstKey: string;
  /** Columns that can be written. */
  columns: string;
}
interface Tenant {
  organizationId: string;
  personId: string;
}

beforeAll(async () => {
  database = await createTestDatabase();
  a = await makeTenant();
  b = await makeTenant();
  const { rows } = await sql<Table>`
    select c.relname as name, c.relrowsecurity as secured,
      (select k.attname from pg_index i join pg_attribute k on k.attrelid = c.oid and k.attnum = i.indkey[0]
       where i.indrelid = c.oid and i.indisprimary) as "firstKey",
      (select string_agg(quote_ident(w.attname), ', ' order by w.attnum) from pg_attribute w
       where w.attrelid = c.oid and w.attnum > 0 and not w.attisdropped and w.attgenerated = '') as columns
    from pg_class c join pg_attribute t on t.attrelid = c.oid and t.attname = 'organization_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`.execute(
    database.ownerDb,
  );
  tenants = rows.filter(({ name }) => !notTenants.includes(name));
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(notTenants));
});

afterAll(() => database.drop());

/** A partner with at least one row in every tenant table, nothing of it published. */
async function makeTenant(): Promise<Tenant> {
  const make = new Factories(database.ownerDb, () => at);
  const partner = await make.partner();
  const person = await make.person(partner.id, 'referrals-admin');
  const offer = await make.offer(partner, { published_at: null });
  const lead = await make.lead(partner.id);
  await make.teamMember(partner.id, lead, person.id);
  await make.marketplaceKey(partner.id);
  await make.apiToken(partner.id, 'leads:read');
  const own = { organization_id: partner.id };
  const db = database.ownerDb;
  const profile_id = newId();
  await db
    .insertInto('offer_storefront')
    .values({ ...own, offer_id: offer.id, storefront_code: 'AppSource' })
    .execute();
  await db
    .insertInto('business_profile')
    .values({ ...own, id: profile_id, country: 'DE', display_name: 'Profile', created_at: at })
    .execute();
  const contact = { slug: newId(), contact_name: 'Erika', contact_email: 'erika@partner.test' };
  await db
    .insertInto('profile_location')
    .values({ ...own, ...contact, id: newId(), profile_id, location_id: partner.location.id, created_at: at })
    .execute();
  await db
    .insertInto('lead_favorite')
    .values({ ...own, person_id: person.id, lead_id: lead, created_at: at })
    .execute();
  const hash = Buffer.from(newId());
  await db
    .insertInto('intake_receipt')
    .values({
      ...own,
      door: 'api',
      key: hash,
      request_hash: hash,
      lead_id: lead,
      routed: true,
      received_at: at,
    })
    .execute();
  await insertQuarantine(partner.id);
  await insertFindings(partner.id, lead);
  await db
    .insertInto('access_log')
    .values({ ...own, id: newId(), at, actor_name: 'Erika', action: 'lead.read', lead_ids: [lead] })
    .execute();
  return { organizationId: partner.id, personId: person.id };
}

/** What is found out about a lead, and what ratings and lists are made of. */
async function insertFindings(organizationId: string, leadId: string) {
  const db = database.ownerDb;
  const own = { organization_id: organizationId, lead_id: leadId };
  await db
    .insertInto('contact_check')
    .values({ ...own, kind: 'email', evidence: '[]', checked_at: at })
    .execute();
  await db
    .insertInto('spam_report')
    .values({ ...own, address: 'pest@pest.test', reported_at: at, reporter_name: 'Erika' })
    .execute();
  await db
    .insertInto('lead_rating')
    .values({
      ...own,
      ...{
        snapshot: '{}',
        quality: 'High',
        probability: 0.5,
        basis: 'prior',
        basis_words: 'By assumptions.',
      },
      ...{ reasons: '{}', rated_at: at },
    })
    .execute();
  const other = await new Factories(db, () => at).lead(organizationId);
  const [lead_id, other_lead_id] = [leadId, other].toSorted();
  await db
    .insertInto('duplicate_decision')
    .values({
      ...{ organization_id: organizationId, lead_id: lead_id ?? '', other_lead_id: other_lead_id ?? '' },
      ...{ decision: 'linked', decided_at: at, decided_by_name: 'Erika' },
    })
    .execute();
  await db
    .insertInto('rating_model')
    .values({
      ...{ organization_id: organizationId, id: newId(), basis: 'organization', model: '{}' },
      ...{ reason: 'First.', in_force: true, trained_at: at },
    })
    .execute();
  await db
    .insertInto('contact_mark')
    .values({
      ...{ organization_id: organizationId, id: newId(), list: 'block', kind: 'address' },
      ...{ value: `${newId()}@pest.test`, source: 'operator', created_at: at },
    })
    .execute();
}

/** What protects public forms; the quarantine is the operator's, but its tables hold for any organization. */
async function insertQuarantine(organizationId: string) {
  const db = database.ownerDb;
  const own = { organization_id: organizationId, id: newId() };
  await db
    .insertInto('suspected_submission')
    .values({
      ...own,
      ...{ state: 'suspected', door: 'offer-page', partner_id: organizationId, page_title: 'Offer' },
      ...{ page_path: '/o/x.y', signals: ['too-quick'], word_numbers: [1], lead: '{}', received_at: at },
      ...{ request_key: Buffer.from('key'), request_hash: Buffer.from('hash') },
    })
    .execute();
  await db
    .insertInto('quarantine_word')
    .values({ organization_id: organizationId, number: 1, spam: 1 })
    .execute();
  await db
    .insertInto('form_use')
    .values({
      organization_id: organizationId,
      form_key: newId(),
      content_hash: Buffer.from('hash'),
      expires_at: at,
    })
    .execute();
}

async function count(tx: Transaction | TestDatabase['db'], table: string, organizationId?: string) {
  const where = organizationId === undefined ? sql`` : sql`where organization_id = ${organizationId}`;
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} ${where}`.execute(
    tx,
  );
  return rows[0]?.n;
}

/** What happens when the tenant tries it: how many rows, or the code of the refusal. Nothing of it stays. */
async function attempt(tenant: Tenant, statement: CompiledQuery | ReturnType<typeof sql>) {
  class Undo extends Error {}
  let outcome: unknown;
  try {
    await inOrganization(database.db, tenant, async (tx) => {
      const query = 'compile' in statement ? statement.compile(tx) : statement;
      const result = await tx.executeQuery(query);
      outcome = Number(result.numAffectedRows);
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) outcome = (error as { code?: string }).code;
  }
  return outcome;
}

const refused = '42501';
const appendOnly = ['access_log', 'lead_event'];

describe('the second wall of tenancy: row-level security', () => {
  it('ID-2 stands on every table that has organization_id, which comes first in its key', () => {
    expect(tenants.length).toBeGreaterThan(12);
    for (const { name, secured, firstKey } of tenants) {
      expect({ name, secured, firstKey }).toEqual({ name, secured: true, firstKey: 'organization_id' });
    }
  });

  it('ID-2 the references between tenant tables carry the organization', async () => {
    const { rows } = await sql<{ constraint: string }>`
      select f.conname as constraint from pg_constraint f
      where f.contype = 'f' and f.conrelid = any(${tenants.map(({ name }) => name)}::text[]::regclass[])
        and f.confrelid = any(${tenants.map(({ name }) => name)}::text[]::regclass[])
        and (select attname from pg_attribute where attrelid = f.conrelid and attnum = f.conkey[1]) <> 'organization_id'`.execute(
      database.ownerDb,
    );
    expect(rows).toEqual([]);
  });

  it('ID-2 this test has rows of both tenants in every table (a new table: make one in makeTenant)', async () => {
    for (const { name } of tenants)
      for (const { organizationId } of [a, b])
        expect(await count(database.ownerDb, name, organizationId), name).toBeGreaterThan(0);
  });

  it('ID-2 without a tenant nothing is visible', async () => {
    for (const { name } of tenants) expect(await count(database.db, name), name).toBe(0);
  });

  it('ID-2 a tenant sees its own rows and nobody else’s', async () => {
    for (const { name } of tenants) {
      await inOrganization(database.db, { organizationId: a.organizationId }, async (tx) => {
        expect(await count(tx, name, a.organizationId), name).toBeGreaterThan(0);
        expect(await count(tx, name), name).toBe(await count(database.ownerDb, name, a.organizationId));
      });
    }
  });

  it('ID-2 the tenant of one transaction is forgotten by the next on the same connection', async () => {
    const client = await database.pool.connect();
    await client.query('begin');
    await client.query("select set_config('leadlight.organization_id', $1, true)", [a.organizationId]);
    expect((await client.query('select id from lead')).rowCount).toBe(2);
    await client.query('commit');
    expect((await client.query('select id from lead')).rowCount).toBe(0);
    client.release();
  });

  it('ID-2 a tenant changes and deletes nothing of another', async () => {
    for (const { name } of tenants) {
      const table = sql.table(name);
      const expected = appendOnly.includes(name) ? refused : 0;
      const update = sql`update ${table} set organization_id = organization_id where organization_id = ${b.organizationId}`;
      expect(await attempt(a, update), `update ${name}`).toBe(expected);
      const remove = sql`delete from ${table} where organization_id = ${b.organizationId}`;
      expect(await attempt(a, remove), `delete ${name}`).toBe(expected);
    }
  });

  it('ID-2 a tenant inserts nothing for another, and moves nothing there', async () => {
    for (const { name, columns } of tenants) {
      const table = sql.table(name);
      const { rows } = await sql<{ row: string }>`
        select to_jsonb(t)::text as row from ${table} t where organization_id = ${b.organizationId} limit 1`.execute(
        database.ownerDb,
      );
      const insert = sql`insert into ${table} (${sql.raw(columns)}) overriding system value
        select ${sql.raw(columns)} from jsonb_populate_record(null::${table}, ${rows[0]?.row}::jsonb)`;
      expect(await attempt(a, insert), `insert into ${name}`).toBe(refused);
      const move = sql`update ${table} set organization_id = ${b.organizationId} where organization_id = ${a.organizationId}`;
      expect(await attempt(a, move), `move ${name}`).toBe(refused);
    }
  });

  it('ID-1 a person whose organization is not known yet sees their own memberships only', async () => {
    const other = { organizationId: '', personId: a.personId };
    await inOrganization(database.db, other, async (tx) => {
      const { rows } = await sql<{ person_id: string }>`select person_id from membership`.execute(tx);
      expect(rows).toEqual([{ person_id: a.personId }]);
      expect(await count(tx, 'lead')).toBe(0);
    });
  });

  it.each(appendOnly)('ID-7, LC-9 %s is only ever appended, also by its own tenant', async (name) => {
    const own = sql`where organization_id = ${a.organizationId}`;
    expect(await attempt(a, sql`update ${sql.table(name)} set at = at ${own}`)).toBe(refused);
    expect(await attempt(a, sql`delete from ${sql.table(name)} ${own}`)).toBe(refused);
    expect(await attempt(a, sql`truncate ${sql.table(name)}`)).toBe(refused);
  });

  it('ID-2 what belongs to the installation is not changed by the application', async () => {
    for (const name of ['installation', 'organization', 'publisher', 'storefront']) {
      expect(await attempt(a, sql`delete from ${sql.table(name)}`), name).toBe(refused);
      expect(await attempt(a, sql`insert into ${sql.table(name)} default values`), name).toBe(refused);
    }
  });
});

describe('the role of the application', () => {
  it('ID-2 is neither superuser nor above row-level security, and owns nothing', async () => {
    const { rows } = await sql<object>`
      select current_user::text as name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
        (select count(*) from pg_shdepend where refobjid = r.oid and deptype = 'o') as owned
      from pg_roles r where rolname = current_user`.execute(database.db);
    expect(rows).toEqual([
      {
        ...{ name: appRole, rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false },
        ...{ rolcanlogin: false, owned: 0 },
      },
    ]);
  });

  it('ID-2 makes no tables, and does not look into the queue of jobs', async () => {
    expect(await attempt(a, sql`create table mine (id int)`)).toBe(refused);
    expect(await attempt(a, sql`select 1 from graphile_worker._private_jobs`)).toBe(refused);
    expect(await attempt(a, sql`alter table lead disable row level security`)).toBe(refused);
  });

  it('ID-2 functions that look as the owner fix their search path and are nobody else’s to call', async () => {
    const { rows } = await sql<{ name: string; config: string[] | null; everybody: boolean }>`
      select p.proname as name, p.proconfig as config, has_function_privilege('public', p.oid, 'execute') as everybody
      from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef`.execute(database.ownerDb);
    expect(rows.length).toBeGreaterThan(4);
    for (const { name, config, everybody } of rows) {
      expect(config, name).toEqual([expect.stringMatching(/^search_path=pg_catalog, public, pg_temp$/)]);
      expect(everybody, name).toBe(false);
    }
  });
});
