import { screen } from '@testing-library/react';
import { useRef, useState } from 'react';
import { describe, expect, it } from 'vitest';
import { renderPart } from '../../../../test/parts/render.tsx';
import type { SortOrder } from '../../../lead-query/list-state.ts';
import type { ChosenColumn } from '../../../lead-query/look.ts';
import { useKeptColumns } from './columns-of-a-view.fixture.tsx';
import { GridHead } from './grid-head.tsx';
import { useColumnLayout } from './use-column-layout.ts';

const begin: readonly ChosenColumn[] = [
  { id: 'customer' },
  { id: 'country' },
  { id: 'dealValue' },
  { id: 'createdOn' },
];

async function showHead() {
  function Head() {
    const [sort, setSort] = useState<SortOrder>('-createdAt');
    const { look, choice } = useKeptColumns({ columns: begin });
    const region = useRef<HTMLDivElement>(null);
    const layout = useColumnLayout(choice.visible, region, choice);
    return (
      <div ref={region}>
        <table>
          <GridHead
            leading={null}
            columns={choice.visible}
            widths={layout.widths}
            sort={sort}
            onSort={setSort}
            choice={choice}
            resizing={layout.resizing}
          />
        </table>
        <p>Kept: {look.columns?.map(({ id, width }) => `${id} ${width ?? '-'}`).join(', ')}</p>
      </div>
    );
  }
  const { user } = await renderPart(<Head />);
  const head = (name: string) => screen.getByRole('columnheader', { name });
  return {
    user,
    sortOf: (name: string) => head(name).getAttribute('aria-sort'),
    press: (name: string) => user.click(screen.getByRole('button', { name })),
    edge: (column: string) => screen.getByRole('separator', { name: `Width of ${column}` }),
    kept: () => screen.getByText(/^Kept:/).textContent?.slice('Kept: '.length),
  };
}

describe('the head of the list', () => {
  it('says which column is sorted, and how', async () => {
    const { sortOf } = await showHead();
    expect(sortOf('Created on')).toBe('descending');
    const sorted = screen.getAllByRole('columnheader').filter((head) => head.hasAttribute('aria-sort'));
    expect(sorted).toHaveLength(1);
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

  it('WS-2: moves a column with Alt, Shift and an arrow, says so, and keeps the focus', async () => {
    const { user, kept } = await showHead();
    const value = screen.getByRole('button', { name: 'Value' });
    value.focus();
    await user.keyboard('{Alt>}{Shift>}{ArrowLeft}{/Shift}{/Alt}');
    expect(kept()).toBe('customer -, dealValue -, country -, createdOn -');
    expect(screen.getByRole('status').textContent).toBe('Value moved to position 2');
    expect(document.activeElement).toBe(value);
    // The customer stays the first.
    await user.keyboard('{Alt>}{Shift>}{ArrowLeft}{/Shift}{/Alt}');
    expect(kept()).toBe('customer -, dealValue -, country -, createdOn -');
  });

  it('WS-2: widens and narrows a column with the arrow keys, within what a width may be', async () => {
    const { user, edge, kept } = await showHead();
    const begun = Number(edge('Country').getAttribute('aria-valuenow'));
    edge('Country').focus();
    await user.keyboard('{ArrowRight}');
    expect(Number(edge('Country').getAttribute('aria-valuenow'))).toBe(begun + 8);
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(Number(edge('Country').getAttribute('aria-valuenow'))).toBe(begun - 8);
    await user.keyboard('{End}');
    expect(kept()).toMatch(/country 40, dealValue -, createdOn -$/);
    await user.keyboard('{ArrowRight}{Home}{ArrowLeft}');
    expect(kept()).toMatch(/country 4,/);
  });
});
