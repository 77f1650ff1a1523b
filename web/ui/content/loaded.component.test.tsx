import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { idOf } from '../../../test/parts/made.ts';
import { renderPart } from '../../../test/parts/render.tsx';
import { heldAnswer, refusal } from '../../../test/parts/server.ts';
import { request } from '../../api/client.ts';
import { peopleQuery } from '../../api/queries.ts';
import { type Column, DataTable, Loaded, LoadedPages, Loading } from './index.ts';

const colleagues = ['Ada Berg', 'Ben Cruz', 'Cleo Dahl'].map((name, at) => ({
  id: idOf(at),
  name,
  email: `${at}@contoso.example`,
}));

function Colleagues() {
  const query = useQuery(peopleQuery);
  return (
    <Loaded query={query} loading={<p>Loading people</p>}>
      {(people) => people.map(({ id, name }) => <p key={id}>{name}</p>)}
    </Loaded>
  );
}

describe('a part of a page that shows what the server has', () => {
  it('says that it is loading, then shows it', async () => {
    const { given, give } = heldAnswer<{ items: typeof colleagues }>();
    await renderPart(<Colleagues />, { answers: { 'GET /api/v1/people': given } });
    expect(screen.getByText('Loading people')).toBeTruthy();
    give({ items: colleagues });
    expect(await screen.findByText('Ben Cruz')).toBeTruthy();
    expect(screen.queryByText('Loading people')).toBeNull();
  });

  it('says why it failed, and shows it once another try succeeds', async () => {
    const { user, server } = await renderPart(<Colleagues />, {
      answers: { 'GET /api/v1/people': refusal('not-allowed', { detail: 'Your role can’t see people.' }) },
    });
    expect((await screen.findByRole('alert')).textContent).toContain('Your role can’t see people.');
    server.answer({ 'GET /api/v1/people': { items: colleagues } });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Ben Cruz')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps what it shows when it cannot be refreshed, and says so above', async () => {
    const { client, server } = await renderPart(<Colleagues />, {
      answers: { 'GET /api/v1/people': { items: colleagues } },
    });
    await screen.findByText('Ben Cruz');
    server.answer({ 'GET /api/v1/people': refusal('internal', { detail: 'Something broke.' }) });
    void client.invalidateQueries();
    expect((await screen.findByRole('alert')).textContent).toContain('Something broke.');
    expect(screen.getByText('Ben Cruz')).toBeTruthy();
  });
});

function OnePerson() {
  const query = useQuery({ ...peopleQuery, select: undefined });
  if (query.data) return <p>Here</p>;
  return <Loading query={query} missing="No such person" />;
}

describe('a page about one thing', () => {
  it('says that there is no such thing, without an offer to try again', async () => {
    await renderPart(<OnePerson />, { answers: { 'GET /api/v1/people': refusal('not-found') } });
    expect(await screen.findByText('No such person')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('offers to try again after any other failure', async () => {
    await renderPart(<OnePerson />, { answers: { 'GET /api/v1/people': refusal('internal') } });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(screen.queryByText('No such person')).toBeNull();
  });
});

const columns: readonly Column<{ id: string; publishedAt: string; title: string; readers: number }>[] = [
  { title: 'Title', names: true, show: ({ title }) => title },
  { title: 'Readers', show: ({ readers }) => readers },
];

/** Sent leads page by page would do as well; any endpoint with a cursor has the same shape. */
function Events() {
  const query = useInfiniteQuery({
    queryKey: ['events'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      request('GET /api/v1/leads/:id/timeline', { params: { id: idOf(1) }, query: { cursor: pageParam } }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  return (
    <LoadedPages
      query={query}
      loading={null}
      empty={<p>Nothing yet</p>}
      failure="Couldn’t load earlier events"
    >
      {(items) => (
        <DataTable
          columns={columns}
          rows={items.map(({ id, at, note }) => ({ id, publishedAt: at, title: note ?? '', readers: 7 }))}
          keyOf={({ id }) => id}
        />
      )}
    </LoadedPages>
  );
}

const page = (numbers: number[], nextCursor: string | null) => ({
  nextCursor,
  items: numbers.map((number) => ({
    id: idOf(number),
    type: 'lead.edited' as const,
    at: '2026-11-20T08:00:00.000Z',
    actor: { personId: null, nameNow: null, kind: 'system' as const, name: 'Leadlight' },
    changes: [],
    note: `Event ${number}`,
  })),
});
const rowNames = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);

describe('a list that is loaded page by page', () => {
  it('says when there is nothing', async () => {
    await renderPart(<Events />, { answers: { 'GET /api/v1/leads/:id/timeline': page([], null) } });
    expect(await screen.findByText('Nothing yet')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('is a table whose rows have names and whose columns have titles', async () => {
    await renderPart(<Events />, { answers: { 'GET /api/v1/leads/:id/timeline': page([1, 2], null) } });
    await screen.findByRole('table');
    expect(screen.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual(['Title', 'Readers']);
    expect(rowNames()).toEqual(['Event 1', 'Event 2']);
    expect(screen.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['7', '7']);
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('adds the next page below, until there is none', async () => {
    const { user } = await renderPart(<Events />, {
      answers: {
        'GET /api/v1/leads/:id/timeline': ({ query }) =>
          query.cursor ? page([3], null) : page([1, 2], 'c2'),
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(rowNames()).toEqual(['Event 1', 'Event 2', 'Event 3']));
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('announces that the next page failed, leaves the list, and can try again', async () => {
    let isUp = false;
    const { user } = await renderPart(<Events />, {
      answers: {
        'GET /api/v1/leads/:id/timeline': ({ query }) => {
          if (!query.cursor) return page([1], 'c2');
          return isUp ? page([2], null) : refusal('internal', { detail: 'Something broke.' });
        },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('Couldn’t load earlier events')).toBeTruthy();
    expect(rowNames()).toEqual(['Event 1']);
    isUp = true;
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(rowNames()).toEqual(['Event 1', 'Event 2']));
  });
});
