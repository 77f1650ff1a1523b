import { expect, it } from 'vitest';
import { showFavorite } from './favorites.ts';
import { createQueryClient, queryKeys } from './queries.ts';

it('WS-1: a favorite shows at once wherever the lead is kept: in each list, on its page, and in the count', () => {
  const client = createQueryClient();
  const marketplace = queryKeys.leadList({ tab: 'marketplace' });
  const elsewhere = [...queryKeys.leadLists, 'elsewhere', {}];
  const facets = queryKeys.leadFacets({});
  const row = (id: string) => ({ id, version: 1, favorite: false });
  const pages = [{ items: [row('a'), row('b')] }, { items: [row('c')] }];
  client.setQueryData(marketplace, { pages, pageParams: [undefined, 'next'] });
  client.setQueryData(elsewhere, { items: [row('c')], total: 1 });
  client.setQueryData(queryKeys.lead('c'), row('c'));
  client.setQueryData(facets, { tabs: { marketplace: 3, favorites: 0 } });

  showFavorite(client, { id: 'c', favorite: true });

  expect(client.getQueryData(marketplace)).toMatchObject({
    pages: [{ items: [row('a'), row('b')] }, { items: [{ id: 'c', favorite: true }] }],
  });
  expect(client.getQueryData(elsewhere)).toEqual({ items: [row('c')], total: 1 });
  expect(client.getQueryData(queryKeys.lead('c'))).toMatchObject({ favorite: true });
  expect(client.getQueryData(facets)).toMatchObject({ tabs: { favorites: 1 } });

  showFavorite(client, { id: 'c', favorite: false });
  expect(client.getQueryData(queryKeys.lead('c'))).toMatchObject({ favorite: false });
  expect(client.getQueryData(facets)).toMatchObject({ tabs: { favorites: 0 } });
});
