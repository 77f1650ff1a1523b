import { beforeAll, describe, expect, it } from 'vitest';
import { intakeReceipt } from '../../../../contract/intake/intake.ts';
import { lead } from '../../../../contract/leads/leads.ts';
import { useMade } from '../../../../test/made.ts';
import { body, problemOf, useTestServer } from '../../../../test/server.ts';

const server = useTestServer();
const contoso = useMade(() => server.make.partner('Contoso'));
const admin = useMade(() => server.signInAs(contoso.id, 'referrals-admin'));
let path: string;
let counter = 0;

beforeAll(async () => {
  path = `/intake/marketplace/${await server.make.marketplaceKey(contoso.id)}`;
});

/** Posts bytes that must become a new lead. */
async function take(bytes: string | Buffer, type?: string) {
  const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
  // A buffer has no content type of its own, as a text would.
  const answer = await server.request('POST', path, { body: Buffer.from(bytes), headers });
  expect(answer.status, answer.text).toBe(201);
  const { leadId } = body(intakeReceipt, answer);
  return body(lead, await server.request('GET', `/api/v1/leads/${leadId}`, { as: admin }));
}

const payload = (more: object = {}) => ({
  UserDetails: { FirstName: 'Ada', Email: `ada${++counter}@example.test` },
  ActionCode: 'PLT',
  ...more,
});
const json = JSON.stringify;

describe('IN-4: what a marketplace sends is taken', () => {
  it.each([
    'application/json',
    'application/json; charset=iso-8859-1',
    'text/plain',
    'text/plain; charset=utf-8',
    'application/x-www-form-urlencoded',
    'application/octet-stream',
    'application/xml',
    'x',
    undefined,
  ])('IN-4 as %s', async (type) => {
    expect(await take(json(payload()), type)).toMatchObject({ contact: { firstName: 'Ada' }, mended: [] });
  });

  it('IN-4 as a field of a form', async () => {
    const form = `json=${encodeURIComponent(json(payload()))}`;
    expect(await take(form, 'application/x-www-form-urlencoded')).toMatchObject({
      contact: { firstName: 'Ada' },
    });
  });

  it('IN-4 with half a character, a NUL, a number and a title that is too long; and the lead says so', async () => {
    const details = {
      ...payload().UserDetails,
      Phone: 16172530000,
      Title: 'é'.repeat(201),
      Company: 'Na\u0000vy',
    };
    const found = await take(json(payload({ UserDetails: details, Description: 'Great product \ud83d' })));
    expect(found).toMatchObject({
      contact: { phone: '16172530000', title: 'é'.repeat(200) },
      customerName: 'Navy',
      message: 'Great product \ufffd',
    });
    expect(found.mended.map(({ field, mending }) => `${field} ${mending}`).sort()).toEqual([
      'customerName signs-replaced',
      'message signs-replaced',
      'phone turned-into-text',
      'title cut',
    ]);
  });

  it('IN-4 from a country in words, and from one that nobody knows', async () => {
    const from = async (Country: string) =>
      take(json(payload({ UserDetails: { ...payload().UserDetails, Phone: '16172530000', Country } })));
    expect(await from('USA')).toMatchObject({ country: 'US', mended: [] });
    expect(await from('Deutschland')).toMatchObject({ country: 'DE', mended: [] });
    expect(await from('Atlantis')).toMatchObject({
      country: null,
      mended: [{ field: 'country', mending: 'not-understood', sent: 'Atlantis' }],
    });
  });

  it('IN-3 the same object in another dress is the same lead', async () => {
    const said = payload({ Description: 'Grüße' });
    const first = await take(json(said));
    const again = async (bytes: Buffer, type: string) =>
      body(
        intakeReceipt,
        await server.request('POST', path, { body: bytes, headers: { 'content-type': type } }),
      );
    for (const bytes of [
      Buffer.from(`\ufeff ${json(said)}`),
      Buffer.from(json(said), 'latin1'),
      Buffer.from(`json=${encodeURIComponent(json(said))}`),
    ])
      expect(await again(bytes, 'text/plain')).toMatchObject({ leadId: first.id, created: false });
  });

  it('IN-6 two signals about consent: the careful one wins, and nobody sees the contact', async () => {
    const found = await take(
      json(payload({ LeadSource: 'SPZA-DNC|contoso.backup-suite', ActionCode: 'PLT' })),
    );
    expect(found).toMatchObject({
      contact: null,
      contactWithheld: 'NoConsent',
      actionable: false,
      mended: [{ field: 'consent', mending: 'contradicted', sent: null }],
    });
    expect(await take(json(payload({ Consent: false })))).toMatchObject({
      contactWithheld: 'NoConsent',
      callToAction: 'ContactMe',
    });
  });

  it.each(['', '[]', 'null', '"text"', 'hello', '{'])(
    'IN-4 only what is no JSON object is refused: %j',
    async (text) => {
      const answer = await server.request('POST', path, {
        body: Buffer.from(text),
        headers: { 'content-type': 'application/json' },
      });
      expect(problemOf(answer)).toMatchObject({
        status: 400,
        code: 'malformed-json',
        detail: expect.stringContaining('JSON object'),
      });
    },
  );
});
