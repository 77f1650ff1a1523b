import { sql } from 'kysely';
import type pg from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../../test/database.ts';
import { createLogger } from '../log.ts';
import { createDb, createPool, type Db } from './database.ts';
import { keptPlan } from './kept-plans.ts';

const database = useTestDatabase();
let pool: pg.Pool;
let db: Db;

beforeEach(() => {
  // One connection for all statements of a test.
  pool = createPool({
    connectionString: database.connectionString,
    poolSize: 1,
    log: createLogger('silent'),
  });
  db = createDb(pool);
  return () => pool.end();
});

/** A statement whose text differs from column to column. */
const add = (one: number, other: number, column = 'sum') =>
  db
    .selectNoFrom(sql<number>`${one}::int + ${other}::int`.as(column))
    .modifyFront(keptPlan)
    .executeTakeFirstOrThrow();

async function kept(): Promise<string[]> {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db);
  return rows.map((row) => row.statement);
}

describe('plans that a connection keeps', () => {
  it('begins with the third time, and answers as before with every value', async () => {
    for (let n = 0; n < 12; n++) {
      expect(await add(n, 1000)).toEqual({ sum: n + 1000 });
      expect((await kept()).length, `after ${n + 1} times`).toBe(n < 2 ? 0 : 1);
    }
  });

  it('keeps none of a statement that is not marked', async () => {
    for (let n = 0; n < 5; n++) await db.selectNoFrom(sql<number>`${n}::int`.as('n')).execute();
    expect(await kept()).toEqual([]);
  });

  it('never keeps more than forty, whatever is asked for', async () => {
    for (let n = 0; n < 60; n++) for (let times = 0; times < 3; times++) await add(n, times, `sum_${n}`);
    expect(await kept()).toHaveLength(40);
    expect(await add(1, 2, 'sum_59')).toEqual({ sum_59: 3 });
  });

  it('goes on after an error, and after the table has changed', async () => {
    await database.ownerPool.query('create table kept_plan_test (id int, name text)');
    await database.ownerPool.query("insert into kept_plan_test values (1, 'one')");
    const find = (id: unknown) =>
      db
        .selectNoFrom(sql<string>`(select name from kept_plan_test where id = ${id}::int)`.as('name'))
        .modifyFront(keptPlan)
        .executeTakeFirst();
    for (let times = 0; times < 8; times++) expect(await find(1)).toEqual({ name: 'one' });
    await expect(find('no number')).rejects.toThrow(/invalid input syntax/);
    await database.ownerPool.query('alter table kept_plan_test add column more int');
    await database.ownerPool.query('create index on kept_plan_test (id)');
    expect(await find(1)).toEqual({ name: 'one' });
    await database.ownerPool.query('drop table kept_plan_test');
  });
});
