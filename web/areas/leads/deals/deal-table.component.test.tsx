import { useSearch } from '@tanstack/react-router';
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { idOf } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { DealTable } from './deal-table.tsx';
import { makeBoardDeal } from './deals.fixture.ts';
import { readDealsSearch } from './deals-search.ts';

const deals = [makeBoardDeal(), makeBoardDeal({ id: idOf(11), name: 'Backup' })];
const list = 'GET /api/v1/deals';

function Table() {
  const { sort = 'estimatedPurchaseDate' } = readDealsSearch(useSearch({ strict: false }));
  return <DealTable sort={sort} mine={undefined} />;
}

async function showTable(at = '/deals?layout=table') {
  const page = await renderPart(<Table />, {
    at,
    answers: {
      // The server's order, as far as two deals need it.
      [list]: ({ query }) => ({
        items: query.sort.startsWith('-') ? deals.toReversed() : deals,
        nextCursor: null,
      }),
    },
  });
  await screen.findByRole('link', { name: 'Backup' });
  return {
    ...page,
    press: (name: string) => page.user.click(screen.getByRole('button', { name })),
    sorts: () => page.server.asked(list).map(({ query }) => query.sort),
  };
}
const header = (name: string) => screen.getByRole('columnheader', { name });
const names = () => screen.getAllByRole('link').map(({ textContent }) => textContent);

describe('LC-6: the table of deals', () => {
  it('LC-6: is sorted by its headers, the sorted one says which way, and the address keeps it', async () => {
    const { press, sorts, address } = await showTable();
    expect(header('Estimated purchase').getAttribute('aria-sort')).toBe('ascending');
    await press('Value');
    await waitFor(() => expect(names()).toEqual(['Backup', 'Alpine migration']));
    expect(header('Value').getAttribute('aria-sort')).toBe('descending');
    expect(header('Estimated purchase').getAttribute('aria-sort')).toBeNull();
    expect(address()).toContain('sort=-value');
    expect(address()).toContain('layout=table');
    await press('Value');
    await waitFor(() => expect(header('Value').getAttribute('aria-sort')).toBe('ascending'));
    await press('Stage');
    await waitFor(() => expect(header('Stage').getAttribute('aria-sort')).toBe('ascending'));
    await press('Deal name');
    await press('Owner');
    await waitFor(() => expect(header('Owner').getAttribute('aria-sort')).toBe('ascending'));
    expect(sorts()).toEqual(['estimatedPurchaseDate', '-value', 'value', 'stage', 'name', 'owner']);
  });

  it('LC-6: opens in the order of the address', async () => {
    const { sorts } = await showTable('/deals?layout=table&sort=-updatedAt');
    expect(header('Last change').getAttribute('aria-sort')).toBe('descending');
    expect(sorts()).toEqual(['-updatedAt']);
  });

  it('WS-8: a header is pressed by keyboard, and keeps the focus while the new order is on its way', async () => {
    const { user } = await showTable();
    const button = screen.getByRole('button', { name: 'Last change' });
    button.focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(header('Last change').getAttribute('aria-sort')).toBe('descending'));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Last change' }));
    expect(document.activeElement).toBe(button);
  });

  it('LC-6: what the server cannot sort by has no button', async () => {
    await showTable();
    header('Customer');
    expect(screen.queryByRole('button', { name: 'Customer' })).toBeNull();
  });
});
