import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../../test/database.ts';
import { Factories } from '../../../test/factories.ts';
import { ownerFunctions, tables, unreadable } from '../../../test/wall-catalogue.ts';
import { hashSecret, newId } from '../ids.ts';
import { appRole, asPerson, type Db, inOrganization, type Transaction, workerRole } from './database.ts';

const at = new Date('2026-11-20T10:00:00.000Z');
const refused = '42501';

const database = useTestDatabase();

/** Two competitors; Robin works for both, Ada and Bert for one each. */
let contoso: { id: string };
let fabrikam: { id: string };
let people: Record<'ada' | 'bert' | 'robin', { id: string; name: string; email: string }>;
let sessions: Record<'ada' | 'bert' | 'robin', string>;

beforeAll(async () => {
  const make = new Factories(database.ownerDb, () => at);
  contoso = await make.partner('Contoso');
  fabrikam = await make.partner('Fabrikam');
  people = {
    ada: await make.person(contoso.id, 'referrals-admin'),
    bert: await make.person(fabrikam.id, 'referrals-admin'),
    robin: await make.person(contoso.id, 'referrals-user'),
  };
  await make.join(people.robin.id, fabrikam.id, 'account-admin');
  sessions = {
    ada: await makeSession(people.ada.id, contoso.id),
    bert: await makeSession(people.bert.id, fabrikam.id),
    robin: await makeSession(people.robin.id, contoso.id),
  };
  for (const { id } of Object.values(people))
    await database.ownerDb
      .insertInto('mail_preference')
      .values({ person_id: id, category: 'reminders', by_mail: false, changed_at: at })
      .execute();
});

async function makeSession(personId: string, organizationId: string): Promise<string> {
  const id = newId();
  await database.ownerDb
    .insertInto('session')
    .values({
      ...{ id, token_hash: hashSecret(id), person_id: personId, organization_id: organizationId },
      ...{ created_at: at, last_seen_at: at, expires_at: new Date(at.getTime() + 3_600_000) },
    })
    .execute();
  return id;
}

/** The error code with which the database refuses; undefined when it does not. */
async function refusalOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

describe('ID-2 the catalogue of the wall', () => {
  it('lists every table, and each has the wall that is written there', async () => {
    const { rows } = await sql<{ name: string; secured: boolean; policies: string | null }>`
      select c.relname as name, c.relrowsecurity as secured,
             (select string_agg(pg_get_expr(p.polqual, p.polrelid), ' ') from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname not like 'kysely\\_%'
      order by c.relname`.execute(database.ownerDb);
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(tables).sort());
    for (const { name, secured, policies } of rows) {
      const wall = tables[name];
      expect(secured, `${name}: row-level security`).toBe(typeof wall === 'string');
      if (wall === 'organization')
        expect(policies, name).toContain('organization_id = current_organization_id()');
      if (wall === 'person') expect(policies, name).toContain('= current_person_id()');
    }
  });

  it('lists every function that looks as the owner, and who may call it', async () => {
    const { rows } = await sql<{ name: string; app: boolean; worker: boolean; everybody: boolean }>`
      select p.proname as name, has_function_privilege(${appRole}, p.oid, 'execute') as app,
             has_function_privilege(${workerRole}, p.oid, 'execute') as worker,
             exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0) as everybody
      from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef order by p.proname`.execute(
      database.ownerDb,
    );
    const found = rows.map(({ name, app, worker, everybody }) => ({
      name,
      for: everybody ? 'everybody' : app ? 'application' : worker ? 'worker' : 'nobody',
    }));
    const listed = Object.entries(ownerFunctions).map(([name, entry]) => ({ name, for: entry.for }));
    expect(found).toEqual(listed.sort((one, other) => (one.name < other.name ? -1 : 1)));
  });

  it('has no function that looks among temporary tables first', async () => {
    const { rows } = await sql<{ name: string }>`
      select p.proname as name from pg_proc p, unnest(p.proconfig) setting
      where p.pronamespace = 'public'::regnamespace and setting like 'search\\_path=%' and setting not like '%, pg\\_temp'`.execute(
      database.ownerDb,
    );
    expect(rows).toEqual([]);
  });

  it('lets no temporary table of the caller stand in for one of ours', async () => {
    const leadId = await new Factories(database.ownerDb, () => at).lead(contoso.id);
    const order = await inOrganization(database.db, { organizationId: contoso.id }, async (tx) => {
      await sql`create temporary table lead_lookup (mine integer) on commit drop`.execute(tx);
      await tx.updateTable('lead').set({ customer_name: 'Renamed' }).where('id', '=', leadId).execute();
      const { rows } = await sql<{ found: string }>`
        select customer_order as found from public.lead_lookup where lead_id = ${leadId}`.execute(tx);
      return rows[0]?.found;
    });
    expect(order).toContain('Renamed');
  });

  it('lets the worker do what the application may', async () => {
    const { rows } = await sql<{ inherits: boolean; becomes: boolean }>`
      select pg_has_role(${workerRole}, ${appRole}, 'usage') as inherits,
             pg_has_role(${appRole}, ${workerRole}, 'member') as becomes`.execute(database.ownerDb);
    expect(rows).toEqual([{ inherits: true, becomes: false }]);
  });

  it.each(Object.entries(unreadable).flatMap(([table, columns]) => columns.map((column) => [table, column])))(
    'hides %s.%s from the application and the worker',
    async (table, column) => {
      for (const db of [database.db, database.workerDb]) {
        const reading = sql`select ${sql.ref(column)} from ${sql.table(table)}`.execute(db);
        expect(await refusalOf(reading)).toBe(refused);
        const whole = sql`select * from ${sql.table(table)}`.execute(db);
        expect(await refusalOf(whole)).toBe(refused);
      }
    },
  );
});

