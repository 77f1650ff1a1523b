import { Command } from 'commander';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { calendarFeedCreated } from '../../contract/working-time/calendar.ts';
import { password } from '../../test/factories.ts';
import { openSession } from '../../test/lead-world.ts';
import { useMade } from '../../test/made.ts';
import { body, type Caller, useTestServer } from '../../test/server.ts';
import { registerSetupCommands } from './setup.ts';

const server = useTestServer({ keepsTime: true });
const operator = useMade(() => server.make.organization('operator', 'Vendor'));
const partner = useMade(() => server.make.partner('Contoso'));
const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);

beforeAll(() => {
  // The commands use the machine's clock.
  server.clock.set(new Date());
  vi.stubEnv('DATABASE_URL', server.database.connectionString);
});
beforeEach(() => said.mockClear());
afterAll(() => {
  vi.unstubAllEnvs();
  said.mockRestore();
});

/** What a command prints. */
async function run(...words: string[]): Promise<string> {
  const program = new Command();
  registerSetupCommands(program);
  await program.parseAsync(words, { from: 'user' });
  return said.mock.calls.map(([line]) => String(line)).join('\n');
}

const addAdmin = (email: string) =>
  run(
    'add',
    'person',
    '--email',
    email,
    '--name',
    'The boss',
    '--organization',
    'Vendor',
    '--role',
    'operator-admin',
  );
const signIn = async (email: string, secret: string) =>
  (await server.request('POST', '/api/v1/session', { body: { email, password: secret } })).status;
const shownPassword = (text: string) => /shown this once: (\S+)/.exec(text)?.[1] ?? 'none';
const status = async (path: string, as?: Caller) => (await server.request('GET', path, { as })).status;

/** A person of the partner, signed in, with a calendar link. */
async function somebody() {
  const person = await server.make.person(partner.id, 'referrals-user');
  const as = await openSession(server, person.id, partner.id);
  const feed = body(calendarFeedCreated, await server.request('POST', '/api/v1/calendar-feed', { as }));
  return { ...person, as, feed: new URL(feed.url).pathname };
}

async function rolesOf(personId: string) {
  const rows = await server.database.ownerDb
    .selectFrom('membership')
    .select('role')
    .where('person_id', '=', personId)
    .orderBy('role')
    .execute();
  return rows.map(({ role }) => role);
}

describe('ID-5: people from the command line', () => {
  it('ID-5 a new account gets a password, shown once', async () => {
    const text = await addAdmin('new@vendor.test');
    expect(text).toContain(`new@vendor.test is operator-admin of “${operator.name}” now.`);
    expect(text).not.toContain('already existed');
    expect(await signIn('new@vendor.test', shownPassword(text))).toBe(200);
  });

  it('ID-5 an account whose address nobody confirmed gets the role with a new password: whoever made it is out', async () => {
    const squatter = await somebody();
    const text = await addAdmin(squatter.email.toUpperCase());
    expect(text).toContain('The account already existed');
    expect(text).toContain(`referrals-user of “${partner.name}”`);
    expect(await rolesOf(squatter.id)).toEqual(['operator-admin', 'referrals-user']);
    expect(await signIn(squatter.email, password)).toBe(401);
    expect(await status('/api/v1/me', squatter.as)).toBe(401);
    expect(await status(squatter.feed)).toBe(404);
    expect(await signIn(squatter.email, shownPassword(text))).toBe(200);
  });

  it('ID-5 said again, nothing changes', async () => {
    const text = await addAdmin('twice@vendor.test');
    said.mockClear();
    expect(await addAdmin('twice@vendor.test')).toContain('nothing changed');
    expect(await signIn('twice@vendor.test', shownPassword(text))).toBe(200);
  });

  it('ID-5 an account whose address is confirmed keeps its password, and it is said where it belongs', async () => {
    const person = await somebody();
    await server.database.ownerDb
      .updateTable('person')
      .set({ email_verified_at: server.clock.now() })
      .where('id', '=', person.id)
      .execute();
    const text = await addAdmin(person.email);
    expect(text).toContain(`It belongs to ${person.name}: referrals-user of “${partner.name}”`);
    expect(shownPassword(text)).toBe('none');
    expect(await status('/api/v1/me', person.as)).toBe(200);
    expect(await signIn(person.email, password)).toBe(200);
  });

  it('ID-5 set-password ends sessions and calendar links', async () => {
    const person = await somebody();
    const text = await run('set-password', '--email', person.email);
    expect(await signIn(person.email, shownPassword(text))).toBe(200);
    expect(await signIn(person.email, password)).toBe(401);
    expect(await status('/api/v1/me', person.as)).toBe(401);
    expect(await status(person.feed)).toBe(404);
  });
});
