import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { endpoints } from '../../contract/endpoints.ts';
import { addressOf, asBody, ask, request } from './client.ts';
import { saveFile } from './save-file.ts';
import * as whose from './whose.ts';

interface Sent {
  path: string;
  method: string;
  headers: Record<string, string>;
  body?: string;
}
let sent: Sent[];

beforeEach(() => {
  sent = [];
  vi.stubGlobal('fetch', async (path: string, { method, headers, body }: Omit<Sent, 'path'>) => {
    sent.push({ path, method, headers, body });
    return Response.json({ items: [] });
  });
});
afterEach(() => {
  whose.believe(null);
  vi.unstubAllGlobals();
});

const id = '0b9ba5ee-7a3e-4a4c-8f5c-8b1f6b2f3a10';

describe('a request', () => {
  it('goes where its name says, with its params in their places', async () => {
    await request('PUT /api/v1/leads/:id/duplicates/:otherId/dismissal', {
      params: { id: 'one', otherId: 'two' },
    });
    expect(sent).toMatchObject([{ method: 'PUT', path: '/api/v1/leads/one/duplicates/two/dismissal' }]);
    expect(sent[0]?.body).toBeUndefined();
    expect(sent[0]?.headers).toEqual({ accept: 'application/json' });
  });

  it('LQ-4: an id from an address stays one part of the path', async () => {
    await request('GET /api/v1/leads/:id/duplicates', { params: { id: '../me' } });
    expect(sent[0]?.path).toBe('/api/v1/leads/..%2Fme/duplicates');
  });

  it('has its query in the address, what is empty left out', async () => {
    await request('GET /api/v1/mails', {
      query: { state: 'failed', leadId: undefined, cursor: '', limit: 5 },
    });
    expect(sent[0]?.path).toBe('/api/v1/mails?state=failed&limit=5');
  });

  it('has its body as JSON, and its headers', async () => {
    const headers = { 'if-match': '"3"' };
    await request('PATCH /api/v1/leads/:id', { params: { id }, headers, body: { notes: null } });
    expect(sent).toMatchObject([{ method: 'PATCH', path: `/api/v1/leads/${id}`, body: '{"notes":null}' }]);
    expect(sent[0]?.headers).toMatchObject({ ...headers, 'content-type': 'application/json' });
  });

  it('sends no header that is not there', async () => {
    await request('DELETE /api/v1/working-calendar', { headers: { 'if-match': undefined } });
    expect(sent[0]?.headers).toEqual({ accept: 'application/json' });
  });
});