describe('ID-2 sessions', () => {
  const inContoso = <T>(work: (tx: Transaction) => Promise<T>) =>
    inOrganization(database.db, { organizationId: contoso.id, personId: people.ada.id }, work);

  it('of other people are not seen, whichever organization is set', async () => {
    const seen = (tx: Transaction) => tx.selectFrom('session').select('id').orderBy('id').execute();
    expect(await inContoso(seen)).toEqual([{ id: sessions.ada }]);
    expect(await inOrganization(database.db, { organizationId: fabrikam.id }, seen)).toEqual([]);
    expect(await asPerson(database.db, people.robin.id, seen)).toEqual([{ id: sessions.robin }]);
    expect(await database.db.selectFrom('session').select('id').execute()).toEqual([]);
  });

  it.each([
    ['moved', (tx: Transaction) => sql`update session set organization_id = ${contoso.id}`.execute(tx)],
    ['ended', (tx: Transaction) => sql`update session set revoked_at = now()`.execute(tx)],
    ['prolonged', (tx: Transaction) => sql`update session set expires_at = 'infinity'`.execute(tx)],
  ])('of other people are not %s', async (_what, change) => {
    const before = await database.ownerDb
      .selectFrom('session')
      .selectAll()
      .where('id', '<>', sessions.ada)
      .execute();
    await inContoso(async (tx) => expect(Number((await change(tx)).numAffectedRows)).toBe(1));
    const after = await database.ownerDb
      .selectFrom('session')
      .selectAll()
      .where('id', '<>', sessions.ada)
      .execute();
    expect(after).toEqual(before);
    await database.ownerDb
      .updateTable('session')
      .set({ revoked_at: null, organization_id: contoso.id, expires_at: new Date(at.getTime() + 3_600_000) })
      .where('id', '=', sessions.ada)
      .execute();
  });

  it('are deleted by nobody, change hands never, and are made for oneself only', async () => {
    expect(await refusalOf(inContoso((tx) => tx.deleteFrom('session').execute()))).toBe(refused);
    const taking = sql`update session set person_id = ${people.ada.id}`;
    expect(await refusalOf(inContoso((tx) => taking.execute(tx)))).toBe(refused);
    const forged = {
      token_hash: Buffer.from('forged'),
      person_id: people.bert.id,
      organization_id: fabrikam.id,
    };
    const making = inContoso((tx) =>
      tx
        .insertInto('session')
        .values({ ...forged, id: newId(), created_at: at, last_seen_at: at, expires_at: at })
        .execute(),
    );
    expect(await refusalOf(making)).toBe(refused);
  });
});

