import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { intakeReceipt } from '../../../../contract/intake/intake.ts';
import { type Lead, lead } from '../../../../contract/leads/leads.ts';
import { body, type Caller, problemOf, useTestServer } from '../../../../test/server.ts';

const server = useTestServer();
let admins: Caller[];
let path: string;

beforeAll(async () => {
  const operator = await server.make.organization('operator', 'Vendor');
  const contoso = await server.make.partner('Contoso');
  admins = await Promise.all([
    server.make.person(contoso.id, 'referrals-admin').then(server.signIn),
    server.make.person(operator.id, 'operator-admin').then(server.signIn),
  ]);
  path = `/intake/marketplace/${await server.make.marketplaceKey(contoso.id)}`;
});

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 210 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
  fc.constantFrom(
    '',
    ' ',
    'PLT',
    'DNC',
    'ins',
    'constructor',
    '__proto__',
    'DE',
    'de',
    'ß',
    'MSFT_TEST_1',
    'AppSource-PLT|a.b',
    '|',
    '-',
  ),
);
const loneSurrogates = fc.constantFrom('\ud800', 'a\udfff', '\u0000');
const value = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 1, arbitrary: fc.constantFrom(null, undefined) },
  { weight: 1, arbitrary: loneSurrogates },
  { weight: 1, arbitrary: fc.jsonValue() },
);
const user = fc.record(
  {
    FirstName: value,
    LastName: value,
    Email: value,
    Phone: value,
    Country: value,
    Company: value,
    Title: value,
  },
  { requiredKeys: [] },
);
const payload = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record(
      {
        UserDetails: fc.oneof({ weight: 8, arbitrary: user }, value),
        userDetails: user,
        LeadSource: value,
        ActionCode: value,
        OfferTitle: value,
        Description: value,
        Other: fc.jsonValue(),
      },
      { requiredKeys: [] },
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue() },
);

async function find(leadId: string): Promise<Lead> {
  for (const as of admins) {
    const answer = await server.request('GET', `/api/v1/leads/${leadId}`, { as });
    if (answer.status === 200) return body(lead, answer);
  }
  throw new Error(`the lead ${leadId} is nowhere`);
}

const headers = { 'content-type': 'application/json' };

it('IN-4 whatever JSON object a marketplace posts is a lead that can be opened; anything else is refused in words', async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(payload, async (sent) => {
      const answer = await server.request('POST', path, { body: JSON.stringify(sent ?? null), headers });
      if (typeof sent === 'object' && sent !== null && !Array.isArray(sent))
        expect([200, 201], answer.text).toContain(answer.status);
      if (answer.status === 201 || answer.status === 200) {
        taken++;
        const found = await find(body(intakeReceipt, answer).leadId);
        expect(found.contactWithheld === null).toBe(found.consent.contactAllowed);
        return;
      }
      expect(problemOf(answer)).toMatchObject({ status: 400, code: 'malformed-json' });
    }),
    { numRuns: 450, interruptAfterTimeLimit: 20_000 },
  );
  expect(taken).toBeGreaterThan(20);
});
