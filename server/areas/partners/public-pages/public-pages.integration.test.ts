import { beforeAll, describe, expect, it } from 'vitest';
import { useMade } from '../../../../test/made.ts';
import { type Answer, testNow, useTestServer } from '../../../../test/server.ts';
import { newId } from '../../../platform/ids.ts';
import { consentTextVersion } from './consent.rules.ts';
import { openPublicForm, readPublicForm } from './form-test-support.ts';

const server = useTestServer({ env: { LEADLIGHT_TRUST_PROXY: '1' } });
const partner = useMade(() => server.make.partner('Contoso'));
const munich = useMade(() => server.make.location(partner.id, { name: 'Munich' }));
const offer = useMade(() =>
  server.make.offer(partner, { title: 'Backup <b>Suite</b>', location_id: munich.id }),
);
let slug: string;
let senders = 0;

beforeAll(async () => {
  await listIn(offer.id, 'AzurePortal', 'AzureMarketplace');
  slug = await publishProfile('contoso-munich', munich.id);
});

async function listIn(offerId: string, ...codes: string[]) {
  const rows = codes.map((code) => ({
    organization_id: partner.id,
    offer_id: offerId,
    storefront_code: code,
  }));
  await server.database.ownerDb.insertInto('offer_storefront').values(rows).execute();
}

async function publishProfile(name: string, locationId: string) {
  const [profileId, country] = [newId(), 'DE'];
  const both = { organization_id: partner.id, created_at: testNow };
  await server.database.ownerDb
    .insertInto('business_profile')
    .values({
      ...both,
      id: profileId,
      country,
      display_name: 'Contoso Deutschland',
      published_at: testNow,
    })
    .execute();
  const page = { ...both, page_id: newId(), slug: name };
  await server.database.ownerDb.insertInto('page_address').values(page).execute();
  const { page_id: id, ...address } = page;
  const contact = { contact_name: 'Erika Muster', contact_email: 'erika@contoso.test' };
  const place = { name: 'Main office', country, location_id: locationId };
  await server.database.ownerDb
    .insertInto('profile_location')
    .values({ ...address, ...contact, ...place, id, profile_id: profileId })
    .execute();
  return name;
}

const get = (path: string) => server.request('GET', path);

/** Each submission comes from a different IP address, unless the test is about addresses. */
function send(path: string, form: Record<string, string>, address = `198.51.100.${++senders}`) {
  return server.request('POST', path, {
    body: new URLSearchParams(form),
    headers: { 'x-forwarded-for': address },
  });
}

async function openForm(path: string): Promise<Record<string, string>> {
  return { ...customer, ...(await openPublicForm(server, path)).fields };
}

const customer = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'ada@customer.test',
  phone: '+44 20 7946 0000',
  company: 'Engines Ltd',
  title: 'Analyst',
  country: 'GB',
  message: 'Two\r\nlines',
  consent: 'on',
};

function leadsBy(door: 'offer-page' | 'profile-page') {
  return server.database.ownerDb
    .selectFrom('lead')
    .selectAll()
    .where('door', '=', door)
    .orderBy('id')
    .execute();
}

function expectPage(answer: Answer, status: number) {
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(answer.text).toMatch(/^<!doctype html>/);
}

