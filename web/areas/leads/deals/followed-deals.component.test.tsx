import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeDeal } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { heldAnswer } from '../../../../test/parts/server.ts';
import { startLive } from '../../../api/live.ts';
import { Board } from './board.tsx';
import { makeBoardDeal, sumsOf } from './deals.fixture.ts';
import { useFollowedDeals } from './use-move.ts';

const deal = makeBoardDeal();
let stream: EventTarget | undefined;

class FakeStream extends EventTarget {
  constructor() {
    super();
    stream = this;
  }
  close() {}
}

let stop: () => void;
beforeEach(async () => {
  vi.stubGlobal('EventSource', FakeStream);
  stop = startLive({ personId: 'p', organizationId: 'o', hearsOfLeads: true });
  await vi.waitFor(() => expect(stream).toBeDefined());
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

/** The server says that the lead has changed; the page hears of it a moment later. */
async function tellChange() {
  const data = JSON.stringify({ leadIds: [deal.id] });
  await act(async () => {
    stream?.dispatchEvent(new MessageEvent('leads', { data }));
    await new Promise((resolve) => setTimeout(resolve, 350));
  });
}

function FollowedBoard() {
  useFollowedDeals();
  return <Board sums={sumsOf([deal]).columns} mine={undefined} column="accepted" />;
}

it('LC-6, WS-9: news of leads read the deals again, but not while one is on its way: it would jump back', async () => {
  const moved = heldAnswer<ReturnType<typeof makeDeal>>();
  const { user, server } = await renderPart(<FollowedBoard />, {
    answers: {
      'GET /api/v1/deals': ({ query }) => ({
        items: query.column === 'accepted' ? [deal] : [],
        nextCursor: null,
      }),
      'PATCH /api/v1/leads/:id': moved.given,
    },
  });
  const card = await screen.findByRole('link', { name: 'Alpine migration' });
  const reads = () => server.asked('GET /api/v1/deals').length;
  const first = reads();
  await tellChange();
  await waitFor(() => expect(reads()).toBe(first * 2));

  card.focus();
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
  const before = reads();
  await tellChange();
  expect(reads()).toBe(before);
  const there = within(screen.getByRole('region', { name: 'Qualified' }));
  expect(there.getByRole('link', { name: 'Alpine migration' })).toBeTruthy();

  moved.give(makeDeal({ id: deal.id, version: 3, stage: 'qualified' }));
  await waitFor(() => expect(reads()).toBe(before + first));
});
