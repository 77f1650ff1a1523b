import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../contract/identity/lists.ts';
import { type Caller, type TestServer, useTestServer } from '../../../test/server.ts';

/** As people read them, with a name in two notations. */
const inOrder = ['Äbelmann', 'Apfelmann', 'Emann', 'E\u0301mann', '\u00c9mann', 'Zebramann'];
/** Byte order would be different. */
const mixed = [3, 0, 5, 1, 4, 2].map((at) => inOrder[at] ?? '');

const server = useTestServer();
let operator: Caller;
let admin: Caller;
let account: Caller;
let home: Awaited<ReturnType<TestServer['make']['partner']>>;
beforeAll(async () => {
  const vendor = await server.make.organization('operator', 'Vendor');
  home = await server.make.partner('Äbelmann');
  for (const name of mixed) {
    if (name !== home.name) await server.make.partner(name);
    await server.make.location(home.id, { name });
    await server.make.offer(home, { title: name });
    await person(name, 'referrals-user');
  }
  operator = await server.signInAs(vendor.id, 'operator-admin');
  admin = await server.signIn(await person('Somebody', 'referrals-admin'));
  account = await server.signIn(await person('Somebody', 'account-admin'));
});

async function person(name: string, role: Role) {
  const made = await server.make.person(home.id, role);
  await server.database.ownerDb.updateTable('person').set({ name }).where('id', '=', made.id).execute();
  return made;
}

interface Named {
  name?: string;
  title?: string;
  person?: { name: string };
  locations?: Named[];
  offers?: Named[];
}
async function list(path: string, as: Caller): Promise<Named[]> {
  const answer = await server.request('GET', path, { as });
  expect(answer.status, answer.text).toBe(200);
  const json = answer.json as { items: Named[] };
  return json.items;
}
const ours = (things: readonly Named[] = []) =>
  things
    .map(({ name, title, person }) => name ?? title ?? person?.name ?? '')
    .filter((name) => inOrder.includes(name));

describe('WS-4: names stand in lists as people read them', () => {
  it('partners, and their locations and offers', async () => {
    const partners = await list('/api/v1/partners', operator);
    expect(ours(partners)).toEqual(inOrder);
    const [first] = partners;
    expect(ours(first?.locations)).toEqual(inOrder);
    expect(ours(first?.offers)).toEqual(inOrder);
  });

  it('people who can work on a deal', async () => {
    expect(ours(await list('/api/v1/people', admin))).toEqual(inOrder);
  });

  it('people with their roles', async () => {
    expect(ours(await list('/api/v1/memberships', account))).toEqual(inOrder);
  });
});