describe('offer page (BP-3)', () => {
  it('shows the offer in each of its storefronts, whose form is sent to the same address', async () => {
    for (const storefront of ['azuremarketplace', 'azureportal']) {
      const page = await get(`/offers/${storefront}/${offer.name}`);
      expectPage(page, 200);
      expect(page.text).toContain('Backup &lt;b&gt;Suite&lt;/b&gt;');
      expect(page.text).toContain(`action="/offers/${storefront}/${offer.name}"`);
      expect(page.text).toMatch(/rel="canonical" href="[^"]+\/offers\/azuremarketplace\/[^"]+"/);
    }
  });

  it('leads to the address in lower case, and to the first storefront from one that does not list it', async () => {
    const whither = async (path: string) => {
      const answer = await get(path);
      return [answer.status, answer.headers.get('location')];
    };
    const name = offer.name.toUpperCase();
    expect(await whither(`/offers/AzurePortal/${name}?src=a&mktcmpid=b&utm=x`)).toEqual([
      301,
      `/offers/azureportal/${offer.name}?src=a&mktcmpid=b`,
    ]);
    expect(await whither(`/offers/appsource/${offer.name}`)).toEqual([
      302,
      `/offers/azuremarketplace/${offer.name}`,
    ]);
    expect(await whither(`/offers/none/${offer.name}`)).toEqual([
      302,
      `/offers/azuremarketplace/${offer.name}`,
    ]);
  });

  it('the former addresses lead here for good', async () => {
    const whither = async (path: string) => {
      const answer = await get(path);
      return [answer.status, answer.headers.get('location')];
    };
    expect(await whither(`/o/${offer.name.toUpperCase()}?from=AzurePortal&src=a`)).toEqual([
      301,
      `/offers/azureportal/${offer.name}?src=a`,
    ]);
    expect(await whither(`/o/${offer.name}?from=x&from=y`)).toEqual([
      301,
      `/offers/azuremarketplace/${offer.name}`,
    ]);
    expect(await whither(`/o/${offer.name}/thanks`)).toEqual([
      301,
      `/offers/azuremarketplace/${offer.name}/thanks`,
    ]);
  });

  it('IN-1, IN-6: takes a lead and thanks', async () => {
    const path = `/offers/azureportal/${offer.name}`;
    const answer = await send(path, await openForm(path));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/offers/azureportal/${offer.name}/thanks`);
    const thanks = await get(answer.headers.get('location') ?? '');
    expectPage(thanks, 200);
    expect(thanks.text).toContain('Your request was sent to <bdi>Contoso</bdi>.');
    const [lead] = await leadsBy('offer-page');
    expect(lead).toMatchObject({
      organization_id: partner.id,
      location_id: munich.id,
      offer_id: offer.id,
      offer_name: offer.name,
      offer_title: 'Backup <b>Suite</b>',
      qualification: 'Direct',
      lead_type: 'Offer',
      call_to_action: 'ContactMe',
      lead_source: 'AzurePortal',
      customer_name: 'Engines Ltd',
      country: 'GB',
      contact_first_name: 'Ada',
      contact_last_name: 'Lovelace',
      contact_title: 'Analyst',
      contact_email: 'ada@customer.test',
      contact_phone: '+44 20 7946 0000',
      message: 'Two\nlines',
      contact_allowed: true,
      consent_text_version: consentTextVersion('en'),
      status: 'Received',
      hot_until: null,
    });
    expect(server.logged.join('')).not.toContain('ada@customer.test');
  });

  it('IN-3: a form sent twice is one lead, a corrected one another', async () => {
    const path = `/offers/azuremarketplace/${offer.name}`;
    const form = { ...(await openForm(path)), message: 'Twice' };
    const before = (await leadsBy('offer-page')).length;
    const answers = await Promise.all([send(path, form), send(path, form), send(path, form)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await leadsBy('offer-page')).toHaveLength(before + 1);
    const corrected = await send(path, { ...form, phone: '' });
    expect(corrected.status).toBe(303);
    expect(await leadsBy('offer-page')).toHaveLength(before + 2);
  });

  it('IN-3: who goes back to a fresh form and sends the same words is one lead within a day', async () => {
    const path = `/offers/azuremarketplace/${offer.name}`;
    const again = async () => send(path, { ...(await openForm(path)), message: 'Back and again' });
    const before = (await leadsBy('offer-page')).length;
    for (const answer of [await again(), await again(), await again()]) expect(answer.status).toBe(303);
    expect(await leadsBy('offer-page')).toHaveLength(before + 1);
    server.clock.set(new Date(server.clock.now().getTime() + 25 * 3_600_000));
    expect((await again()).status).toBe(303);
    expect(await leadsBy('offer-page')).toHaveLength(before + 2);
  });

  it('IN-1: asks once about a likely slip in the address, and takes the answer', async () => {
    const path = `/offers/azuremarketplace/${offer.name}`;
    const form = { ...(await openForm(path)), email: 'ada@gmial.com', message: 'Slip' };
    const asked = await send(path, form);
    expectPage(asked, 400);
    expect(asked.text).toContain('Did you mean ada@gmail.com?');
    expect(asked.text).toContain('value="ada@gmial.com"');
    const { fields } = readPublicForm(asked.text);
    expect((await send(path, { ...form, ...fields })).status).toBe(303);
    expect((await leadsBy('offer-page')).at(-1)).toMatchObject({
      contact_email: 'ada@gmial.com',
      message: 'Slip',
    });
  });

  it('IN-1: nobody is thanked for an address that cannot be answered; a name and a phone number are enough', async () => {
    const path = `/offers/azuremarketplace/${offer.name}`;
    const form = { ...(await openForm(path)), message: 'Unreachable' };
    for (const email of ['not an address', 'anna@firma,de']) {
      const answer = await send(path, { ...form, email, phone: '' });
      expectPage(answer, 400);
      expect(answer.text).toContain('This email address doesn’t look right.');
      expect(answer.text).toContain(`value="${email}"`);
    }
    const called = { ...form, email: '', phone: '+49 30 901820', lastName: '', firstName: 'Sukarnoputri' };
    expect((await send(path, called)).status).toBe(303);
    expect((await leadsBy('offer-page')).at(-1)).toMatchObject({
      contact_first_name: 'Sukarnoputri',
      contact_last_name: null,
      contact_email: null,
      contact_phone: '+49 30 901820',
    });
  });

  it('an offer to get now makes an informational lead, for the default location', async () => {
    const free = await server.make.offer(partner, { call_to_action: 'FreeTrial' });
    const answer = await send(`/offers/-/${free.name}`, await openForm(`/offers/-/${free.name}`));
    expect(answer.headers.get('location')).toBe(`/offers/-/${free.name}/thanks`);
    const lead = (await leadsBy('offer-page')).find(({ offer_id }) => offer_id === free.id);
    const expected = { location_id: partner.location.id, status: null, call_to_action: 'FreeTrial' };
    expect(lead).toMatchObject({ ...expected, lead_source: null });
  });

  it('IN-4: shows a wrong form again with every error, and stores nothing', async () => {
    const form = await openForm(`/offers/azuremarketplace/${offer.name}`);
    const before = (await leadsBy('offer-page')).length;
    const answer = await send(`/o/${offer.name}`, {
      ...form,
      email: ' ',
      phone: '',
      country: 'XX',
      consent: '',
    });
    expectPage(answer, 400);
    expect(answer.text).toContain('3 answers need another look');
    expect(answer.text).toContain('value="Lovelace"');
    expect(answer.text).toContain(`value="${form.formKey}"`);
    expect(await leadsBy('offer-page')).toHaveLength(before);
  });
});

describe('profile page (BP-3)', () => {
  it('shows the profile, but not its contact person', async () => {
    const page = await get(`/partners/de/${slug}`);
    expectPage(page, 200);
    expect(page.text).toContain('Contoso Deutschland');
    expect(page.text).not.toMatch(/erika@|Erika Muster/);
  });

  it('IN-1, LC-5: takes a lead for its location, hot when the customer asks for direct contact', async () => {
    const form = { ...(await openForm(`/partners/de/${slug}`)), contactDirectly: 'on' };
    const answer = await send(`/partners/de/${slug}`, form);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/partners/de/${slug}/thanks`);
    expectPage(await get(`/partners/de/${slug}/thanks`), 200);
    const [lead] = await leadsBy('profile-page');
    expect(lead).toMatchObject({
      organization_id: partner.id,
      location_id: munich.id,
      lead_type: 'Profile',
      call_to_action: 'ContactMe',
      lead_source: 'AppSource',
      offer_id: null,
      offer_name: null,
    });
    expect(lead?.hot_until).not.toBeNull();
  });

  it('IN-3: a form sent twice is one lead', async () => {
    const form = await openForm(`/partners/de/${slug}`);
    const before = (await leadsBy('profile-page')).length;
    await Promise.all([send(`/partners/de/${slug}`, form), send(`/partners/de/${slug}`, form)]);
    expect(await leadsBy('profile-page')).toHaveLength(before + 1);
  });

  it('shows a wrong form again', async () => {
    const answer = await send(`/partners/de/${slug}`, { contactDirectly: 'on' });
    expectPage(answer, 400);
    expect(answer.text).toMatch(/<input id="contactDirectly"[^>]* checked=""/);
  });
});

