import { join } from 'node:path';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { freePort, type RunningCli, useBuiltCli, useDataFolder } from '../../test/cli.ts';
import { useMade } from '../../test/made.ts';
import { settlePreviousServer } from '../platform/embedded-postgres/postmaster-pid.ts';
import { serverProcessesOn } from '../platform/embedded-postgres/process-table.ts';
import { hashSecret, newId, newSecret } from '../platform/ids.ts';
import { makeFilledCluster, type NewCluster } from './cluster.fixture.ts';

/** The product with a database of its own, which tests kill in the middle of its work and start again. */
export function useKilledProduct(fill?: (cluster: NewCluster) => Promise<void>) {
  const data = useDataFolder();
  const made = useMade(async (cleanUp) => {
    const cluster = join(data.folder, 'postgres');
    await cleanUp.add(() => settlePreviousServer(cluster, () => undefined));
    return { cluster, ...(await makeFilledCluster(cluster, fill)) };
  });
  const cli = useBuiltCli();
  return {
    data,
    made,
    /** @returns the process, once it answers, and its address */
    start: async (): Promise<{ running: RunningCli; address: string }> => {
      const PORT = await freePort();
      const running = cli.run('start', { PORT, LEADLIGHT_DATA: data.folder, LEADLIGHT_DEMO: 'off' });
      await running.ready();
      return { running, address: `http://127.0.0.1:${PORT}` };
    },
    /** Kills without a chance to clean up: the process, and its database at the same moment if told. */
    pullThePlug: async (running: RunningCli, withDatabase: boolean): Promise<void> => {
      const database = withDatabase ? await serverProcessesOn(made.cluster) : [];
      running.signal('SIGKILL');
      for (const pid of database) killIfThere(pid);
      expect(await running.ended).toBe('SIGKILL');
    },
  };
}

/** The same, with a Referrals admin who is signed in, and leads that wait for an answer. */
export function useKilledDesk(leads: number) {
  const token = newSecret('lls');
  return {
    cookie: `leadlight_session=${token}`,
    ...useKilledProduct((cluster) => fillDesk(cluster, token, leads)),
  };
}

async function fillDesk({ db, make, partner }: NewCluster, token: string, leads: number): Promise<void> {
  const person = await make.person(partner.id, 'referrals-admin');
  const at = new Date();
  await db
    .insertInto('session')
    .values({
      ...{ id: newId(), token_hash: hashSecret(token), person_id: person.id, organization_id: partner.id },
      ...{ created_at: at, last_seen_at: at, expires_at: new Date(at.getTime() + 86_400_000) },
    })
    .execute();
  await sql`
    insert into lead (organization_id, id, qualification, lead_type, call_to_action, door, routing_reason, contact_allowed,
                      customer_name, status, received_at, updated_at, expires_at, message)
    select ${partner.id}, gen_random_uuid(), 'Direct', 'Offer', 'ContactMe', 'api', 'Made by a test.', true,
           'Customer ' || n, 'Received', ${at}, ${at}, now() + interval '14 days', encode(sha512(n::text::bytea), 'hex')
    from generate_series(1, ${leads}::integer) n`.execute(db);
}

/** A process of the database can end by itself between the look and the kill. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
