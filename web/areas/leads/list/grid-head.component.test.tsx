import { screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { renderPart } from '../../../../test/parts/render.tsx';
import type { SortOrder } from '../../../lead-query/list-state.ts';
import { columns } from './columns.tsx';
import { GridHead } from './grid-head.tsx';

async function showHead(begin: SortOrder = '-createdAt') {
  function Head() {
    const [sort, setSort] = useState<SortOrder>(begin);
    return (
      <table>
        <GridHead leading={null} columns={columns} sort={sort} onSort={setSort} />
      </table>
    );
  }
  const { user } = await renderPart(<Head />);
  const sortOf = (name: string) => screen.getByRole('columnheader', { name }).getAttribute('aria-sort');
  return { user, sortOf, press: (name: string) => user.click(screen.getByRole('button', { name })) };
}

describe('the head of the list', () => {
  it('says which column is sorted, and how', async () => {
    const { sortOf } = await showHead();
    expect(sortOf('Created on')).toBe('descending');
    expect(screen.getAllByRole('columnheader').filter((head) => head.hasAttribute('aria-sort'))).toHaveLength(
      1,
    );
  });

  it('sorts names upwards first, then the other way', async () => {
    const { press, sortOf } = await showHead();
    await press('Customer');
    expect(sortOf('Customer')).toBe('ascending');
    expect(sortOf('Created on')).toBeNull();
    await press('Customer');
    expect(sortOf('Customer')).toBe('descending');
    await press('Customer');
    expect(sortOf('Customer')).toBe('ascending');
  });

  it('sorts values from the highest down first', async () => {
    const { press, sortOf } = await showHead();
    await press('Value');
    expect(sortOf('Value')).toBe('descending');
  });

  it('offers no order by what cannot be sorted', async () => {
    await showHead();
    expect(screen.getByRole('columnheader', { name: 'Country' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Country' })).toBeNull();
  });
});
