// npm run bench [-- --leads 1000000 --rounds 200 --seconds 10]: fills a database, measures, prints JSON.
// Figures compare within one run; nothing here asserts wall time.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDb, createPool } from '../server/platform/database/database.ts';
import { migrateToLatest } from '../server/platform/database/migrate.ts';
import { startEmbeddedPostgres } from '../server/platform/embedded-postgres/index.ts';
import { createLogger } from '../server/platform/log.ts';
import { BenchClient } from './bench-client.ts';
import { measureFirstLoad } from './bundle.ts';
import { benchChecks } from './checks.ts';
import { benchClockwork } from './clockwork.ts';
import { benchExport } from './export.ts';
import { benchEmail, benchPassword, fill } from './fill.ts';
import { benchGrid } from './grid.ts';
import { benchIntake } from './intake.ts';
import { benchMail } from './mail.ts';
import { freePort, runCommand, untilReady } from './processes.ts';
import { benchQuality } from './quality.ts';
import { benchStart } from './start.ts';
import { percentile, round, time } from './statistics.ts';

const { values } = parseArgs({
  options: {
    leads: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '10' },
  },
});
const leads = Number(values.leads);
const say = (line: string) => console.error(line);

const folder = await mkdtemp(join(tmpdir(), 'leadlight-bench-'));
const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'postgres') });
const database = 'bench';
await postgres.ensureDatabase(database);
const connectionString = postgres.connectionString(database);
const pool = createPool({ connectionString, poolSize: 4, log: createLogger('silent') });
const port = await freePort();
const address = `http://127.0.0.1:${port}`;
try {
  await migrateToLatest(pool, 'db/migrations');
  say(`Filling ${leads} leads…`);
  const begun = performance.now();
  await fill(pool, leads);
  say(`Filled in ${round((performance.now() - begun) / 1000, 0)} s.`);
  const env = { DATABASE_URL: connectionString, PORT: String(port), LEADLIGHT_INTAKE_PER_MINUTE: '10000000' };
  const server = await runCommand('serve', env);
  await untilReady(address);
  const cookie = await signIn();
  say('Grid…');
  const grid = await benchGrid(address, cookie, connectionString, createDb(pool), Number(values.rounds));
  const browser = new BenchClient(address, `cookie: ${cookie}\r\n`);
  const facets = await time(30, () => browser.get('/api/v1/leads/facets?tab=marketplace&country=DE'));
  browser.close();
  say('Export…');
  await benchExport(address, cookie, server.pid);
  const exported = await benchExport(address, cookie, server.pid);
  say('Intake…');
  const worker = await runCommand('work', env);
  const intake = await benchIntake(address, connectionString, 16, Number(values.seconds));
  await worker.stop();
  say('Clockwork…');
  const overdue = Math.min(100_000, Math.round(leads / 2));
  const clockwork = await benchClockwork({ address, cookie, pool }, overdue, () => runCommand('work', env));
  await server.stop();
  say('Mail…');
  const mail = await benchMail(pool, 2000, (more) => runCommand('work', { ...env, ...more }));
  say('Start…');
  const start = await benchStart();
  say('Checks and rating…');
  const checks = await benchChecks();
  const quality = await benchQuality();
  const result = {
    machine: { cores: cpus().length, cpu: cpus()[0]?.model, node: process.version },
    leads,
    grid,
    facetsP50Ms: round(percentile(facets, 0.5)),
    export: exported,
    intake,
    clockwork,
    mail,
    start,
    checks,
    quality,
    firstLoad: measureFirstLoad(),
  };
  const text = JSON.stringify(result, null, 2);
  console.log(text);
  await mkdir('bench/results', { recursive: true });
  await writeFile(`bench/results/${new Date().toISOString().replace(/[:.]/g, '-')}.json`, `${text}\n`);
} finally {
  await pool.end();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

async function signIn(): Promise<string> {
  const response = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: benchEmail, password: benchPassword }),
  });
  const cookie = /leadlight_session=[^;]+/.exec(response.headers.get('set-cookie') ?? '')?.[0];
  if (!cookie) throw new Error(`sign-in answered ${response.status}`);
  return cookie;
}
