import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { leadTabs } from '../../contract/leads/lists.ts';
import type { Desk, SavedDefinition } from '../../contract/leads/views.ts';
import { request } from '../api/client.ts';
import { listQuery } from '../areas/leads/list/list-data.ts';
import { readDefinition, readQuery } from '../lead-query/definitions.ts';
import { defaultListState, type ListState, readListState } from '../lead-query/list-state.ts';
import { parseAddress } from './address.ts';

const script = readFileSync('web/public/first-paint.js', 'utf8');
const leadId = '0b9ba5ee-7a3e-4a4c-8f5c-8b1f6b2f3a10';
const viewId = '7d2f6a52-0d5c-4f0e-9a53-3a3f3c6b7b11';
const nothingKept: Desk = { look: null, lastQuery: null, defaultViewId: null };
const look: SavedDefinition['look'] = { layout: 'grid', density: 'compact', limit: 100, columns: null };
const viewOf = (query: SavedDefinition['query']): SavedDefinition => ({ query, look });

interface Visit {
  readonly readLeads?: boolean | 'nobody';
  readonly desk?: Desk;
  readonly views?: readonly { id: string; definition: SavedDefinition; layer: SavedDefinition | null }[];
}

/** Runs the script at an address. @returns what it asked for, and what it kept for the app */
async function open(address: string, visit: Visit = {}) {
  const { readLeads = true, desk = nothingKept, views = [] } = visit;
  const answers: Record<string, unknown> = {
    '/api/v1/me': { permissions: { readLeads } },
    '/api/v1/me/desk': desk,
    '/api/v1/views': { items: views },
  };
  const asked: string[] = [];
  const fetch = async (path: string) => {
    asked.push(path);
    if (readLeads === 'nobody') return new Response(null, { status: 401 });
    return Response.json(answers[path] ?? { items: [`early ${path}`] });
  };
  const page = { setAttribute: () => undefined, getAttribute: () => 'light' };
  const context: Record<string, unknown> = {
    fetch,
    URLSearchParams,
    AbortSignal,
    location: new URL(address, 'https://leadlight.test'),
    localStorage: { getItem: () => null },
    matchMedia: () => ({ matches: false }),
    document: { documentElement: page, querySelectorAll: () => [] },
    MutationObserver: class {
      observe() {
        return undefined;
      }
    },
  };
  runInContext(script, createContext(context));
  await new Promise((resolve) => setTimeout(resolve, 20));
  return { asked, early: context.leadlightEarly };
}

/** What the app asks the server for, once it runs, when it opens the list in that state. */
async function askedByApp(early: unknown, state: ListState): Promise<string[]> {
  const asked: string[] = [];
  vi.stubGlobal('leadlightEarly', early);
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    return Response.json({ items: [] });
  });
  await request('GET /api/v1/leads', { query: listQuery(state) });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe('WS-2: the first rows are asked for while the code is on its way', () => {
  const filters = { country: ['DE', 'AT'], hot: true, leadQuality: ['High'] };
  const inView = { tab: 'qualified', sort: '-dealValue', country: ['DE'] };
  const layer = { ...inView, country: ['FR'] };
  const kept = (query: SavedDefinition['query'], own: SavedDefinition | null = null) => ({
    desk: { ...nothingKept, defaultViewId: viewId },
    views: [{ id: viewId, definition: viewOf(query), layer: own }],
  });

  it.each<[string, string, Visit, ListState]>([
    ['as it first opens', '/leads', {}, defaultListState],
    [
      'as the person left it',
      '/leads',
      { desk: { ...nothingKept, look, lastQuery: { ...filters, tab: 'qualified', sort: 'expiresAt' } } },
      { ...readQuery({ ...filters, sort: 'expiresAt' }, 100), tab: 'marketplace' },
    ],
    ['in the view that opens first', '/leads', kept(inView), readDefinition(viewOf(inView)).state],
    [
      'in the person’s own version of that view',
      '/leads',
      kept(inView, viewOf(layer)),
      readDefinition(viewOf(layer)).state,
    ],
    ...leadTabs.map((tab): [string, string, Visit, ListState] => [
      `in the tab ${tab}`,
      `/leads?tab=${tab}`,
      {},
      readListState(parseAddress(`?tab=${tab}`)),
    ]),
  ])('WS-2 %s: the app takes the answer', async (_what, address, visit, state) => {
    const { asked, early } = await open(address, visit);
    expect(asked.filter((path) => path.startsWith('/api/v1/leads'))).toHaveLength(1);
    expect(await askedByApp(early, state)).toEqual([]);
  });

  it('WS-2 another list is asked for by the app', async () => {
    const { early } = await open('/leads');
    expect(await askedByApp(early, { ...defaultListState, filters: { country: ['DE'] } })).toHaveLength(1);
  });

  it('WS-7 a lead at its own address is asked for as well', async () => {
    const { asked, early } = await open(`/leads/${leadId}?tab=qualified`);
    expect(asked).toEqual(['/api/v1/me', `/api/v1/leads/${leadId}`]);
    vi.stubGlobal('leadlightEarly', early);
    vi.stubGlobal('fetch', () => Promise.reject(new Error('asked again')));
    await request('GET /api/v1/leads/:id', { params: { id: leadId } });
  });

  it.each<[string, string, Visit]>([
    ['nobody is signed in', '/leads?tab=qualified', { readLeads: 'nobody' }],
    ['nobody is signed in, at a bare address', '/leads', { readLeads: 'nobody' }],
    ['the person reads no leads', '/leads', { readLeads: false }],
    ['the person reads no leads, at a lead', `/leads/${leadId}`, { readLeads: false }],
    ['the address says more than a tab', '/leads?tab=qualified&country=DE', {}],
    ['the address says what the list does not know', '/leads?tab=nothing', {}],
    ['the view searches: a term is in no address (DP-2)', '/leads', kept({ ...inView, search: 'Ada' })],
    ['another page is opened', '/deals', {}],
  ])('DP-2: no leads when %s', async (_when, address, visit) => {
    const { asked } = await open(address, visit);
    expect(asked.filter((path) => path.startsWith('/api/v1/leads'))).toEqual([]);
  });
});
