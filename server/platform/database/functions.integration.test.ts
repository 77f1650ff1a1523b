import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { createDatabaseForTest, type TestDatabase } from '../../../test/database.ts';
import { type CopiedSources, copySources, earlierSources } from '../../../test/database-sources.ts';
import { describeFunctions } from '../../../test/describe-functions.ts';
import { createLogger } from '../log.ts';
import { paths } from '../paths.ts';
import { appRole, createPool } from './database.ts';
import { MigrationError, migrateToLatest } from './migrate.ts';

let database: TestDatabase;
let sources: CopiedSources;
const nothing = { migrations: [], functions: [] };

beforeEach(async () => {
  [database, sources] = await Promise.all([createDatabaseForTest(), copySources()]);
});
afterEach(() => sources.remove());

const fileOf = (name: string) => join(sources.functions, `${name}.sql`);
const readFunction = (name: string) => readFile(join(paths.functions, `${name}.sql`), 'utf8');
const migrate = (to = sources) => migrateToLatest(database.ownerPool, to);

/** Every function of ours, with the transaction that last created it. */
async function listMade(pool: pg.Pool = database.ownerPool): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ name: string; made: string }>(
    `select proname as name, string_agg(xmin::text, ' ') as made from pg_proc p
     where pronamespace = 'public'::regnamespace
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
     group by proname order by proname collate "C"`,
  );
  return Object.fromEntries(rows.map(({ name, made }) => [name, made]));
}

const changedBetween = (before: Record<string, string>, after: Record<string, string>) =>
  Object.keys(after).filter((name) => after[name] !== before[name]);

describe('the function files', () => {
  it('that changed are made again at the next start, all others are not touched', async () => {
    const before = await listMade();
    expect(await migrate()).toEqual(nothing);
    expect(await listMade()).toEqual(before);
    await appendFile(fileOf('trigram_text'), "comment on function trigram_text is 'changed';\n");
    expect(await migrate()).toEqual({ migrations: [], functions: ['trigram_text'] });
    expect(changedBetween(before, await listMade())).toEqual(['trigram_text']);
    const { rows } = await database.ownerPool.query(
      `select obj_description('trigram_text'::regproc) as said`,
    );
    expect(rows).toEqual([{ said: 'changed' }]);
    expect(await migrate()).toEqual(nothing);
  });

  it('that are broken are named, and everything stays as it was, migrations too', async () => {
    const before = await listMade();
    await writeFile(join(sources.migrations, '9000-later.sql'), 'create table later ();');
    await appendFile(fileOf('claim_due_mails'), "comment on function claim_due_mails is 'changed';\n");
    await appendFile(fileOf('trigram_text'), 'select no_such_thing();\n');
    const failing = migrate();
    await expect(failing).rejects.toThrow(MigrationError);
    await expect(failing).rejects.toThrow(
      /\(functions\/trigram_text\.sql\): function no_such_thing\(\) does not exist/,
    );
    expect(await listMade()).toEqual(before);
    const { rows } = await database.ownerPool.query(`select to_regclass('later') as later`);
    expect(rows).toEqual([{ later: null }]);
    expect(await migrateToLatest(database.ownerPool, paths)).toEqual(nothing);
  });

  it('are made once when several processes start at once', async () => {
    for (const name of ['trigram_text', 'store_leads']) await appendFile(fileOf(name), '\n-- changed\n');
    const ran = await Promise.all([1, 2, 3].map(() => migrate()));
    expect(ran.flatMap(({ functions }) => functions).toSorted()).toEqual(['store_leads', 'trigram_text']);
  });

  it('of an earlier version that starts again are put back, as long as no migration came', async () => {
    await appendFile(fileOf('trigram_text'), '\n-- later\n');
    await migrate();
    expect((await migrateToLatest(database.ownerPool, paths)).functions).toEqual(['trigram_text']);
    await writeFile(join(sources.migrations, '9000-later.sql'), 'select');
    await migrate();
    const earlier = migrateToLatest(database.ownerPool, paths);
    await expect(earlier).rejects.toThrow(/of a later version than this program, .* 9000-later\. /);
  });

  it('whose function a migration dropped are made again, in the order in which they need each other', async () => {
    await writeFile(fileOf('a_half'), 'create function a_half() returns integer return half_of(z_whole());');
    await writeFile(fileOf('half_of'), 'create function half_of(n integer) returns integer return n / 2;');
    await writeFile(fileOf('z_whole'), 'create function z_whole() returns integer return 2;');
    const three = ['a_half', 'half_of', 'z_whole'];
    expect((await migrate()).functions).toEqual(three);
    const drop = 'drop function a_half; drop function half_of; drop function z_whole';
    await writeFile(join(sources.migrations, '9000-half.sql'), drop);
    expect(await migrate()).toEqual({ migrations: ['9000-half'], functions: three });
  });

  it('with another list of arguments need a migration that drops the function as it was', async () => {
    const text = await readFunction('at_word_beginning');
    await writeFile(fileOf('at_word_beginning'), text.replace('(folded text)', '(folded text, more text)'));
    await expect(migrate()).rejects.toThrow(
      /\(functions\/at_word_beginning\.sql\): .*"at_word_beginning" is not unique/,
    );
    await writeFile(join(sources.migrations, '9000-more.sql'), 'drop function at_word_beginning(text);');
    expect(await migrate()).toEqual({ migrations: ['9000-more'], functions: ['at_word_beginning'] });
  });

  it('that a migration needs are made before it, unless they are there', async () => {
    const trigger = `create or replace function keep_it() returns trigger language plpgsql as $$ begin return null; end $$;`;
    await writeFile(fileOf('keep_it'), trigger);
    const needs = `-- needs: trigram_text, keep_it
      create trigger keep_it after insert on membership for each row execute function keep_it();`;
    await writeFile(join(sources.migrations, '9000-kept.sql'), needs);
    const before = await listMade();
    expect(await migrate()).toEqual({ migrations: ['9000-kept'], functions: ['keep_it'] });
    expect(changedBetween(before, await listMade())).toEqual(['keep_it']);
    await writeFile(join(sources.migrations, '9001-wrong.sql'), '-- needs: no_such_function\nselect');
    await expect(migrate()).rejects.toThrow('(9001-wrong): there is no file functions/no_such_function.sql');
  });
});