describe('errors are pages', () => {
  it('404: unknown, unpublished, malformed', async () => {
    const draft = await server.make.offer(partner, { published_at: null });
    const paths = ['/o/none.there', '/o/nodot', '/o/.x', '/o/%00.x', '/o', '/o/a.b/c', `/o/${draft.name}`];
    const others = [
      '/p/none',
      '/p/%00',
      '/p',
      '/p/a/b/c',
      '/p/none/thanks',
      '/partners/de/none',
      '/partners/de/%00',
    ];
    for (const path of [...paths, ...others, `/o/${draft.name}/thanks`]) {
      const answer = await get(path);
      expectPage(answer, 404);
      expect(answer.text).toContain('There is no page at this address');
    }
    expectPage(await send('/o/none.there', customer), 404);
    expectPage(await send(`/o/${draft.name}`, customer), 404);
    expectPage(await send('/partners/de/none', customer), 404);
  });

  it('415, 413', async () => {
    const asJson = await server.request('POST', `/o/${offer.name}`, { body: { ...customer } });
    expectPage(asJson, 415);
    expectPage(await send(`/partners/de/${slug}`, { message: 'x'.repeat(300_000) }), 413);
  });

  it('IN-7: 429 for the eleventh submission of one form by one address in 10 minutes', async () => {
    const flood = await server.make.offer(partner);
    const path = `/offers/-/${flood.name}`;
    const statuses = [];
    for (let count = 0; count < 10; count++) statuses.push((await send(path, {}, '2001:db8::1')).status);
    expect(new Set(statuses)).toEqual(new Set([400]));
    const refused = await send(path.toUpperCase().replace('/OFFERS/', '/offers/'), {}, '2001:db8::2');
    expectPage(refused, 429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(500);
    expect(refused.text).toContain('Please wait 10 minutes');
    expect((await send(path, {}, '2001:db8:0:1::1')).status).toBe(400);
    expect((await send(`/o/${offer.name}`, {}, '2001:db8::1')).status).toBe(400);
    expect((await get(path)).status).toBe(200);
  });

  it('500 with the request id; sending the same form again makes the lead', async () => {
    const form = await openForm(`/partners/de/${slug}`);
    const { ownerPool } = server.database;
    await ownerPool.query('alter table intake_receipt rename to hidden');
    const failed = await send(`/partners/de/${slug}`, form);
    await ownerPool.query('alter table hidden rename to intake_receipt');
    expectPage(failed, 500);
    expect(failed.text).toContain(`<code>${failed.headers.get('x-request-id')}</code>`);
    expect((await send(`/partners/de/${slug}`, form)).status).toBe(303);
  });
});

it('the script of a form may be kept for ever, one of another version not', async () => {
  const { text } = await get(`/offers/azuremarketplace/${offer.name}`);
  const script = await get(/<script src="([^"]+)"/.exec(text)?.[1] ?? '');
  expect(script.status).toBe(200);
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect((await get('/public/form.js')).headers.get('cache-control')).toBe('no-store');
});

it('the stylesheet of a page may be kept for ever, one of another version not', async () => {
  const { text } = await get(`/offers/azuremarketplace/${offer.name}`);
  const href = /<link rel="stylesheet" href="([^"]+)"/.exec(text)?.[1] ?? '';
  const css = await get(href);
  expect(css.status).toBe(200);
  expect(css.headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect(css.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect((await get('/public/pages.css?v=old')).headers.get('cache-control')).toBe('no-store');
});

it('pages are no part of the API’s description', () => {
  const paths = Object.keys(server.app.swagger().paths ?? {});
  expect(paths.filter((path) => /^\/(o|p|public)\//.test(path))).toEqual([]);
});