describe('an answer that was asked for before the app ran', () => {
  const early = (answer: Promise<Response | undefined>) =>
    vi.stubGlobal('leadlightEarly', { '/api/v1/views': answer });
  const paths = () => sent.map(({ path }) => path);

  it('is taken once', async () => {
    early(Promise.resolve(Response.json({ items: [{ id }] })));
    expect(await request('GET /api/v1/views')).toEqual({ items: [{ id }] });
    expect(paths()).toEqual([]);
    await request('GET /api/v1/views');
    expect(paths()).toEqual(['/api/v1/views']);
  });

  it.each([
    ['was not asked for after all', Promise.resolve(undefined)],
    ['was refused', Promise.resolve(new Response(null, { status: 403 }))],
  ])('is asked for again when it %s', async (_case, answer) => {
    early(answer);
    expect(await request('GET /api/v1/views')).toEqual({ items: [] });
    expect(paths()).toEqual(['/api/v1/views']);
  });

  it('ID-5: is not for the next person', async () => {
    const organization = { id, name: 'Contoso' };
    whose.believe({ person: { id: 'one', name: 'Ada' }, organization });
    early(Promise.resolve(Response.json({ items: [{ id }] })));
    whose.believe(null);
    expect(await request('GET /api/v1/views')).toEqual({ items: [] });
  });

  it('is not waited for by whoever no longer wants it', async () => {
    early(Promise.resolve(Response.json({ items: [] })));
    await expect(request('GET /api/v1/views', { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});

describe('DP-2: a question', () => {
  it('is in the address as long as nothing is searched for', async () => {
    await ask('GET /api/v1/leads/:id/neighbors', { params: { id }, query: { tab: 'favorites' } });
    expect(sent).toMatchObject([{ method: 'GET', path: `/api/v1/leads/${id}/neighbors?tab=favorites` }]);
  });

  it('is a body when something is', async () => {
    const query = { search: 'Alpine Ski House', cursor: undefined, country: ['DE', 'AT'] };
    await ask('GET /api/v1/leads', { query });
    expect(sent).toMatchObject([{ method: 'POST', path: '/api/v1/leads/search' }]);
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({ search: 'Alpine Ski House', country: ['DE', 'AT'] });
  });

  it.each(Object.entries(asBody))('%s and %s ask and answer the same', (get, post) => {
    const all: Readonly<Record<string, { query?: unknown; body?: unknown; answers: unknown }>> = endpoints;
    expect(all[post]?.body).toBe(all[get]?.query);
    expect(all[post]?.answers).toEqual(all[get]?.answers);
  });
});

it('ID-5: an address that the browser fetches says whose page it is on', () => {
  whose.believe({ person: { id: 'robin', name: 'Robin' }, organization: { id: 'contoso', name: 'Contoso' } });
  expect(addressOf('GET /api/v1/live')).toBe('/api/v1/live?as=robin.contoso');
  expect(addressOf('GET /api/v1/leads/export', { tab: 'qualified' })).toBe(
    '/api/v1/leads/export?tab=qualified&as=robin.contoso',
  );
});

it('that does not fit its endpoint does not compile', () => {
  // The compiler reads it; nobody runs it.
  expect(doesNotCompile).toBeTypeOf('function');
});

async function doesNotCompile() {
  const params = { id };
  const acceptance = {
    dealName: 'Deal',
    estimatedValue: { amountMinor: 1, currency: 'EUR' },
    teamMemberIds: [id],
    estimatedPurchaseDate: '2027-01-01',
  };

  // What is right compiles.
  await request('POST /api/v1/leads/:id/acceptance', { params, body: acceptance });

  // @ts-expect-error a path that there is not
  await request('GET /api/v1/lead/:id', { params });
  // @ts-expect-error a method that the path does not have
  await request('PUT /api/v1/leads/:id', { params });
  // @ts-expect-error a path with its params written into it
  await request(`GET /api/v1/leads/${id}`);
  // @ts-expect-error params are missing
  await request('GET /api/v1/leads/:id');
  // @ts-expect-error one of the params is missing
  await request('PUT /api/v1/leads/:id/duplicates/:otherId', { params });
  // @ts-expect-error the path has no such param
  await request('GET /api/v1/leads/:id', { params: { leadId: id } });
  // @ts-expect-error the body is missing
  await request('POST /api/v1/leads/:id/acceptance', { params });
  // @ts-expect-error the body of another endpoint
  await request('POST /api/v1/leads/:id/decline', { params, body: acceptance });
  // @ts-expect-error which body goes with which of several endpoints must be known
  await request(`POST /api/v1/leads/:id/${'' as 'acceptance' | 'decline'}`, { params, body: acceptance });
  // @ts-expect-error a body where none is taken
  await request('PUT /api/v1/leads/:id/favorite', { params, body: acceptance });
  // @ts-expect-error a value that the query does not know
  await request('GET /api/v1/mails', { query: { state: 'lost' } });
  // @ts-expect-error a query that the endpoint does not have
  await request('GET /api/v1/me', { query: { limit: 5 } });
  // @ts-expect-error a header that the endpoint does not read
  await request('PUT /api/v1/leads/:id/favorite', { params, headers: { 'if-match': '"1"' } });
  // @ts-expect-error another answer
  const facets: { facets: unknown } = await request('GET /api/v1/leads/:id', { params });
  // @ts-expect-error an answer where there is none
  (await request('DELETE /api/v1/session')).items;
  // @ts-expect-error an answer that somebody asserts
  await request<{ id: string }>('GET /api/v1/leads/:id', { params });
  // @ts-expect-error a file is no JSON
  await request('GET /api/v1/leads/export');
  // @ts-expect-error JSON is no file
  await saveFile('POST /api/v1/leads/search', { body: {} });
  // @ts-expect-error what is not asked by GET and POST alike
  await ask('GET /api/v1/mails', { query: {} });
  // @ts-expect-error only files and streams are fetched by the browser
  addressOf('GET /api/v1/me');
  return facets;
}
