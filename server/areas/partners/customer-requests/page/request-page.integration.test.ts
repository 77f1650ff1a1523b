import { describe, expect, it } from 'vitest';
import { lead as leadShape, leadTimeline } from '../../../../../contract/leads/leads.ts';
import { body, testNow } from '../../../../../test/server.ts';
import { signLink } from '../../../mail/index.ts';
import { formTo, readForms, secrets, useRequestWorld } from '../customer-requests.fixture.ts';
import { forwardConsentVersion } from '../customer-requests.rules.ts';

// All use one address, which has a daily limit: each test begins without emails.
const world = useRequestWorld();

const daysLater = (days: number) => new Date(testNow.getTime() + days * 86_400_000);

async function at<T>(moment: Date, work: () => Promise<T>): Promise<T> {
  world.server.clock.set(moment);
  try {
    return await work();
  } finally {
    world.server.clock.set(testNow);
  }
}

describe('LC-3: the page of a request', () => {
  it('shows the customer’s own words, its status, and partners that fit, in their language', async () => {
    const { path } = await world.makeDeclined(world.contoso, {
      offer_title: 'Backup <b>Suite</b>',
      closing_notes: 'secret of the partner',
    });
    const page = await world.visit('GET', path);
    expect(page.status).toBe(200);
    expect(page.text).toContain('<html lang="de">');
    expect(page.text).toContain(
      'Sie haben <bdi>Contoso</bdi> um Kontakt zu <bdi>Backup &lt;b&gt;Suite&lt;/b&gt;</bdi> gebeten',
    );
    expect(page.text).toContain('Bitte rufen Sie an.');
    expect(page.text).toContain('Abgelehnt');
    expect(page.text).toContain('Arbeitet in Ihrem Land (Deutschland)');
    expect(readForms(page.text).map(({ button }) => button)).toEqual([
      'Meine Anfrage an Fabrikam senden',
      'Meine Anfrage an Tailspin senden',
    ]);
    // Neither who they are, because someone else may have the link, nor why the partner declined.
    for (const hidden of ['Wilhelmina', 'quastenflosser', '5550199', 'NoCapacity', 'Sorry', 'secret of'])
      expect(page.text).not.toContain(hidden);
    const english = await world.visit('GET', `${path}?language=en`);
    expect(english.text).toContain('<html lang="en">');
    expect(english.text).toContain('Send my request to <bdi>Fabrikam</bdi>');
  });

  it('is kept by nobody, tells no other site where it is, and runs nothing', async () => {
    const { path } = await world.makeDeclined();
    const { headers, text } = await world.visit('GET', path);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('set-cookie')).toBeNull();
    expect(text).not.toContain('<script');
    const [, , token = ''] = path.split('/');
    expect(token.length).toBeGreaterThan(60);
    expect(world.server.logged.join('')).not.toContain(token);
    expect(world.server.logged.join('')).toContain('/request/:token');
  });

  it('NT-3: changes nothing by being opened, as programs that read mails do', async () => {
    const { path } = await world.makeDeclined();
    const before = await world.stored();
    for (const address of [path, `${path}/withdraw`, `${path}/forward`, `${path}/withdraw?language=en`])
      expect((await world.visit('GET', address)).status).toBeLessThan(400);
    expect((await world.visit('GET', path)).status).toBe(200);
    expect(await world.stored()).toEqual(before);
  });

  it('says in the reader’s language that a link isn’t valid', async () => {
    const { requestId, path, leadId } = await world.makeDeclined();
    const token = path.slice('/request/'.length);
    const tampered = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    const wrong = [
      tampered,
      token.slice(0, 40),
      'x',
      '%00',
      signLink(Buffer.alloc(32), 'request', requestId),
      await world.sign('reset', requestId),
      await world.sign('request', leadId),
    ];
    for (const other of wrong) {
      const answer = await world.visit('GET', `/request/${other}`, {
        headers: { 'accept-language': 'de-AT,en' },
      });
      expect(answer.status).toBe(404);
      expect(answer.text).toContain('Dieser Link ist ungültig');
      const form = { pageId: world.fabrikam.pageId, formToken: 'x' };
      for (const step of ['forward', 'withdraw'])
        expect((await world.visit('POST', `/request/${other}/${step}`, { form })).status).toBe(404);
    }
    expect((await world.visit('GET', `/request/${tampered}`)).text).toContain('This link isn’t valid');
    expect((await world.visit('GET', '/request')).status).toBe(404);
  });

  it('ends after thirty days, with clear words', async () => {
    const { path } = await world.makeDeclined();
    const form = formTo((await world.visit('GET', path)).text, 'Fabrikam');
    const lastMoment = new Date(daysLater(30).getTime() - 1);
    expect((await at(lastMoment, () => world.visit('GET', path))).status).toBe(200);
    await at(daysLater(30), async () => {
      const page = await world.visit('GET', path);
      expect(page.status).toBe(410);
      expect(page.text).toContain('Dieser Link ist abgelaufen');
      expect((await world.visit('POST', form.action, { form: form.fields })).status).toBe(410);
      expect((await world.visit('POST', `${path}/withdraw`, { form: { formToken: 'x' } })).status).toBe(410);
    });
  });

  it('holds hostile names without harm', async () => {
    const name = '</bdi><script>alert(1)</script>"\'&\u202e{{7*7}}';
    const { path } = await world.makeDeclined(world.contoso, { offer_title: name, message: name });
    const { ownerDb } = world.server.database;
    const rename = (display_name: string) =>
      ownerDb
        .updateTable('business_profile')
        .set({ display_name, tags: [name] })
        .where('organization_id', '=', world.fabrikam.id)
        .execute();
    await rename(name);
    const { status, text } = await world.visit('GET', path);
    await rename('Fabrikam');
    expect(status).toBe(200);
    expect(text).not.toContain('<script');
    expect(text).toContain('&lt;/bdi&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;&amp;');
  });

  it('lets a network look and try so often only', async () => {
    const address = '203.0.113.9';
    const looks = [];
    for (let look = 0; look < 62; look++)
      looks.push((await world.visit('GET', `/request/${look}`, { address })).status);
    expect(looks.slice(0, 60).every((status) => status === 404)).toBe(true);
    expect(looks.slice(60)).toEqual([429, 429]);
    const tries = [];
    for (let one = 0; one < 11; one++)
      tries.push((await world.visit('POST', `/request/${one}/withdraw`, { form: {}, address })).status);
    expect(tries[9]).toBe(404);
    expect(tries[10]).toBe(429);
  });
});

