import { describe, expect, it } from 'vitest';
import { type Offer, offer } from '../../../../contract/offers/offers.ts';
import { body } from '../../../../test/server.ts';
import { complete, useOffers } from '../../offers/offers.fixture.ts';
import { openPublicForm } from './form-test-support.ts';

const { server, world, send, begin, publish } = useOffers({
  emptied: ['lead'],
  env: { LEADLIGHT_TRUST_PROXY: '1' },
});

const get = (path: string) => server.request('GET', path);
const pathOf = ({ id }: Offer) => `/offers/appsource/${id}`;
const previewOf = ({ previewAddress }: Offer) => new URL(previewAddress ?? '').pathname;
const preview = async ({ id }: Offer) => body(offer, await send('POST', `/${id}/preview`));
const stop = ({ id }: Offer) => send('POST', `/${id}/stop`);

const customer = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'ada@customer.test',
  company: 'Engines Ltd',
  country: 'GB',
  message: 'Please call.',
  consent: 'on',
};
let senders = 0;
/** A form as a browser sends it: everything in it is right, and the work is done. */
async function open(path: string) {
  const form = await openPublicForm(server, path);
  const filled = { ...customer, ...form.fields, proof: form.solve() };
  return (more: object = {}) =>
    server.request('POST', path, {
      body: new URLSearchParams({ ...filled, ...more }),
      headers: { 'x-forwarded-for': `198.51.100.${++senders}` },
    });
}
const leads = () => server.database.ownerDb.selectFrom('lead').selectAll().orderBy('id').execute();

describe('OF-4 pages follow the state of their offer', () => {
  it('a draft has no page; publishing shows one at once, stopping takes it away at once', async () => {
    const draft = await begin({ ...complete, shortDescription: 'Nightly.' });
    for (const path of [pathOf(draft), `${pathOf(draft)}/thanks`, `/o/${draft.id}`])
      expect((await get(path)).status).toBe(404);
    const live = await publish(draft);
    expect((await get(pathOf(live))).text).toContain('<li dir="auto"><strong>safe</strong></li>');
    await stop(live);
    for (const path of [pathOf(live), `${pathOf(live)}/thanks`, `/o/${live.id}`])
      expect((await get(path)).status).toBe(404);
    await publish(live);
    expect((await get(pathOf(live))).status).toBe(200);
  });

  it('customers see an edit of a live offer once it is published, and its preview shows it before', async () => {
    const live = await publish(await begin());
    await send('PATCH', `/${live.id}`, { listing: { name: 'Better name' } });
    const edited = await preview(live);
    expect((await get(pathOf(live))).text).toContain('Backup Suite');
    expect((await get(previewOf(edited))).text).toContain('Better name');
    await publish(live);
    expect((await get(pathOf(live))).text).toContain('Better name');
    expect((await get(previewOf(edited))).status).toBe(404);
  });

  it('a preview works like the live page, is listed nowhere, and makes a test lead', async () => {
    const shown = await preview(
      await begin({ name: 'Backup', callToAction: 'GetItNow', locationId: world.munich.id }),
    );
    const page = await get(previewOf(shown));
    expect(page.text).toContain('<meta name="robots" content="noindex"/>');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    const submit = await open(`${previewOf(shown)}?src=letter`);
    const wrong = await submit({ consent: '' });
    expect([wrong.status, wrong.text.includes('This is a preview')]).toEqual([400, true]);
    const answer = await submit();
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${previewOf(shown)}/thanks`]);
    expect((await get(`${previewOf(shown)}/thanks`)).status).toBe(200);
    expect(await leads()).toMatchObject([
      {
        organization_id: world.contoso.id,
        location_id: world.munich.id,
        offer_name: shown.id,
        call_to_action: 'GetItNow',
        is_test: true,
        source_detail: 'letter',
      },
    ]);
  });

  it('the same words through the live page are a lead of their own', async () => {
    const draft = await preview(await begin());
    await (await open(previewOf(draft)))();
    const live = await publish(draft);
    await (await open(pathOf(live)))();
    expect((await leads()).map((lead) => lead.is_test)).toEqual([true, false]);
  });

  it.each(['x', 'x'.repeat(32), '%00', `${'x'.repeat(31)}%2f`])(
    'nobody guesses a preview: %s',
    async (key) => {
      expect((await get(`/offers/preview/${key}`)).status).toBe(404);
    },
  );

  it('IN-4 a form that was open when the offer was stopped is kept, unrouted', async () => {
    const live = await publish(await begin());
    const submit = await open(pathOf(live));
    await stop(live);
    expect((await submit({ consent: '' })).status).toBe(404);
    expect((await submit({ formToken: 'forged' })).status).toBe(404);
    const answer = await submit();
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/offers/received']);
    expect((await get('/offers/received')).text).toContain('Your request was kept');
    expect(await leads()).toMatchObject([
      {
        organization_id: world.operator.id,
        location_id: null,
        offer_id: null,
        offer_name: live.id,
        customer_name: 'Engines Ltd',
        routing_reason: `No partner lists the offer ${live.id}.`,
        status: 'Received',
      },
    ]);
  });

  it('IN-4 a marketplace’s lead for an offer that is not live waits with the operator', async () => {
    const key = await server.make.marketplaceKey(world.operator.id);
    const live = await publish(await begin());
    const post = (message: string) =>
      server.request('POST', `/intake/marketplace/${key}`, {
        body: {
          userDetails: { FirstName: 'Ada', LastName: 'Lovelace', Email: 'ada@customer.test' },
          LeadSource: `AppSource-PLT|${live.id}`,
          Description: message,
        },
      });
    expect((await post('one')).status).toBeLessThan(300);
    await stop(live);
    expect((await post('two')).status).toBeLessThan(300);
    expect((await leads()).map((lead) => lead.organization_id)).toEqual([
      world.contoso.id,
      world.operator.id,
    ]);
  });
});

describe('OF-6 where the customer came from', () => {
  it('is kept on the lead, from the address to the details page, and stays when the lead is accepted', async () => {
    const live = await publish(await begin());
    const submit = await open(`${pathOf(live)}?src=newsletter&mktcmpid=spring_26`);
    await submit();
    const [lead] = await leads();
    expect(lead).toMatchObject({ source_detail: 'newsletter', campaign_id: 'spring_26', is_test: false });
    const details = () => server.request('GET', `/api/v1/leads/${lead?.id}`, { as: world.as.admin });
    expect((await details()).json).toMatchObject({ sourceDetail: 'newsletter', campaignId: 'spring_26' });
    const accepted = await server.request('POST', `/api/v1/leads/${lead?.id}/acceptance`, {
      as: world.as.admin,
      headers: { 'if-match': '"1"' },
      body: {
        dealName: 'Deal',
        estimatedValue: { amountMinor: 1, currency: 'EUR' },
        teamMemberIds: [world.people.admin.id],
        estimatedPurchaseDate: '2027-01-01',
      },
    });
    expect([accepted.status, (await details()).json]).toMatchObject([
      200,
      { deal: { campaignId: 'spring_26' } },
    ]);
  });
});