describe('ID-2 people', () => {
  const namesIn = (organizationId: string, db: Db = database.db) =>
    inOrganization(db, { organizationId }, async (tx) =>
      (await tx.selectFrom('person').select('name').orderBy('name').execute()).map(({ name }) => name),
    );

  it('of another organization are not seen; those of both are seen by both', async () => {
    const { ada, bert, robin } = people;
    expect(await namesIn(contoso.id)).toEqual([ada.name, robin.name].sort());
    expect(await namesIn(fabrikam.id)).toEqual([bert.name, robin.name].sort());
    expect(await namesIn(newId())).toEqual([]);
    expect(await namesIn(contoso.id, database.workerDb)).toEqual([ada.name, robin.name].sort());
  });

  it('change themselves and no colleague', async () => {
    await inOrganization(database.db, { organizationId: contoso.id, personId: people.ada.id }, async (tx) => {
      const result = await tx.updateTable('person').set({ time_zone: 'Europe/Rome' }).executeTakeFirst();
      expect(Number(result.numUpdatedRows)).toBe(1);
    });
    const changed = await database.ownerDb
      .selectFrom('person')
      .select('id')
      .where('time_zone', 'is not', null)
      .execute();
    expect(changed).toEqual([{ id: people.ada.id }]);
  });

  it('set their own password, and nobody else’s; without a person nothing is set', async () => {
    const hashes = () =>
      database.ownerDb.selectFrom('person').select(['id', 'password_hash']).orderBy('id').execute();
    const before = await hashes();
    await asPerson(database.db, people.ada.id, (tx) => sql`select replace_password('new')`.execute(tx));
    expect(await hashes()).toEqual(
      before.map((row) => (row.id === people.ada.id ? { ...row, password_hash: 'new' } : row)),
    );
    const nobody = inOrganization(database.db, { organizationId: contoso.id }, (tx) =>
      sql`select replace_password('stolen')`.execute(tx),
    );
    expect(await refusalOf(nobody)).toBe(refused);
    const directly = asPerson(database.db, people.ada.id, (tx) =>
      sql`update person set password_hash = 'x'`.execute(tx),
    );
    expect(await refusalOf(directly)).toBe(refused);
  });

  it('who left are still known by name where they worked', async () => {
    const make = new Factories(database.ownerDb, () => at);
    const left = await make.person(contoso.id, 'referrals-user');
    await database.ownerDb.deleteFrom('membership').where('person_id', '=', left.id).execute();
    expect(await namesIn(contoso.id)).toContain(left.name);
    expect(await namesIn(fabrikam.id)).not.toContain(left.name);
  });

  it('keep what they switched off to themselves', async () => {
    const chosen = (personId: string) =>
      inOrganization(database.db, { organizationId: contoso.id, personId }, async (tx) =>
        (await tx.selectFrom('mail_preference').select('person_id').execute()).map((row) => row.person_id),
      );
    expect(await chosen(people.ada.id)).toEqual([people.ada.id]);
    expect(await chosen(newId())).toEqual([]);
    const changing = asPerson(database.db, people.ada.id, (tx) =>
      tx.updateTable('mail_preference').set({ by_mail: true }).executeTakeFirst(),
    );
    expect(Number((await changing).numUpdatedRows)).toBe(1);
  });

  it('keep their quiet hours to themselves', async () => {
    const hours = { weekends: true, except_hot: true, changed_at: at };
    for (const { id } of Object.values(people))
      await database.ownerDb
        .insertInto('quiet_hours')
        .values({ person_id: id, ...hours })
        .execute();
    const chosen = (personId: string) =>
      asPerson(database.db, personId, async (tx) =>
        (await tx.selectFrom('quiet_hours').select('person_id').execute()).map((row) => row.person_id),
      );
    expect(await chosen(people.ada.id)).toEqual([people.ada.id]);
    expect(await chosen(newId())).toEqual([]);
    const removing = asPerson(database.db, people.ada.id, (tx) =>
      tx.deleteFrom('quiet_hours').executeTakeFirst(),
    );
    expect(Number((await removing).numDeletedRows)).toBe(1);
  });

  it('end only their own links and calendars', async () => {
    const make = new Factories(database.ownerDb, () => at);
    const own = await make.person(contoso.id, 'referrals-user');
    await database.ownerDb
      .insertInto('calendar_feed')
      .values({
        ...{ organization_id: fabrikam.id, id: newId(), person_id: people.bert.id },
        ...{ token_hash: Buffer.from('bert'), created_at: at },
      })
      .execute();
    await asPerson(database.db, own.id, async (tx) => {
      await sql`select end_calendar_feeds(${people.bert.id}, now())`.execute(tx);
      await sql`select replace_account_links(${people.bert.id}, 'verify', now())`.execute(tx);
    });
    const living = await database.ownerDb
      .selectFrom('calendar_feed')
      .select('revoked_at')
      .where('person_id', '=', people.bert.id)
      .execute();
    expect(living).toEqual([{ revoked_at: null }]);
  });
});

