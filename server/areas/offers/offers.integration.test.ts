import { describe, expect, it } from 'vitest';
import { accessLogPage } from '../../../contract/identity/identity.ts';
import { offer, offerPage } from '../../../contract/offers/offers.ts';
import { openSession } from '../../../test/lead-world.ts';
import { type Answer, body, type Caller, problemOf } from '../../../test/server.ts';
import { complete, pathsOf, useOffers } from './offers.fixture.ts';

const { server, world, send, read, begin, publish, rowOf } = useOffers({ emptied: ['access_log'] });

describe('OF-1 an offer begins as a draft', () => {
  it('with ids that never change, an alias, and as much of its listing as there is', async () => {
    const answer = await send('POST', '', {
      publisherId: world.contoso.publisherId,
      offerId: 'backup_suite-2',
      alias: 'The new one',
      listing: { name: '  Backup Suite ' },
    });
    const made = body(offer, answer);
    expect(answer.headers.get('etag')).toBe(`"${made.revision}"`);
    expect(made).toMatchObject({
      id: `${world.contoso.publisherId}.backup_suite-2`,
      organization: { id: world.contoso.id, name: 'Contoso' },
      alias: 'The new one',
      name: 'Backup Suite',
      callToAction: null,
      state: 'Draft',
      hasUnpublishedChanges: false,
      publishedAt: null,
      previewAddress: null,
      pages: [],
      deletable: true,
    });
    expect(made.problems.map((problem) => problem.path)).toEqual(
      ['searchSummary', 'description', 'callToAction', 'storefronts'].map((field) => `body.listing.${field}`),
    );
    expect(await read(made.id.toUpperCase())).toEqual(made);
    const refused = await send('PATCH', `/${made.id}`, { offerId: 'other' });
    expect(refused.status).toBe(400);
  });

  it.each(['', 'Backup', 'a.b', 'a b', 'ä', 'x'.repeat(51), '../x'])('refuses the id %j', async (offerId) => {
    const answer = await send('POST', '', { publisherId: world.contoso.publisherId, offerId });
    expect([answer.status, pathsOf(answer)]).toEqual([400, ['body.offerId']]);
  });

  it('refuses an id that is taken, also of an offer that was set up otherwise', async () => {
    await world.offer({ offer_key: 'taken' });
    const answer = await send('POST', '', { publisherId: world.contoso.publisherId, offerId: 'taken' });
    expect([problemOf(answer).code, pathsOf(answer)]).toEqual(['already-there', ['body.offerId']]);
  });

  it('a publisher id belongs to one partner; who has none takes a free one, and only the operator gives more', async () => {
    const foreign = await send('POST', '', { publisherId: world.fabrikam.publisherId, offerId: 'x' });
    expect([foreign.status, pathsOf(foreign)]).toEqual([400, ['body.publisherId']]);
    const second = await send('POST', '', { publisherId: 'contoso-two', offerId: 'x' });
    expect([second.status, pathsOf(second)]).toEqual([400, ['body.publisherId']]);
    const given = { publisherId: 'contoso-two', offerId: 'x', organizationId: world.contoso.id };
    expect((await send('POST', '', given, { as: world.as.operatorAdmin })).status).toBe(201);
    expect((await send('POST', '', { publisherId: 'contoso-two', offerId: 'y' })).status).toBe(201);

    const tailspin = await server.make.organization('partner', 'Tailspin');
    const person = await server.make.person(tailspin.id, 'referrals-admin');
    const as = await openSession(server, person.id, tailspin.id);
    const claimed = await send('POST', '', { publisherId: 'tailspin', offerId: 'crew' }, { as });
    expect(body(offer, claimed).id).toBe('tailspin.crew');
    expect(body(offerPage, await send('GET', '', undefined, { as })).publishers).toEqual(['tailspin']);
  });
});

