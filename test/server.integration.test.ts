import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { CleanUp } from './clean-up.ts';
import { addressOf } from './database-server.ts';
import { useLeadWorld } from './lead-world.ts';
import { startTestServer, testNow, useTestServer } from './server.ts';

describe('a server that does not start', () => {
  it('leaves no database behind, and no connection', async () => {
    const made = vi.spyOn(pg.Client.prototype, 'query');
    const cleanUp = new CleanUp();
    await expect(startTestServer(cleanUp, { env: { PORT: 'eighty' } })).rejects.toThrow('PORT');
    const [name] = made.mock.calls.flatMap(
      ([statement]) => /create database (\w+)/.exec(String(statement))?.[1] ?? [],
    );
    made.mockRestore();
    await cleanUp.run();
    const client = new pg.Client({ connectionString: addressOf('postgres') });
    await client.connect();
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    await client.end();
    expect([name, rowCount]).toEqual([expect.stringMatching(/^test_\w+$/), 0]);
  });
});

describe('each test', () => {
  const { server, world } = useLeadWorld({ emptied: ['lead'] });
  const goesOn = useTestServer({ keepsTime: true });
  const later = new Date(testNow.getTime() + 60_000);

  it.each([1, 2])(
    'finds the clock at its beginning and tables empty, whatever the test before it did (%d)',
    async () => {
      expect(server.clock.now()).toEqual(testNow);
      expect(await server.database.ownerDb.selectFrom('lead').select('id').execute()).toEqual([]);
      server.clock.set(later);
      goesOn.clock.set(later);
      await world.lead();
    },
  );

  it('finds the clock where it was, where that is wanted', () => {
    expect(goesOn.clock.now()).toEqual(later);
  });
});
