import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Deal } from '../../../../contract/leads/deals.ts';
import { idOf, makeDeal, makeEvent } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { type Answers, heldAnswer, refusal } from '../../../../test/parts/server.ts';
import { Board } from './board.tsx';
import { makeBoardDeal, sumsOf } from './deals.fixture.ts';
import { stageOf, ticksFor, ticksOf, withTicks } from './stages.ts';

const first = makeBoardDeal();
const second = makeBoardDeal({
  id: idOf(11),
  name: 'Backup',
  column: 'proposed',
  ticked: ['qualified', 'developed', 'proposed'],
});
const moved = 'PATCH /api/v1/leads/:id';

/** A board whose server keeps its deals, and moves them when asked. */
async function showBoard(more: Answers = {}) {
  const deals = new Map<string, Deal>([first, second].map((deal) => [deal.id, deal]));
  const page = await renderPart(
    <Board sums={sumsOf([first, second]).columns} mine={undefined} column="accepted" />,
    {
      answers: {
        'GET /api/v1/deals': ({ query }) => ({
          items: [...deals.values()].filter(({ column }) => column === query.column),
          nextCursor: null,
        }),
        [moved]: ({ params, body }) => {
          const before = deals.get(params.id) ?? first;
          const ticks = { ...ticksOf(before.ticked), ...body.subStages };
          const after = { ...withTicks(before, ticks), version: before.version + 1 };
          deals.set(params.id, after);
          return makeDeal({ id: params.id, version: after.version, stage: stageOf(ticks) });
        },
        ...more,
      },
    },
  );
  await screen.findByRole('link', { name: 'Alpine migration' });
  return page;
}
const column = (name: string) => screen.getByRole('region', { name });
const cardIn = (name: string, deal = 'Alpine migration') =>
  within(column(name)).queryByRole('link', { name: deal });

describe('the board of deals', () => {
  it('LC-6, WS-8: Alt and an arrow move a card, which keeps the focus; Undo restores what was ticked', async () => {
    const { user, server } = await showBoard();
    cardIn('Accepted')?.focus();
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(cardIn('Accepted')).toBeNull();
    expect(document.activeElement).toBe(cardIn('Qualified'));
    await screen.findByText('Alpine migration moved to Qualified');
    expect(server.asked(moved).map(({ body, headers }) => [body.subStages, headers.get('if-match')])).toEqual(
      [[ticksFor('qualified'), '"2"']],
    );
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByText('Alpine migration moved back to Accepted');
    expect(cardIn('Accepted')).toBeTruthy();
    expect(server.asked(moved)[1]?.body.subStages).toEqual(ticksFor('accepted'));
    expect(server.asked(moved)[1]?.headers.get('if-match')).toBe('"3"');
  });

  it('LC-6: the menu moves a card back, which unticks what comes after', async () => {
    const { user, server } = await showBoard();
    await user.click(screen.getByRole('button', { name: 'Move Backup' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Qualified' }));
    await waitFor(() => expect(cardIn('Qualified', 'Backup')).toBeTruthy());
    await waitFor(() => expect(server.asked(moved)[0]?.body.subStages).toEqual(ticksFor('qualified')));
  });

  it('LC-9: a card is shown where it goes before the server answers, and put back if it refuses', async () => {
    const held = heldAnswer<ReturnType<typeof refusal>>();
    const { user } = await showBoard({ [moved]: held.given });
    cardIn('Accepted')?.focus();
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(cardIn('Qualified')).toBeTruthy();
    held.give(refusal('internal'));
    await screen.findByText('Couldn’t move Alpine migration');
    await waitFor(() => expect(cardIn('Accepted')).toBeTruthy());
    expect(cardIn('Qualified')).toBeNull();
  });

  it('LC-9: says who moved it meanwhile, and leaves the card there', async () => {
    const at = makeEvent('lead.edited').at;
    const current = makeDeal(
      { id: first.id, version: 3, stage: 'developed' },
      { subStages: { qualified: at, developed: at, proposed: null, negotiated: null } },
    );
    const { user, server } = await showBoard({
      [moved]: refusal('lead-changed', { current, changes: [makeEvent('lead.edited')] }),
    });
    cardIn('Accepted')?.focus();
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await screen.findByText(/^Couldn’t move Alpine migration: Ben Cruz moved it to Developed/);
    expect(server.asked(moved)).toHaveLength(1);
  });

  it('LC-9: another change of the lead is no obstacle', async () => {
    const current = makeDeal({ id: first.id, version: 9, stage: 'accepted' });
    let tries = 0;
    const { user, server } = await showBoard({
      [moved]: () => {
        tries++;
        return tries === 1
          ? refusal('lead-changed', { current, changes: [] })
          : makeDeal({ id: first.id, version: 10, stage: 'qualified' });
      },
    });
    cardIn('Accepted')?.focus();
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await screen.findByText('Alpine migration moved to Qualified');
    expect(server.asked(moved).map(({ headers }) => headers.get('if-match'))).toEqual(['"2"', '"9"']);
  });

  it('LC-6: won asks for the final value, as on the page of the lead', async () => {
    const { user } = await showBoard({ 'GET /api/v1/leads/:id': makeDeal({ id: first.id }) });
    await user.click(screen.getByRole('button', { name: 'Move Alpine migration' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Close as won…' }));
    const value = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Final value' });
    expect(value.value).toBe('12,500');
  });

  it('WS-1: the heart changes at once, and back if the server refuses', async () => {
    const { user } = await showBoard({ 'PUT /api/v1/leads/:id/favorite': refusal('internal') });
    const heart = () => screen.getByRole('button', { name: 'Favorite: Alpine migration' });
    await user.click(heart());
    await screen.findByText('Couldn’t save the favorite');
    await waitFor(() => expect(heart().getAttribute('aria-pressed')).toBe('false'));
  });
});