describe('OF-4 from draft to live and back', () => {
  it('publishing refuses what is incomplete, with everything that is missing', async () => {
    const made = await begin({
      ...{ name: 'Advice', callToAction: 'FreeTrial', serviceType: 'Assessment' },
      links: [{ title: '', url: '' }],
    });
    const answer = await send('POST', `/${made.id}/publish`);
    expect([problemOf(answer).code, pathsOf(answer)]).toEqual([
      'action-not-possible',
      ['searchSummary', 'description', 'links[0].title', 'links[0].url', 'callToAction', 'storefronts'].map(
        (field) => `body.listing.${field}`,
      ),
    ]);
    expect((await read(made.id)).state).toBe('Draft');
  });

  it('publishing shows it at once, and once: again it changes nothing', async () => {
    const live = await publish(await begin());
    const prefix = `/offers/appsource/${live.id}`;
    expect(live).toMatchObject({ state: 'Live', hasUnpublishedChanges: false, deletable: false });
    expect(live.pages.map(({ storefront, address }) => [storefront, new URL(address).pathname])).toEqual([
      ['AppSource', prefix],
    ]);
    expect(await publish(live)).toEqual(live);
    expect(await read(live.id)).toEqual(live);
  });

  it('an edit of a live offer is a draft beside it, until it is published or undone', async () => {
    const live = await publish(await begin());
    const edited = body(offer, await send('PATCH', `/${live.id}`, { listing: { name: 'New name' } }));
    expect(edited).toMatchObject({ state: 'Live', name: 'New name', hasUnpublishedChanges: true });
    expect((await rowOf(live)).title).toBe('Backup Suite');
    const undone = body(offer, await send('PATCH', `/${live.id}`, { listing: { name: 'Backup Suite' } }));
    expect(undone.hasUnpublishedChanges).toBe(false);
    await send('PATCH', `/${live.id}`, { listing: { name: 'New name' } });
    expect(await publish(live)).toMatchObject({ name: 'New name', hasUnpublishedChanges: false });
    expect((await rowOf(live)).title).toBe('New name');
  });

  it('unpublished changes can be discarded; a draft that never was live has nothing to go back to', async () => {
    const live = await publish(await begin());
    await send('PATCH', `/${live.id}`, { listing: { name: 'New name', storefronts: [] } });
    const back = body(offer, await send('POST', `/${live.id}/discard`));
    expect(back).toMatchObject({ name: 'Backup Suite', hasUnpublishedChanges: false, listing: live.listing });
    expect(body(offer, await send('POST', `/${live.id}/discard`))).toEqual(back);
    const draft = await begin();
    expect(problemOf(await send('POST', `/${draft.id}/discard`)).code).toBe('action-not-possible');
  });

  it('DI-2 the directory hears when the offers that a partner’s pages list change', async () => {
    const { ownerDb } = server.database;
    await server.make.profile(world.contoso, world.berlin.id);
    const heard = () => ownerDb.selectFrom('directory_change').select('organization_id').execute();
    const draft = await begin();
    const before = (await heard()).length;
    await publish(draft);
    await send('PATCH', `/${draft.id}`, { listing: { name: 'New name' } });
    await send('POST', `/${draft.id}/stop`);
    expect(await heard()).toHaveLength(before + 2);
    expect((await heard()).at(-1)).toEqual({ organization_id: world.contoso.id });
  });

  it('stopping takes it away and keeps it; publishing brings it back', async () => {
    const live = await publish(await begin());
    const stopped = body(offer, await send('POST', `/${live.id}/stop`));
    expect(stopped).toMatchObject({ state: 'Stopped', pages: [], publishedAt: null, deletable: false });
    expect(stopped.listing).toEqual(live.listing);
    expect(await publish(stopped)).toMatchObject({ state: 'Live', listing: live.listing });
    const draft = await begin();
    expect(problemOf(await send('POST', `/${draft.id}/stop`)).code).toBe('action-not-possible');
  });

  it('a preview has an address that nobody can guess, which ends when the offer is published', async () => {
    const nameless = await begin({ callToAction: 'ContactMe' });
    const refused = await send('POST', `/${nameless.id}/preview`);
    expect([problemOf(refused).code, pathsOf(refused)]).toEqual([
      'action-not-possible',
      ['body.listing.name'],
    ]);
    const made = await begin({ name: 'Backup', callToAction: 'ContactMe' });
    const shown = body(offer, await send('POST', `/${made.id}/preview`));
    expect(shown.state).toBe('Preview');
    expect(shown.previewAddress).toMatch(/\/offers\/preview\/[\w-]{32}$/);
    expect(body(offer, await send('POST', `/${made.id}/preview`))).toEqual(shown);
    await send('PATCH', `/${made.id}`, { listing: complete });
    expect((await publish(made)).previewAddress).toBeNull();
  });

  it('only a draft that never was live is deleted; its test leads stay', async () => {
    const live = await publish(await begin());
    await send('POST', `/${live.id}/stop`);
    expect(problemOf(await send('DELETE', `/${live.id}`)).code).toBe('action-not-possible');
    const draft = await begin();
    const leadId = await world.lead({ offer_id: (await rowOf(draft)).id, is_test: true });
    expect((await send('DELETE', `/${draft.id}`)).status).toBe(204);
    expect((await send('GET', `/${draft.id}`)).status).toBe(404);
    const lead = await server.database.ownerDb
      .selectFrom('lead')
      .select('offer_id')
      .where('id', '=', leadId)
      .executeTakeFirst();
    expect(lead).toEqual({ offer_id: null });
  });

  it('an offer from before listings can be edited, with what its columns say', async () => {
    const old = await world.offer({ title: 'Old 🚀', summary: 'Long ago', tags: ['a', 'b', 'c', 'd'] });
    const shown = await read(old.name);
    expect(shown).toMatchObject({
      state: 'Live',
      name: 'Old 🚀',
      listing: { shortDescription: 'Long ago', description: null, keywords: ['a', 'b', 'c'] },
    });
    expect(shown.problems.map((problem) => problem.path)).toContain('body.listing.name');
    const hidden = await world.offer({ published_at: null });
    expect((await read(hidden.name)).state).toBe('Draft');
  });
});