describe('a function whose answers an index keeps', () => {
  it('is dropped with the index by one migration, and the next makes the index from its new text', async () => {
    const email = 'Ada.Lovelace@contoso.example';
    const text = await readFunction('duplicate_email_key');
    await writeFile(fileOf('duplicate_email_key'), text.replace("'.', ''", "'.', '!'"));
    const { rows } = await database.ownerPool.query(
      `select pg_get_indexdef('lead_duplicate_email'::regclass) as index`,
    );
    const drop = 'drop index lead_duplicate_email; drop function duplicate_email_key(text);';
    await writeFile(join(sources.migrations, '9000-drop.sql'), drop);
    const make = `-- needs: duplicate_email_key\n${rows[0].index}; select 1 / (duplicate_email_key('${email}') = 'Ada!Lovelace@contoso.example')::integer;`;
    await writeFile(join(sources.migrations, '9001-make.sql'), make);
    expect(await migrate()).toEqual({
      migrations: ['9000-drop', '9001-make'],
      functions: ['duplicate_email_key'],
    });
  });
});

describe('an installation from before functions had files', () => {
  it('comes along, and ends with the same functions', async () => {
    const pool = database.ownerPool;
    const fresh = await describeFunctions(pool);
    const earlier = await earlierSources('0043');
    await pool.query('drop schema public cascade; create schema public; drop schema graphile_worker cascade');
    await migrateToLatest(pool, earlier);
    await earlier.remove();
    const files = (await readdir(paths.functions)).map((name) => name.replace('.sql', '')).toSorted();
    const migrated = await migrate();
    expect(migrated.migrations[0]).toBe('0043-database-functions');
    expect(migrated.functions).toEqual(files);
    expect(await describeFunctions(pool)).toEqual(fresh);
    expect(await migrate()).toEqual(nothing);
  });
});

describe('a process that logs in as the application', () => {
  const asApplication = () =>
    createPool({
      connectionString: database.connectionString,
      poolSize: 1,
      log: createLogger('silent'),
      role: appRole,
    });
  let pool: pg.Pool | undefined;
  afterAll(() => pool?.end());
  // A server of the developer's own is tested as its superuser, who can only assume the role.
  const hasLogin = inject('testServer').includes('roles=login');

  it.runIf(hasLogin)('goes on only where the functions are those of this version', async () => {
    pool = asApplication();
    expect(await migrateToLatest(pool, sources)).toEqual(nothing);
    await appendFile(fileOf('trigram_text'), '\n-- changed\n');
    const refused = /“leadlight migrate” with the login that owns the tables/;
    await expect(migrateToLatest(pool, sources)).rejects.toThrow(refused);
    await migrate();
    expect(await migrateToLatest(pool, sources)).toEqual(nothing);
    await expect(migrateToLatest(pool, paths)).rejects.toThrow(refused);
    // A database that is ahead by a migration may have other functions.
    await writeFile(join(sources.migrations, '9000-later.sql'), 'select');
    await migrate();
    expect(await migrateToLatest(pool, paths)).toEqual(nothing);
    await pool.end();
    pool = undefined;
  });
});
