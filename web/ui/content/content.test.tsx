import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { type Column, DataTable, LoadedPages, LoadMore } from './index.ts';

const render = (content: ReactNode) =>
  renderToStaticMarkup(<MantineProvider env="test">{content}</MantineProvider>);

interface City {
  readonly name: string;
  readonly people: number;
}
const cities: readonly City[] = [
  { name: 'Bergen', people: 289_000 },
  { name: 'Porto', people: 231_000 },
];

describe('a table', () => {
  const columns: readonly Column<City>[] = [
    { title: 'City', names: true, show: ({ name }) => name },
    { title: 'People', whole: true, show: ({ people }) => people },
    { title: 'Told', bare: true, show: () => 'yes' },
  ];
  const shown = render(<DataTable columns={columns} rows={cities} keyOf={({ name }) => name} />);

  it('has a header for each column, and for each row the cell that names it', () => {
    expect(shown.match(/<th scope="col">/g)).toHaveLength(columns.length);
    expect(shown).toContain('<th scope="row">Bergen</th>');
  });

  it('says in each cell what it is, for cards; but not where the value says so itself', () => {
    expect(shown).toContain('<td data-label="People" data-whole="true">289000</td>');
    expect(shown).toContain('<td>yes</td>');
  });
});

describe('a list that comes page by page', () => {
  const asked = { refetch: () => undefined, isFetchingNextPage: false };
  const fetchNextPage = () => Promise.resolve({ isFetchNextPageError: false, error: null });
  const show = (pages: readonly City[][] | undefined, error: unknown, hasNextPage = false) =>
    render(
      <LoadedPages
        query={{
          ...asked,
          error,
          hasNextPage,
          fetchNextPage,
          data: pages && { pages: pages.map((items) => ({ items })), pageParams: [] },
        }}
        loading="on its way"
        empty="none"
      >
        {(items) => items.map(({ name }) => name).join(', ')}
      </LoadedPages>,
    );

  it.each([
    ['is on its way', undefined, null, 'on its way'],
    ['has no entries', [[]], null, 'none'],
    [
      'has the entries of all pages',
      [[...cities], [{ name: 'Turin', people: 841_000 }]],
      null,
      'Bergen, Porto, Turin',
    ],
    ['stays when a later look at it fails', [[...cities]], new Error('gone'), 'Bergen, Porto'],
  ])('%s', (_, pages, error, expected) => {
    expect(show(pages, error)).toContain(expected);
  });

  it('says that it could not be read, and offers to try again', () => {
    expect(show(undefined, new Error('gone'))).toMatch(/role="alert".*Try again/);
  });

  it('offers more only where there is more', () => {
    expect(show([[...cities]], null)).not.toContain('Show more');
    expect(show([[...cities]], null, true)).toContain('Show more');
    const pages = { ...asked, hasNextPage: false, fetchNextPage };
    expect(render(<LoadMore pages={pages} />)).not.toContain('Show more');
  });
});
