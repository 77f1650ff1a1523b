import { type CompiledQuery, sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, useTestDatabase } from '../../../../test/database.ts';
import { type FullTenant, makeFullTenant } from '../../../../test/full-tenant.ts';
import { jobsTable } from '../../../../test/job-queue.ts';
import { useMade } from '../../../../test/made.ts';
import { appRole, inOrganization, type Transaction } from '../../../platform/database/database.ts';

/**
 * Tables that carry organization_id but do not belong to a tenant: a session belongs to its person; publisher ids are
 * public, and the application only reads them; so are addresses of pages and the log of the directory's changes, which
 * their organization alone writes.
 */
const writtenForAll = ['directory_change', 'page_address'];
const notTenants = [...writtenForAll, 'publisher', 'session'];

const database = useTestDatabase();
const a = useMade(() => makeFullTenant(database.ownerDb));
const b = useMade(() => makeFullTenant(database.ownerDb));
let tenants: Table[];

interface Table {
  name: string;
  secured: boolean;
  firstKey: string;
  /** Writable columns. */
  columns: string;
}

beforeAll(async () => {
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

async function count(tx: Transaction | TestDatabase['db'], table: string, organizationId?: string) {
  const where = organizationId === undefined ? sql`` : sql`where organization_id = ${organizationId}`;
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} ${where}`.execute(
    tx,
  );
  return rows[0]?.n;
}

/** The result when the tenant tries it: the number of rows, or the code of the refusal. Everything is rolled back. */
async function attempt(tenant: FullTenant, statement: CompiledQuery | ReturnType<typeof sql>) {
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
const appendOnly = [
  'access_log',
  'lead_event',
  'lead_rerouting',
  'request_receipt',
  'stored_file_part',
  'profile_logo_picture',
];
/** Deleted, but never changed: another logo has another id. */
const neverChanged = ['profile_logo'];
/**
 * Only single columns of these may be changed, and nothing may be deleted: they hold hashes of secrets, or the people
 * an organization knew.
 */
const guarded = ['api_token', 'calendar_feed', 'colleague', 'intake_endpoint'];
/**
 * May be changed but never deleted: when someone last looked, what they chose, what a partner decided, and what a bulk
 * action did.
 */
const onlyMovedOn = [
  'action_center_seen',
  'bulk_action',
  'bulk_action_lead',
  'contact_sharing',
  'desk',
  'lead_import',
  'lead_import_mapping',
];
/** A person's own within the organization: not even colleagues see them. */
const personal = ['desk', 'saved_view_layer'];
/** Maintained by triggers, readable by everyone. */
const derived = ['former_address', 'lead_lookup', 'lead_lookup_task'];
/** For the worker only: the application has no privileges on them at all. */
const workers = ['mail_claim'];
const dbOf = (name: string) => (workers.includes(name) ? database.workerDb : database.db);
const expectedOf = (name: string) =>
  [...appendOnly, ...guarded, ...derived, ...workers].includes(name) ? refused : 0;

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
    for (const { name } of tenants) expect(await count(dbOf(name), name), name).toBe(0);
  });

  it('ID-2 a tenant sees its own rows and nobody else’s', async () => {
    for (const { name } of tenants) {
      await inOrganization(dbOf(name), a, async (tx) => {
        expect(await count(tx, name, a.organizationId), name).toBeGreaterThan(0);
        expect(await count(tx, name), name).toBe(await count(database.ownerDb, name, a.organizationId));
      });
    }
  });

  it('ID-2 what is a person’s own is hidden from colleagues', async () => {
    for (const name of personal)
      await inOrganization(database.db, { ...a, personId: b.personId }, async (tx) => {
        expect(await count(tx, name), name).toBe(0);
      });
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
      const update = sql`update ${table} set organization_id = organization_id where organization_id = ${b.organizationId}`;
      expect(await attempt(a, update), `update ${name}`).toBe(
        neverChanged.includes(name) ? refused : expectedOf(name),
      );
      const removed = onlyMovedOn.includes(name) ? refused : expectedOf(name);
      const remove = sql`delete from ${table} where organization_id = ${b.organizationId}`;
      expect(await attempt(a, remove), `delete ${name}`).toBe(removed);
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

  it.each(writtenForAll)('ID-2 %s is read by everyone, and nobody writes it for another', async (name) => {
    const table = sql.table(name);
    const columns =
      name === 'page_address' ? 'slug, organization_id, page_id, created_at' : 'organization_id, page_id';
    const values =
      name === 'page_address' ? `'free', $org, gen_random_uuid(), now()` : '$org, gen_random_uuid()';
    const insertFor = ({ organizationId }: FullTenant) =>
      sql`insert into ${table} (${sql.raw(columns)}) values (${sql.raw(values.replace('$org', `'${organizationId}'`))})`;
    expect(await attempt(a, insertFor(b))).toBe(refused);
    expect(await attempt(a, insertFor(a))).toBe(1);
    const move = sql`update ${table} set organization_id = ${a.organizationId}`;
    expect(await attempt(a, move)).toBe(refused);
    await inOrganization(database.db, a, async (tx) =>
      expect(await count(tx, name, b.organizationId)).toBeGreaterThan(0),
    );
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
    expect(
      await attempt(a, sql`update ${sql.table(name)} set organization_id = organization_id ${own}`),
    ).toBe(refused);
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
      select current_user::text as name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        (select count(*) from pg_shdepend where refobjid = r.oid and deptype = 'o') as owned
      from pg_roles r where rolname = current_user`.execute(database.db);
    expect(rows).toEqual([
      {
        ...{ name: appRole, rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false },
        owned: 0,
      },
    ]);
  });

  it('ID-2 makes no tables, and does not look into the queue of jobs', async () => {
    expect(await attempt(a, sql`create table mine (id int)`)).toBe(refused);
    expect(await attempt(a, sql`select 1 from ${sql.table(jobsTable)}`)).toBe(refused);
    expect(await attempt(a, sql`alter table lead disable row level security`)).toBe(refused);
  });

  it('ID-2 functions that look as the owner fix their search path and are nobody else’s to call', async () => {
    const { rows } = await sql<{ name: string; config: string[] | null; everybody: boolean }>`
      select p.proname as name, p.proconfig as config, has_function_privilege('public', p.oid, 'execute') as everybody
      from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef`.execute(database.ownerDb);
    expect(rows.length).toBeGreaterThan(4);
    for (const { name, config, everybody } of rows) {
      const otherSettings = config?.filter((one) => one !== 'plan_cache_mode=force_custom_plan');
      expect(otherSettings, name).toEqual(['search_path=pg_catalog, public, pg_temp']);
      expect(everybody, name).toBe(false);
    }
  });
});