describe('OF-1 who manages offers', () => {
  it('ID-1 Business profile admins and Referrals admins of the whole partner, and the operator’s admins', async () => {
    const made = await begin();
    const asked = (as: Caller) => send('GET', `/${made.id}`, undefined, { as });
    for (const as of [world.as.admin, world.as.operatorAdmin]) expect((await asked(as)).status).toBe(200);
    for (const as of [world.as.munichAdmin, world.as.user, world.as.seller]) {
      expect((await asked(as)).status).toBe(403);
      expect((await send('PATCH', `/${made.id}`, {}, { as })).status).toBe(403);
    }
    for (const rest of ['', `/${made.id}`])
      expect((await server.request('GET', `/api/v1/offers${rest}`)).status).toBe(401);
  });

  it('ID-3 another partner’s offer is not there', async () => {
    const made = await begin();
    const as = world.as.fabrikamAdmin;
    for (const [method, rest] of [
      ['GET', ''],
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', '/preview'],
      ['POST', '/publish'],
      ['POST', '/discard'],
      ['POST', '/stop'],
    ] as const)
      expect(
        (await send(method, `/${made.id}${rest}`, method === 'PATCH' ? {} : undefined, { as })).status,
      ).toBe(404);
    const items = body(offerPage, await send('GET', '', undefined, { as })).items;
    expect(items.map(({ organization }) => organization.id)).not.toContain(world.contoso.id);
    const asked = await send('GET', `?organizationId=${world.contoso.id}`, undefined, { as });
    expect(body(offerPage, asked).items).toEqual([]);
    for (const id of ['none.there', 'nodot', '.x', 'x.', '%00.x', `${world.contoso.publisherId}.none`])
      expect((await send('GET', `/${id}`)).status).toBe(404);
  });

  it('the operator lists those of all partners or of one, page by page, and works for the partner', async () => {
    const as = world.as.operatorAdmin;
    const made = await begin(complete, as);
    await server.make.offer(world.fabrikam);
    const all: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const answer: Answer = await send('GET', `?limit=2${cursor && `&cursor=${cursor}`}`, undefined, { as });
      const page = body(offerPage, answer);
      all.push(...page.items.map(({ organization }) => organization.name));
      cursor = page.nextCursor;
      expect(page.publishers).toBeNull();
    }
    expect(new Set(all)).toEqual(new Set(['Contoso', 'Fabrikam', 'Tailspin']));
    const one = await send('GET', `?organizationId=${world.fabrikam.id}`, undefined, { as });
    expect(new Set(body(offerPage, one).items.map(({ organization }) => organization.name))).toEqual(
      new Set(['Fabrikam']),
    );
    const missing = await send('POST', '', { publisherId: 'x', offerId: 'x' }, { as });
    expect(pathsOf(missing)).toEqual(['body.organizationId']);
    const wrong = await send(
      'POST',
      '',
      { publisherId: 'x', offerId: 'x', organizationId: made.organization.id.replace(/.$/, '0') },
      { as },
    );
    expect(pathsOf(wrong)).toEqual(['body.organizationId']);
    const log = await server.request('GET', '/api/v1/access-log', { as: world.as.accountAdmin });
    expect(body(accessLogPage, log).items.map(({ detail }) => detail)).toContain(`offer ${made.id}: began`);
  });

  it('a change that is based on an earlier revision is refused, with the offer as it is', async () => {
    const made = await begin();
    const headers = { 'if-match': `"${made.revision}"` };
    const first = await send('PATCH', `/${made.id}`, { listing: { name: 'First' } }, { headers });
    expect(first.status).toBe(200);
    const second = await send('PATCH', `/${made.id}`, { listing: { name: 'Second' } }, { headers });
    expect(problemOf(second)).toMatchObject({ code: 'settings-changed', current: { name: 'First' } });
    expect((await send('POST', `/${made.id}/publish`, undefined, { headers })).status).toBe(409);
    // Two at once: the lock decides.
    const present = { 'if-match': `"${body(offer, first).revision}"` };
    const both = await Promise.all(
      ['A', 'B'].map((name) => send('PATCH', `/${made.id}`, { listing: { name } }, { headers: present })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('a change without effect keeps the revision and is not logged', async () => {
    const made = await begin();
    await server.database.ownerDb.deleteFrom('access_log').execute();
    const again = await send('PATCH', `/${made.id}`, { alias: null, listing: complete });
    expect(body(offer, again)).toEqual(made);
    expect(await server.database.ownerDb.selectFrom('access_log').selectAll().execute()).toEqual([]);
  });
});