describe('ID-2 the worker’s functions', () => {
  const calls: Record<string, string> = {
    claim_expired_leads: "claim_expired_leads(now(), '{}', 1)",
    list_organizations_with_expired: 'list_organizations_with_expired(now())',
    list_organizations_to_remind: 'list_organizations_to_remind(now())',
    list_working_calendars: "list_working_calendars('{}')",
    find_due_digests: 'find_due_digests(now())',
    forget_activities: "forget_activities('2000-01-01')",
    find_quiet_hours: 'find_quiet_hours(gen_random_uuid())',
    forget_bulk_actions: "forget_bulk_actions('2000-01-01')",
    forget_import_rows: "forget_import_rows('2000-01-01', 1)",
    forget_imports: "forget_imports('2000-01-01')",
    forget_stored_files: "forget_stored_files('2000-01-01')",
    forget_unreached_leads: "forget_unreached_leads('2000-01-01')",
    forget_request_receipts: "forget_request_receipts('2000-01-01')",
    forget_lead_presence: "forget_lead_presence('2000-01-01')",
    forget_lead_exports: "forget_lead_exports('2000-01-01')",
    claim_due_mails: 'claim_due_mails(now(), now(), 1)',
    write_expired_leads: "write_expired_leads('{}', '{}', '{}', now(), '{Received}', 'Expired', '[]')",
    release_kept_mails: 'release_kept_mails(now(), now())',
    list_switched_off: "list_switched_off('{}', 'reminders')",
    mark_address_refused: "mark_address_refused(gen_random_uuid(), 'x', now())",
    count_rating_outcomes: 'count_rating_outcomes(now())',
    list_rating_examples: 'list_rating_examples(null, null, null, 1, now())',
    prepare_lead_lookup: 'prepare_lead_lookup(1)',
    list_marked_leads: "list_marked_leads('address', 'x@y.test', null, null, null, 1)",
    list_leads_beyond_ascii: 'list_leads_beyond_ascii(null, null, null, 1)',
  };
  const listed = Object.entries(ownerFunctions).filter(([, entry]) => entry.for === 'worker');

  it.each(listed)('%s answers the worker and refuses the application', async (name) => {
    const call = calls[name] ?? `${name}()`;
    const statement = sql`select * from ${sql.raw(call)}`;
    expect(await refusalOf(statement.execute(database.db))).toBe(refused);
    const asTenant = inOrganization(database.db, { organizationId: contoso.id }, (tx) =>
      statement.execute(tx),
    );
    expect(await refusalOf(asTenant)).toBe(refused);
    expect(await refusalOf(statement.execute(database.workerDb))).toBeUndefined();
  });

  it.each(['set role leadlight_worker', 'set session authorization postgres'])(
    'cannot be had by “%s”',
    async (statement) => {
      expect(await refusalOf(sql.raw(statement).execute(database.db))).toBe(refused);
    },
  );

  it('cannot be had by becoming the owner of the tables', async () => {
    const { rows } = await database.ownerPool.query<{ owner: string }>(
      `select tableowner as owner from pg_tables where tablename = 'lead'`,
    );
    const become = sql.raw(`set role ${rows[0]?.owner}`);
    expect(await refusalOf(become.execute(database.db))).toBe(refused);
  });

  it('cannot be had by going back to whoever logged in', async () => {
    await database.db.connection().execute(async (db) => {
      await sql`reset role`.execute(db);
      const { rows } = await sql<{ name: string }>`select current_user::text as name`.execute(db);
      expect(rows).toEqual([{ name: appRole }]);
      expect(await refusalOf(sql`select password_hash from person`.execute(db))).toBe(refused);
    });
  });
});

describe('ID-2 what only the operator says', () => {
  it.each([
    "mark_returned_mails('a@b.test', null, 'gone', now(), now())",
    `publish_announcement(gen_random_uuid(), '{}', now())`,
    `change_policy('{}')`,
    'list_partner_leads(null, null, null, false, now(), null, null, 10)',
    'find_partner_lead_contact(gen_random_uuid(), gen_random_uuid(), now())',
    'list_partner_lead_events(gen_random_uuid(), gen_random_uuid())',
  ])('%s refuses a partner and whoever is nobody', async (call) => {
    const statement = sql`select ${sql.raw(call)}`;
    expect(await refusalOf(statement.execute(database.db))).toBe(refused);
    for (const { id } of [contoso, fabrikam]) {
      const asPartner = inOrganization(database.db, { organizationId: id }, (tx) => statement.execute(tx));
      expect(await refusalOf(asPartner)).toBe(refused);
    }
  });
});
