import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../../test/database.ts';
import { copyOut, withLiterals } from './copy-out.ts';

const database = useTestDatabase();

const moments = [
  '-004712-01-01T00:00:00.000Z',
  '-000001-12-31T23:59:59.999Z',
  '0000-02-29T12:00:00.000Z',
  '0001-01-01T00:00:00.000Z',
  '0099-06-01T00:00:00.001Z',
  '1883-11-18T12:03:58.000Z',
  '2026-11-20T10:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  '+010000-01-01T00:00:00.000Z',
  '+099999-12-31T00:00:00.000Z',
  '+275760-09-13T00:00:00.000Z',
].map((moment) => new Date(moment));

describe('EX-1: values written into a statement', () => {
  it.each(moments)('EX-1 %s is the same moment as a literal and as a parameter', async (moment) => {
    const { ownerDb, ownerPool } = database;
    const asked = ownerDb.selectNoFrom([
      sql<number>`extract(epoch from ${moment}::timestamptz)::float8`.as('seconds'),
      sql<number>`extract(epoch from (${[moment]}::timestamptz[])[1])::float8`.as('listed'),
    ]);
    const asParameters = await asked.executeTakeFirstOrThrow();
    expect(asParameters.seconds).toBe(moment.getTime() / 1000);
    expect((await ownerPool.query(withLiterals(asked))).rows).toEqual([asParameters]);
  });

  it('EX-1 texts, numbers and lists are the same as literals and as parameters', async () => {
    const { ownerDb, ownerPool } = database;
    const hard = ['', "O'Hara", '"', '\\', '{a,b}', 'null', '$1', '\n', '😀'];
    const asked = ownerDb.selectNoFrom([
      sql`${hard}::text[]`.as('list'),
      ...hard.map((value, n) => sql`${value}::text`.as(`text${n}`)),
      sql`${-0.5}::float8`.as('number'),
      sql`${null}::text`.as('nothing'),
      sql`${[null, 'a']}::text[]`.as('gaps'),
      sql`${false}::boolean`.as('no'),
    ]);
    const asParameters = await asked.executeTakeFirstOrThrow();
    expect((await ownerPool.query(withLiterals(asked))).rows).toEqual([asParameters]);
  });

  it('EX-1 a copy with a far day ends as a query does', async () => {
    const client = await database.ownerPool.connect();
    try {
      const asked = database.ownerDb.selectNoFrom(
        sql`${new Date('+012000-01-01T00:00:00.000Z')}::timestamptz > now()`.as('later'),
      );
      expect(await text(copyOut(client, asked, { as: 'csv', quoted: [] }))).toBe('t\n');
    } finally {
      client.release();
    }
  });
});
