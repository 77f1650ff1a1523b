import { join } from 'node:path';
import { expect } from 'vitest';
import { freePort, openEmbedded, type RunningCli, useBuiltCli, useDataFolder } from '../../test/cli.ts';
import { useMade } from '../../test/made.ts';
import { settlePreviousServer } from '../platform/embedded-postgres/postmaster-pid.ts';
import { serverProcessesOn } from '../platform/embedded-postgres/process-table.ts';
import { hashSecret, newId, newSecret } from '../platform/ids.ts';
import { makeFilledCluster, type NewCluster } from './cluster.fixture.ts';

/**
 * An installation that a test kills and starts again, with its own database and a Referrals admin who is signed in.
 * @param fill what else is in its database
 */
export function useKilledDesk(fill: (cluster: NewCluster) => Promise<void> = async () => undefined) {
  const token = newSecret('lls');
  const data = useDataFolder();
  const cluster = useMade(async (cleanUp) => {
    const folder = join(data.folder, 'postgres');
    await cleanUp.add(() => settlePreviousServer(folder, () => undefined));
    await makeFilledCluster(folder, async (made) => {
      await signIn(made, token);
      await fill(made);
    });
    return { folder };
  });
  const cli = useBuiltCli();
  let running: RunningCli;
  return {
    headers: { cookie: `leadlight_session=${token}` },
    /** @returns the address of the API */
    async start(): Promise<string> {
      const PORT = await freePort();
      running = cli.run('start', { PORT, LEADLIGHT_DATA: data.folder, LEADLIGHT_DEMO: 'off' });
      await running.ready();
      return `http://127.0.0.1:${PORT}/api/v1`;
    },
    /** Kills without a chance to clean up: the process, and its database at the same moment if wished. */
    async kill({ withDatabase }: { readonly withDatabase: boolean }): Promise<void> {
      const database = withDatabase ? await serverProcessesOn(cluster.folder) : [];
      running.signal('SIGKILL');
      for (const pid of database) process.kill(pid, 'SIGKILL');
      expect(await running.ended).toBe('SIGKILL');
    },
    /** What the database says, while the product runs. */
    async ask(query: string): Promise<unknown[]> {
      const client = await openEmbedded(data.folder);
      try {
        return (await client.query(query)).rows;
      } finally {
        await client.end();
      }
    },
    async stop(): Promise<void> {
      running.signal('SIGTERM');
      expect(await running.ended).toBe(0);
    },
  };
}

async function signIn({ db, make, partner }: NewCluster, token: string): Promise<void> {
  const person = await make.person(partner.id, 'referrals-admin');
  const at = new Date();
  await db
    .insertInto('session')
    .values({
      ...{ id: newId(), token_hash: hashSecret(token), person_id: person.id, organization_id: partner.id },
      ...{ created_at: at, last_seen_at: at, expires_at: new Date(at.getTime() + 86_400_000) },
    })
    .execute();
}
