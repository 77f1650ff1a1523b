import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { idOf, makeSummary, partsNow } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { type Answers, refusal } from '../../../../test/parts/server.ts';
import { defaultListState } from '../../../lead-query/list-state.ts';
import { Page } from '../../../ui/index.ts';
import { useLeadList } from './list-data.ts';
import type { News } from './live-merge.ts';
import { NewsPill } from './news-pill.tsx';
import { ShowMore } from './show-more.tsx';

const page = (numbers: number[], nextCursor: string | null) => ({
  items: numbers.map((number) => makeSummary({ id: idOf(number), customerName: `Customer ${number}` })),
  nextCursor,
  total: 3,
  totalIsExact: true,
  countedAt: partsNow.toISOString(),
  searchIsComplete: true,
});

/** Stands for the browser's view of the page: the end of the list comes near when the test says so. */
function watchTheEnd(): { readonly comeNear: () => void } {
  const seen: (() => void)[] = [];
  class Observer {
    constructor(private readonly report: (entries: { isIntersecting: boolean }[]) => void) {}
    observe = () => void seen.push(() => this.report([{ isIntersecting: true }]));
    disconnect = () => void seen.splice(0);
  }
  vi.stubGlobal('IntersectionObserver', Observer);
  const comeNear = () => {
    for (const report of [...seen]) report();
  };
  return { comeNear: () => act(comeNear) };
}
afterEach(() => vi.unstubAllGlobals());

async function showList(answers: Answers) {
  function List() {
    const list = useLeadList(defaultListState, true, undefined);
    return (
      <>
        {list.leads.map(({ id, customerName }) => (
          <p key={id}>{customerName}</p>
        ))}
        <ShowMore list={list} />
      </>
    );
  }
  const end = watchTheEnd();
  const shown = await renderPart(<List />, { answers });
  await screen.findByText('Customer 1');
  return { ...shown, ...end };
}
const name = 'GET /api/v1/leads';

describe('the end of the list', () => {
  it('loads the next leads when it comes near, until there are none', async () => {
    const { comeNear, server } = await showList({
      [name]: ({ query }) => (query.cursor ? page([3], null) : page([1, 2], 'c')),
    });
    expect(server.asked(name)).toHaveLength(1);
    comeNear();
    expect(await screen.findByText('Customer 3')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('does not try again by itself after a failure, but on request', async () => {
    const { comeNear, user, server } = await showList({
      [name]: ({ query }) =>
        query.cursor ? refusal('internal', { detail: 'Something broke.' }) : page([1], 'c'),
    });
    comeNear();
    expect((await screen.findByRole('alert')).textContent).toBe('Something broke.');
    comeNear();
    expect(server.asked(name)).toHaveLength(2);
    server.answer({ [name]: page([2], null) });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Customer 2')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

async function showPill(news: News) {
  const showNews = vi.fn();
  const live = { news, showNews, fresh: new Set<string>() } as unknown as Parameters<
    typeof NewsPill
  >[0]['live'];
  const { user } = await renderPart(
    <Page title="Leads">
      <NewsPill live={live} />
    </Page>,
  );
  return { user, showNews };
}

describe('the news of the list', () => {
  it('says how many leads came, shows them, and the focus goes to the top', async () => {
    const { user, showNews } = await showPill({ arrived: 1200, moved: false });
    await user.click(screen.getByRole('button', { name: '1,200 new leads Show' }));
    expect(showNews).toHaveBeenCalledOnce();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Leads' })));
  });

  it('is silent when there is none', async () => {
    await showPill({ arrived: 0, moved: false });
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('says when only the order has changed', async () => {
    await showPill({ arrived: 0, moved: true });
    expect(screen.getByRole('status').textContent).toContain('The list has changed');
  });
});