describe('LC-3: sending a request on', () => {
  it('makes one lead of the next partner, with the contact, and tells the customer', async () => {
    const { path, leadId, requestId } = await world.makeDeclined(world.contoso, {
      offer_title: 'Contoso Backup Suite',
      hot_until: daysLater(2),
    });
    const form = formTo((await world.visit('GET', path)).text, 'Fabrikam');
    const answer = await world.visit('POST', form.action, { form: form.fields });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(path);
    const [made, ...others] = (await world.forwardedTo(world.fabrikam)).filter(
      (lead) => lead.customer_request_id === requestId,
    );
    expect(others).toEqual([]);
    expect(made).toMatchObject({
      ...secrets,
      status: 'Received',
      door: 'profile-page',
      lead_type: 'Profile',
      location_id: world.fabrikam.location.id,
      country: 'DE',
      contact_allowed: true,
      consent_at: testNow,
      consent_text_version: forwardConsentVersion,
      received_at: testNow,
      expires_at: daysLater(14),
      hot_until: daysLater(3),
      forwarded_after: 'Declined',
      offer_title: null,
    });
    const mail = (await world.mails()).at(-1);
    expect(mail).toMatchObject({
      organization_id: world.operator.id,
      address: secrets.contact_email,
      content: { kind: 'customer', news: 'forwarded', partnerName: 'Fabrikam', requestId },
      lead_ids: [made?.id],
    });
    const page = await world.visit('GET', path);
    expect(page.text).toContain('Ihre Anfrage ist jetzt bei <bdi>Fabrikam</bdi>');
    expect(readForms(page.text)).toEqual([]);

    // The new partner reads it like any lead, and that it was sent on; nothing of the previous partner.
    const details = await world.server.request('GET', `/api/v1/leads/${made?.id}`, { as: world.fabrikam.as });
    const timeline = await world.server.request('GET', `/api/v1/leads/${made?.id}/timeline`, {
      as: world.fabrikam.as,
    });
    expect(body(leadShape, details)).toMatchObject({
      contact: { email: secrets.contact_email, phone: secrets.contact_phone },
      message: secrets.message,
      forwarded: { after: 'Declined' },
      hotUntil: daysLater(3).toISOString(),
    });
    for (const text of [details.text, timeline.text])
      for (const other of ['Contoso', world.contoso.id, leadId, requestId]) expect(text).not.toContain(other);
    expect(body(leadTimeline, timeline).items[0]?.note).toBe(
      'The customer chose this profile page after another partner declined.',
    );

    // The first partner is not told.
    for (const rest of ['', '/timeline']) {
      const first = await world.server.request('GET', `/api/v1/leads/${leadId}${rest}`, {
        as: world.contoso.as,
      });
      for (const other of ['Fabrikam', world.fabrikam.id, made?.id ?? '', requestId, 'sent on'])
        expect(first.text).not.toContain(other);
    }
    expect(
      (await world.server.request('GET', `/api/v1/leads/${made?.id}`, { as: world.contoso.as })).status,
    ).toBe(404);
  });

  it('IN-3: makes one lead of many clicks at once, and is with one partner at a time', async () => {
    const { path, requestId } = await world.makeDeclined();
    const { text } = await world.visit('GET', path);
    const forms = ['Fabrikam', 'Tailspin', 'Fabrikam', 'Tailspin', 'Fabrikam'].map((name) =>
      formTo(text, name),
    );
    const mailsBefore = (await world.mails()).length;
    const answers = await Promise.all(
      forms.map((form) => world.visit('POST', form.action, { form: form.fields })),
    );
    const made = [
      ...(await world.forwardedTo(world.fabrikam)),
      ...(await world.forwardedTo(world.tailspin)),
    ].filter((lead) => lead.customer_request_id === requestId);
    expect(made).toHaveLength(1);
    const toFabrikam = made[0]?.organization_id === world.fabrikam.id;
    expect(answers.map(({ status }) => status)).toEqual(
      toFabrikam ? [303, 409, 303, 409, 303] : [409, 303, 409, 303, 409],
    );
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.text).toContain('Ein anderer Partner hat Ihre Anfrage schon');
    expect(await world.mails()).toHaveLength(mailsBefore + 1);
  });

  it('goes on to the next when this one declines or does not answer, and never back', async () => {
    const { path, requestId } = await world.makeDeclined();
    const sendTo = async (name: string) => {
      const form = formTo((await world.visit('GET', path)).text, name);
      expect((await world.visit('POST', form.action, { form: form.fields })).status).toBe(303);
      return form;
    };
    const first = await sendTo('Fabrikam');
    const [lead] = (await world.forwardedTo(world.fabrikam)).filter(
      (one) => one.customer_request_id === requestId,
    );
    await world.decline(world.fabrikam, lead?.id ?? '');
    await world.server.queue.run('lead.tell', 'lead.tell-expired');
    expect((await world.mails()).at(-1)?.content).toMatchObject({
      news: 'declined',
      partnerName: 'Fabrikam',
      requestId,
    });

    const again = await world.visit('POST', first.action, { form: first.fields });
    expect(again.status).toBe(409);
    expect(again.text).toContain('Dieser Partner hatte Ihre Anfrage bereits');
    expect(readForms(again.text).map(({ button }) => button)).toEqual(['Meine Anfrage an Tailspin senden']);
    await sendTo('Tailspin');
    await at(daysLater(14), async () => {
      const { text } = await world.visit('GET', path);
      expect(text).toContain('Nicht rechtzeitig beantwortet');
      expect(text).toContain('Im Moment gibt es keinen anderen passenden Partner');
    });
  });

  it('offers nothing of a partner that is not published any more, and does not send there', async () => {
    const { path } = await world.makeDeclined();
    const form = formTo((await world.visit('GET', path)).text, 'Fabrikam');
    const publish = (published_at: Date | null) =>
      world.server.database.ownerDb
        .updateTable('business_profile')
        .set({ published_at })
        .where('organization_id', '=', world.fabrikam.id)
        .execute();
    await publish(null);
    const refused = await world.visit('POST', form.action, { form: form.fields });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('nimmt hier keine Anfragen mehr an');
    expect(refused.text).not.toContain('an <bdi>Fabrikam</bdi> senden');
    await publish(testNow);
  });

  it('takes the forms of its own page only', async () => {
    const { path } = await world.makeDeclined();
    const other = await world.makeDeclined();
    const before = await world.stored();
    const form = formTo((await world.visit('GET', path)).text, 'Fabrikam');
    const foreign = formTo((await world.visit('GET', other.path)).text, 'Fabrikam');
    const wrong: [Record<string, string>, Record<string, string>, number][] = [
      [form.fields, { 'sec-fetch-site': 'cross-site' }, 403],
      [form.fields, { 'sec-fetch-site': 'same-site' }, 403],
      [{}, {}, 400],
      [{ ...form.fields, pageId: 'x' }, {}, 400],
      [{ ...form.fields, pageId: world.tailspin.pageId }, {}, 400],
      [{ ...form.fields, formToken: foreign.fields.formToken ?? '' }, {}, 400],
      [{ ...form.fields, formToken: '' }, {}, 400],
    ];
    for (const [fields, headers, status] of wrong)
      expect((await world.visit('POST', form.action, { form: fields, headers })).status).toBe(status);
    const late = await at(new Date(testNow.getTime() + 13 * 3_600_000), () =>
      world.visit('POST', form.action, { form: form.fields }),
    );
    expect(late.status).toBe(400);
    expect(late.text).toContain('Die Seite war zu lange offen');
    expect(await world.stored()).toEqual(before);
    const json = await world.server.request('POST', form.action, { body: form.fields });
    expect(json.status).toBe(415);
    expect(json.text).toContain('<!doctype html>');
  });
});
