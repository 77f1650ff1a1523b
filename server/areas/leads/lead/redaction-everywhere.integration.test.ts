import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { intakeReceipt } from '../../../../contract/intake/intake.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body, type Caller, testNow } from '../../../../test/server.ts';

/**
 * Every way a partner can read a lead, and every way the operator can read a partner's, found by asking the server which
 * ways there are: a door that is added later is looked through as well. What customers type is drawn at random; after 14 days none of it may be read (LC-4).
 */

const { server, world } = useLeadWorld();
let key: string;
let token: Caller;
let doors: readonly string[];
const day = 86_400_000;
let drawn = 0;
let runs = 0;

beforeAll(async () => {
  key = await server.make.marketplaceKey(world.contoso.id);
  await world.offer({ offer_key: 'offer' });
  token = { token: await server.make.apiToken(world.contoso.id, 'leads:read', 'leads:write') };
  // The operator is shown contacts as long as anybody is.
  await server.database.ownerDb
    .insertInto('contact_sharing')
    .values({
      ...{ organization_id: world.contoso.id, with_operator: true },
      ...{ changed_at: testNow, changed_by: 'Test' },
    })
    .execute();
  const description = (await server.request('GET', '/api/openapi.json')).json as {
    paths: Record<string, Record<string, unknown>>;
  };
  doors = Object.entries(description.paths)
    .filter(([, methods]) => methods.get !== undefined)
    .map(([path]) => path);
});

/** Letters that stand nowhere else, so that a find is a leak. */
const word = fc
  .stringMatching(/^[bcdfgjkqvwxz]{9,14}$/)
  .map((letters) => `${letters}${(drawn++).toString(36)}`);
const customers = fc.record({ first: word, last: word, title: word, host: word, message: word, local: word });
type Customer = { first: string; last: string; title: string; host: string; message: string; local: string };

const secretsOf = (customer: Customer) => Object.values(customer);

function expectHidden(text: string, customer: Customer, where: string): void {
  const low = text.toLowerCase();
  for (const secret of secretsOf(customer)) expect(low.includes(secret), `${secret} in ${where}`).toBe(false);
  expect(low.replace(/[\s-]/g, '').includes('1715550199'), `the number in ${where}`).toBe(false);
}

async function post(customer: Customer): Promise<string> {
  const answer = await server.request('POST', `/intake/marketplace/${key}`, {
    body: {
      UserDetails: {
        FirstName: customer.first,
        LastName: customer.last,
        Title: customer.title,
        Email: `${customer.local}@${customer.host}.example`,
        Phone: '+49 171 5550199',
        Country: 'DE',
        Company: 'Coelacanth Ltd',
      },
      LeadSource: `AzureMarketplace-PLT|${world.contoso.publisherId}.offer`,
      ActionCode: 'PLT',
      OfferTitle: 'Suite',
      Description: `Please call ${customer.message}`,
    },
  });
  return body(intakeReceipt, answer).leadId;
}

/** All jobs that wait, as the worker would; whatever they log is read too. */
const work = () => server.queue.run(...server.jobs.map((job) => job.name));
const tick = async (name: string) => {
  await server.jobs.find((job) => job.name === name)?.run({});
  await work();
};

/** All that can be asked of a door about the lead: by its id, and by each of the secrets. */
function questionsOf(door: string, leadId: string, customer: Customer): string[] {
  const path = door.replace('{leadId}', leadId).replace('{id}', leadId);
  if (path.includes('{') || path.endsWith('/live')) return [];
  const searches = secretsOf(customer).map((term) => `${path}?search=${term}`);
  return door.startsWith('/api/v1/leads') ? [path, `${path}?leadId=${leadId}`, ...searches] : [path];
}

async function expectAnswerHides(question: string, as: Caller, customer: Customer): Promise<boolean> {
  const answer = await server.request('GET', question, { as });
  expect(answer.status, question).toBeLessThan(500);
  // What was sent may come back in the reason why it was refused, and in nothing else.
  if (answer.status >= 400) return false;
  expectHidden(answer.text, customer, question);
  const { total = 0 } = (answer.json ?? {}) as { total?: number };
  if (question.includes('?search=')) expect(total, question).toBe(0);
  return answer.status === 200;
}

/** @returns how many questions were answered */
async function readEverything(leadId: string, customer: Customer): Promise<number> {
  const readers = [world.as.admin, world.as.accountAdmin, world.as.user, token];
  let answered = 0;
  for (const question of doors.flatMap((door) => questionsOf(door, leadId, customer))) {
    for (const as of readers) if (await expectAnswerHides(question, as, customer)) answered++;
  }
  // The operator's other doors show what is its own, such as the mails to customers.
  const operatorDoors = doors.filter((door) => door.startsWith('/api/v1/operator/leads'));
  const asked = operatorDoors.flatMap((door) => questionsOf(door, leadId, customer));
  for (const question of asked)
    expect(await expectAnswerHides(question, world.as.operatorAdmin, customer), question).toBe(true);
  expect(asked.length).toBeGreaterThanOrEqual(2);
  return answered;
}

describe('LC-4: an expired lead, everywhere', () => {
  // Every door is asked by everybody: that takes its time on a slow machine.
  it('LC-4 no door, file, mail, notification, log line or calendar shows what the customer typed', {
    timeout: 180_000,
  }, async () => {
    const feed = await server.request('POST', '/api/v1/calendar-feed', { as: world.as.admin });
    const feedPath = new URL((feed.json as { url: string }).url).pathname;
    await fc.assert(
      fc.asyncProperty(customers, async (customer) => {
        // With and without the clockwork having written down what time did.
        runs++;
        const hasWorked = runs % 2 === 0;
        server.clock.set(testNow);
        const leadId = await post(customer);
        await work();
        // The test could not fail if the doors never showed a contact.
        const before = await server.request('GET', `/api/v1/leads/${leadId}`, { as: token });
        expect(before.text).toContain(customer.last);
        const shared = await server.request('GET', `/api/v1/operator/leads/${leadId}`, {
          as: world.as.operatorAdmin,
        });
        expect(shared.text).toContain(customer.last);
        expect(shared.text).toContain(customer.message);

        server.clock.set(new Date(testNow.getTime() + 11.5 * day));
        if (hasWorked) await tick('clockwork.tick');
        server.clock.set(new Date(testNow.getTime() + 14 * day));
        if (hasWorked) await tick('clockwork.tick');
        expect(await readEverything(leadId, customer)).toBeGreaterThan(40);
        expectHidden((await server.request('GET', feedPath)).text, customer, 'the calendar');
        expectHidden(server.logged.join('\n'), customer, 'the log');
        expectHidden(await rowsOfPartner(), customer, 'mails and notices of the partner');
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });
});

/** What was put aside to be told to the partner's people. */
async function rowsOfPartner(): Promise<string> {
  const rows: unknown[] = [];
  const { rows: tables } = await server.database.ownerPool.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'organization_id' and table_name ~ '^(mail|lead_notice|notification)$'`,
  );
  expect(tables.length).toBeGreaterThanOrEqual(2);
  for (const { name } of tables) {
    const found = await server.database.ownerPool.query(
      `select to_jsonb(t) as row from public.${name} t where organization_id = $1`,
      [world.contoso.id],
    );
    rows.push(...found.rows);
  }
  expect(rows.length).toBeGreaterThan(0);
  return JSON.stringify(rows);
}
