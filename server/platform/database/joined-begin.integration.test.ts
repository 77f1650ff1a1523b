import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../../test/database.ts';
import { newId } from '../ids.ts';
import { inOrganization } from './database.ts';

const database = useTestDatabase();

/** Every statement that a pool's connections send from now on. */
function watch(): string[] {
  const sent: string[] = [];
  database.pools.general.pool.on('acquire', (client) => {
    if (Object.hasOwn(client, 'isWatched')) return;
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      isWatched: true,
      query: (...args: unknown[]) => {
        sent.push(String(args[0]));
        return query(...args);
      },
    });
  });
  return sent;
}

const settingOf = sql<{ organization: string }>`
  select current_setting('leadlight.organization_id') as organization`;

describe('a transaction', () => {
  it('begins in one message with the settings of its organization', async () => {
    const sent = watch();
    const organizationId = newId();
    const { rows } = await inOrganization(database.db, { organizationId }, (tx) => settingOf.execute(tx));
    expect(rows[0]?.organization).toBe(organizationId);
    expect(sent.length).toBe(3);
    expect(sent[0]).toMatch(/^begin; .*set_config/s);
    expect(sent[2]).toBe('commit');
  });

  it('is a transaction whatever its first statement is: its rows arrive, and an error undoes all of it', async () => {
    const id = newId();
    const insert = sql`insert into organization (id, kind, name, created_at) values (${id}, 'partner', 'X', now())`;
    const first = await database.db
      .transaction()
      .execute((tx) => sql<{ one: number }>`select 1 as one`.execute(tx));
    expect(first.rows).toEqual([{ one: 1 }]);
    await expect(
      database.ownerDb.transaction().execute(async (tx) => {
        await insert.execute(tx);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    const { rows } = await sql`select from organization where id = ${id}`.execute(database.ownerDb);
    expect(rows.length).toBe(0);
  });

  it('leaves its connection without a transaction, even if it sent nothing', async () => {
    await database.db.transaction().execute(async () => undefined);
    await expect(database.db.transaction().execute(() => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );
    await expect(
      inOrganization(database.db, { organizationId: `'); select 1/0; --` }, (tx) =>
        sql`select 1`.execute(tx),
      ),
    ).resolves.toBeDefined();
    const { rows } = await sql<{ inside: boolean }>`
      select now() < statement_timestamp() as inside`.execute(database.db);
    expect(rows[0]?.inside).toBe(false);
  });
});
