import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { startSystemPostgres } from '../../scripts/system-postgres.mjs';
import { freePort, useBuiltCli, useDataFolder } from '../../test/cli.ts';
import { type Block, type BlockRun, readBlocks, runBlocks } from '../../test/documents.ts';
import { useMade } from '../../test/made.ts';
import { startDnsWorld } from '../../test/worlds/dns-world.ts';
import { paths } from '../platform/paths.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

/** Blocks in these languages are commands; all others show output, or how something else is set up. */
const commands = (blocks: readonly Block[]) => blocks.filter(({ language }) => language === 'sh');

/** npm commands install, build and test this very checkout: here we check that they exist; the test run runs them. */
const isNpm = ({ text }: Block) => text.split('\n').every((line) => line === '' || line.startsWith('npm '));

const address = { port: '' };
const system = startSystemPostgres();
afterAll(() => system?.stop());

const cli = useBuiltCli();
const data = useDataFolder();
const names = useMade(async (cleanUp) => {
  const world = await startDnsWorld({
    'example.com': { MX: [[10, 'mail.example.com']] },
    'mail.example.com': { A: ['8.8.8.8'] },
  });
  await cleanUp.add(() => world.close());
  return world;
});
useMade(async (cleanUp) => {
  address.port = await freePort();
  const product = cli.run('start', { PORT: address.port, LEADLIGHT_DATA: data.folder });
  await cleanUp.add(async () => {
    product.signal('SIGTERM');
    await product.ended;
  });
  await product.ready();
  return product;
});

const base = () => `http://127.0.0.1:${address.port}`;

/** As a reader would: with the address of their own installation, and the program as built. */
const replace = (text: string) =>
  text
    .replaceAll('http://127.0.0.1:4400', base())
    .replaceAll('https://leads.example.com', base())
    .replaceAll('node bin/leadlight.js', `node ${cli.file}`);

function expectAllToWork(blocks: readonly Block[], runs: readonly BlockRun[]): void {
  for (const { block, exitCode, output, statuses } of runs) {
    expect(exitCode, `${block.place} ended with ${exitCode}:\n${output}`).toBe(0);
    for (const status of statuses)
      expect(status, `${block.place} was answered ${statuses.join(', ')}:\n${output}`).toMatch(/^2\d\d$/);
    if (block.promised)
      expect(statuses.at(-1), `${block.place} promises ${block.promised}:\n${output}`).toBe(block.promised);
  }
  expect(runs.map(({ block }) => block.place)).toEqual(blocks.map(({ place }) => place));
}

describe('every command of a document works as it stands, from a fresh demo', () => {
  it('README, Connecting a marketplace, API, imports: in the order in which they are read', async () => {
    const documents = ['README.md', 'docs/marketplace.md', 'docs/api.md', 'docs/import.md'];
    const blocks = (await Promise.all(documents.map(readBlocks)))
      .flatMap(commands)
      .filter((block) => !isNpm(block));
    expect(blocks.length).toBeGreaterThan(8);
    expectAllToWork(blocks, await runBlocks(blocks, { env: {}, replace }));
  });

  it('Operations: requests and tools', async () => {
    const blocks = commands(await readBlocks('docs/operations.md')).filter(
      ({ text }) => !/\badd \w+ --|pg_dump|pg_restore/.test(text),
    );
    expect(blocks.length).toBeGreaterThan(1);
    const runs = await runBlocks(blocks, {
      env: {
        LEADLIGHT_TOKEN: await makeToken(),
        LEADLIGHT_DNS_SERVERS: names.server,
        LEADLIGHT_DATA: data.folder,
      },
      files: { 'leads.csv': tableOfLeads() },
      replace,
    });
    expectAllToWork(blocks, runs);
  });

  it.skipIf(!system)(
    'Operations: roles, first people, backup and restore on a server of your own',
    async () => {
      const blocks = await readBlocks('docs/operations.md');
      const roles = blocks.find(({ language, text }) => language === 'sql' && text.includes('create role'));
      const people = commands(blocks).filter(({ text }) => /\badd \w+ --/.test(text));
      const backup = commands(blocks).filter(({ text }) => /pg_dump|pg_restore/.test(text));
      expect([people.length, backup.length]).toEqual([1, 2]);
      const [host] = /(?<=host=)[^&]+/.exec(system?.pattern ?? '') ?? [''];
      const superuser = { PGHOST: decodeURIComponent(host), PGPORT: '5432', PGUSER: 'postgres' };
      const statements = roles?.text ?? '';
      sqlAsSuperuser(superuser, 'postgres', statements);
      const url = `postgres:///leadlight?host=${host}&port=5432&user=leadlight_owner`;
      const env = { ...superuser, DATABASE_URL: url };
      expectAllToWork(people, await runBlocks(people, { env, replace }));
      const [dump, restore] = backup;
      if (!dump || !restore) throw new Error('the page no longer has both');
      // Between the two the reader creates another empty database, as the page says.
      const empty: Block = {
        ...dump,
        language: 'sh',
        text: `dropdb leadlight\npsql -q -d postgres -c "${/create database.*/.exec(statements)?.[0]}"`,
      };
      const all = [dump, empty, restore];
      expectAllToWork(all, await runBlocks(all, { env, replace }));
      const migrated = cli.run('migrate', { DATABASE_URL: url });
      expect(await migrated.ended, migrated.output()).toBe(0);
      expect(sqlAsSuperuser(superuser, 'leadlight', 'select count(*) from organization')).toContain('2');
    },
  );
});

