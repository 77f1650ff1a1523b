import { InfiniteQueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { favoriteWishes } from '../../../api/favorite-wishes.ts';
import { showFavorite } from '../../../api/favorites.ts';
import { createQueryClient, queryKeys } from '../../../api/queries.ts';
import { type LeadPages, pagesQuery, patchPages } from './list-data.ts';

const query = { tab: 'marketplace' } as const;
const key = queryKeys.leadList(query);
const row = (id: string, version: number, favorite = false) =>
  ({ id, version, favorite }) as unknown as LeadSummary;

let answers: ((items: LeadSummary[], nextCursor: string | null) => void)[];

beforeEach(() => {
  answers = [];
  vi.stubGlobal('fetch', () => {
    return new Promise<Response>((resolve) => {
      answers.push((items, nextCursor) => resolve(Response.json({ items, nextCursor, total: 9 })));
    });
  });
});
afterEach(() => void vi.unstubAllGlobals());

async function openList() {
  const client = createQueryClient();
  const observer = new InfiniteQueryObserver(client, pagesQuery(query, true));
  const stop = observer.subscribe(() => undefined);
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  answers[0]?.([row('a', 1), row('b', 1)], 'next');
  await vi.waitFor(() => expect(client.getQueryData<LeadPages>(key)?.pages).toHaveLength(1));
  const change = (lead: LeadSummary) =>
    client.setQueryData<LeadPages>(key, (now) => now && patchPages(now, new Map([[lead.id, lead]])));
  const shown = () =>
    client
      .getQueryData<LeadPages>(key)
      ?.pages.map((page) =>
        page.items.map(({ id, version, favorite }) => `${id}${version}${favorite ? '*' : ''}`).join(' '),
      );
  return { client, observer, stop, change, shown };
}

it('WS-9: what changed while a further page was on its way stays changed', async () => {
  const { client, observer, stop, change, shown } = await openList();
  const more = observer.fetchNextPage();
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  change(row('a', 2));
  showFavorite(client, { id: 'b', favorite: true });
  answers[1]?.([row('c', 1)], null);
  await more;
  expect(shown()).toEqual(['a2 b1*', 'c1']);
  stop();
});

it('WS-9: a read of the list that began before a change does not take it back, one afterwards counts', async () => {
  const { client, stop, change, shown } = await openList();
  void client.invalidateQueries({ queryKey: key });
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  change(row('a', 2));
  const wish = favoriteWishes.begin('b', true);
  showFavorite(client, { id: 'b', favorite: true });
  wish.settle();
  answers[1]?.([row('a', 1), row('b', 1), row('d', 1)], 'next');
  await vi.waitFor(() => expect(shown()).toEqual(['a2 b1* d1']));
  void client.invalidateQueries({ queryKey: key });
  await vi.waitFor(() => expect(answers).toHaveLength(3));
  answers[2]?.([row('a', 3), row('b', 1)], null);
  await vi.waitFor(() => expect(shown()).toEqual(['a3 b1']));
  stop();
});
