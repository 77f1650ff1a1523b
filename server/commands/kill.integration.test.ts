import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openEmbedded } from '../../test/cli.ts';
import { useKilledProduct } from './killed.fixture.ts';

const rounds = 12;
const clients = 8;

const { data, made: desk, pullThePlug, start } = useKilledProduct();
const startAgain = async () => {
  const { running, address } = await start();
  return { running, address: address + desk.endpoint };
};

/** Posts leads one after another until the server is gone; records what was acknowledged. */
async function keepPosting(address: string, acknowledged: string[], name: string): Promise<void> {
  for (let count = 0; ; count++) {
    const email = `${name}-${count}@example.test`;
    const body = JSON.stringify({
      UserDetails: { Email: email },
      LeadSource: `AppSource-PLT|${desk.offerName}`,
    });
    try {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(address, { method: 'POST', headers, body });
      const { leadId } = (await answer.json()) as { leadId?: string };
      if (answer.status === 201 && leadId) acknowledged.push(leadId);
    } catch {
      return;
    }
  }
}

interface Found {
  readonly present: number;
  readonly stored: number;
  readonly half: number;
}

/** What is in the database: of the acknowledged leads, of all leads, and how many are incomplete. */
async function look(acknowledged: readonly string[]): Promise<Found> {
  const client = await openEmbedded(data.folder);
  try {
    const { rows } = await client.query<Found>(
      `select count(*) filter (where id = any($1))::int as present, count(*)::int as stored,
              count(*) filter (where
                not exists (select from lead_event e where e.organization_id = l.organization_id and e.lead_id = l.id and e.type = 'lead.received')
                or not exists (select from intake_receipt r where r.lead_id = l.id))::int as half
       from lead l`,
      [acknowledged],
    );
    const orphans = await client.query(
      `select from intake_receipt r where not exists (select from lead l where l.id = r.lead_id)
       union all select from lead_event e where not exists (select from lead l where l.id = e.lead_id)`,
    );
    const [found = { present: 0, stored: 0, half: 0 }] = rows;
    return { ...found, half: found.half + (orphans.rowCount ?? 0) };
  } finally {
    await client.end();
  }
}

it(`IN-2 kill -9 in the middle of an intake loop loses no acknowledged lead, ${rounds} times`, {
  timeout: 600_000,
}, async () => {
  const acknowledged: string[] = [];
  const counts: string[] = [];
  let { running, address } = await startAgain();
  for (let round = 1; round <= rounds; round++) {
    const before = acknowledged.length;
    const posting = Array.from({ length: clients }, (_, client) =>
      keepPosting(address, acknowledged, `r${round}c${client}`),
    );
    // Waits for the first acknowledgement, so that the kill comes while leads are arriving.
    while (acknowledged.length === before) await sleep(1);
    await sleep(Math.random() * 250);
    await pullThePlug(running, round % 2 === 0);
    await Promise.all(posting);
    ({ running, address } = await startAgain());
    const found = await look(acknowledged);
    counts.push(`${round}: ${acknowledged.length - before}`);
    expect(found, `round ${round}`).toMatchObject({ present: acknowledged.length, half: 0 });
    expect(found.stored - acknowledged.length, 'unacknowledged leads').toBeLessThanOrEqual(round * clients);
  }
  console.error(`acknowledged by round: ${counts.join(', ')}; ${acknowledged.length} in total`);
  const client = await openEmbedded(data.folder);
  const { rows } = await client.query(
    'select name, setting from pg_settings where name = any($1) order by name',
    [['fsync', 'full_page_writes', 'synchronous_commit']],
  );
  await client.end();
  expect(rows.map((row) => row.setting)).toEqual(['on', 'on', 'on']);
  running.signal('SIGTERM');
  expect(await running.ended).toBe(0);
});