describe('what a document names exists', () => {
  const documents = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', ...markdownOf('docs')];

  it.each(documents)('%s: npm commands', (document) => {
    const { scripts } = JSON.parse(readFileSync(join(paths.root, 'package.json'), 'utf8'));
    for (const [, name] of readFileSync(join(paths.root, document), 'utf8').matchAll(/npm run ([\w:-]+)/g))
      expect(Object.keys(scripts)).toContain(name);
  });

  it('no document hides a command: blocks that hold one say so', async () => {
    for (const document of documents) {
      for (const { place, language, text } of await readBlocks(document))
        if (/^(curl|node|npm|printf|psql|pg_\w+) /m.test(text)) expect(language, place).toBe('sh');
    }
  });

  it('every document with commands is among those that run', async () => {
    const found: string[] = [];
    for (const document of documents)
      if (commands(await readBlocks(document)).some((block) => !isNpm(block))) found.push(document);
    expect(found.sort()).toEqual([
      'README.md',
      'docs/api.md',
      'docs/import.md',
      'docs/marketplace.md',
      'docs/operations.md',
    ]);
  });
});

function markdownOf(folder: string): string[] {
  return readdirSync(join(paths.root, folder), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

/** An operator token that may report returned mail, as their Operator admin creates it. */
async function makeToken(): Promise<string> {
  const json = { 'content-type': 'application/json' };
  const session = await fetch(`${base()}/api/v1/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email: 'operator.admin@northwind.example', password: 'leadlight-demo' }),
  });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const made = await fetch(`${base()}/api/v1/api-tokens`, {
    method: 'POST',
    headers: { ...json, cookie },
    body: JSON.stringify({ name: 'Bounces', scopes: ['mails:bounces'] }),
  });
  const { token } = (await made.json()) as { token: string };
  return token;
}

/** Enough leads to tell two kinds of outcomes apart. */
function tableOfLeads(): string {
  const rows = Array.from({ length: 400 }, (_, index) => {
    const source = index % 3 === 0 ? 'Referral' : 'Advert';
    const won = index % 3 === 0 ? index % 5 !== 0 : index % 7 === 0;
    const day = new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10);
    return `${day},${source},${index % 50},${won ? 'yes' : 'no'}`;
  });
  return `Created,Source,Employees,Converted\n${rows.join('\n')}\n`;
}

function sqlAsSuperuser(env: Record<string, string>, database: string, statements: string): string {
  return execFileSync('psql', ['-q', '-v', 'ON_ERROR_STOP=1', '-d', database], {
    input: statements,
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
  });
}
