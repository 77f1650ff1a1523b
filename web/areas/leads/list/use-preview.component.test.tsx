import { act, fireEvent, screen } from '@testing-library/react';
import { useRef } from 'react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { idOf, makeLead, makeSummary, partsNow } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { until } from '../../../../test/patience.ts';
import { connection } from '../../../api/connection.ts';
import { loadAhead } from '../../../ui/late-code.ts';
import { columns } from './columns.tsx';
import { LeadRow } from './lead-row.tsx';
import { PreviewCard } from './preview-card.tsx';
import { usePreview } from './use-preview.ts';

const leads = [
  makeSummary({ id: idOf(1), customerName: 'Alpine Ski House' }),
  makeSummary({ id: idOf(2), customerName: 'Bellows College' }),
];
const context = { sourceName: (code: string) => code, searching: false };

const answered = vi.fn();
const open = vi.fn();

const loadCard = async () => ({ PreviewCard });
beforeAll(async () => {
  connection.noteAnswer();
  loadAhead(loadCard);
  await new Promise((resolve) => setTimeout(resolve));
});

function List({ load = loadCard }: { load?: typeof loadCard }) {
  const region = useRef<HTMLDivElement>(null);
  const { code, ...preview } = usePreview(region, load);
  return (
    <>
      <div ref={region}>
        <table>
          <tbody>
            {leads.map((lead, index) => (
              <LeadRow
                key={lead.id}
                lead={lead}
                index={index}
                columns={columns.slice(0, 1)}
                context={context}
                isFresh={false}
                onFavorite={() => undefined}
                isTicked={false}
                onTick={() => undefined}
              />
            ))}
          </tbody>
        </table>
      </div>
      {code && (
        <code.PreviewCard
          preview={preview}
          leads={leads}
          columns={columns.slice(0, 1)}
          context={context}
          open={open}
          onAnswer={answered}
        />
      )}
    </>
  );
}

/** A list whose time passes only when the test says so. */
async function showList(part = <List />) {
  await renderPart(part, {
    answers: { 'GET /api/v1/leads/:id': ({ params }) => makeLead({ id: params.id }) },
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: partsNow });
  const link = (name: string) => screen.getByRole('link', { name });
  return {
    link,
    point: (target: Element) => fireEvent.pointerMove(target, { pointerType: 'mouse', buttons: 0 }),
    focus: (name: string) => act(() => link(name).focus()),
    wait: (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds)),
  };
}
const card = () => screen.queryByRole('tooltip');

describe('the preview of a lead', () => {
  it('WS-2: shows once the pointer rests on the row, and not while it only passes', async () => {
    const { link, point, wait } = await showList();
    point(link('Alpine Ski House'));
    await wait(500);
    expect(card()).toBeNull();
    await wait(100);
    expect(card()?.textContent).toContain('Kim Akers');
    const hasMessage = () => card()?.textContent.includes('Please call me about the migration.') === true;
    await until(async () => {
      await wait(20);
      return hasMessage();
    });
  });

  it('describes the row for screen readers while it is shown', async () => {
    const { link, point, wait } = await showList();
    point(link('Alpine Ski House'));
    await wait(600);
    expect(link('Alpine Ski House').getAttribute('aria-describedby')).toBe(card()?.id);
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await wait(0);
    expect(link('Alpine Ski House').getAttribute('aria-describedby')).toBeNull();
  });

  it('closes with Esc', async () => {
    const { link, point, wait } = await showList();
    point(link('Alpine Ski House'));
    await wait(600);
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await wait(0);
    expect(card()).toBeNull();
  });

  it('stays when the pointer moves onto it, and goes when it leaves it', async () => {
    const { link, point, wait } = await showList();
    point(link('Alpine Ski House'));
    await wait(600);
    point(link('Bellows College'));
    fireEvent.pointerEnter(card() as Element);
    await wait(1000);
    expect(card()?.textContent).toContain('Alpine Ski House');
    fireEvent.pointerLeave(card() as Element);
    await wait(300);
    expect(card()).toBeNull();
  });

  it('shows for the keyboard too, once the focus stays on a lead', async () => {
    const { focus, wait } = await showList();
    focus('Bellows College');
    await wait(800);
    expect(card()?.textContent).toContain('Bellows College');
    focus('Alpine Ski House');
    await wait(0);
    expect(card()).toBeNull();
    await wait(800);
    expect(card()?.textContent).toContain('Alpine Ski House');
  });

  it('WS-2: answers the lead with one click, and leaves its buttons out of the order of focus', async () => {
    const { link, point, wait } = await showList();
    point(link('Alpine Ski House'));
    await wait(600);
    const decline = screen.getByRole('button', { name: 'Decline…' });
    expect(decline.tabIndex).toBe(-1);
    fireEvent.click(decline);
    expect(answered).toHaveBeenCalledExactlyOnceWith(leads[0], 'decline');
    await wait(300);
    expect(card()).toBeNull();
  });

  it('WS-2: its key opens it with the focus in it, and Esc goes back to the row', async () => {
    const { link, focus, wait, point } = await showList();
    focus('Bellows College');
    fireEvent.keyDown(link('Bellows College'), { key: 'p', code: 'KeyP' });
    await wait(0);
    const dialog = screen.getByRole('dialog', { name: 'Bellows College' });
    expect(dialog.contains(document.activeElement)).toBe(true);
    // Neither time nor the pointer closes it.
    point(link('Alpine Ski House'));
    await wait(2000);
    const accept = screen.getByRole('button', { name: 'Accept…' });
    act(() => accept.focus());
    fireEvent.click(accept);
    expect(answered).toHaveBeenLastCalledWith(leads[1], 'accept');
    await wait(2000);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(card()).toBeNull();
    expect(document.activeElement).toBe(link('Bellows College'));
  });

  it('WS-2: its key holds on to nothing while the code is on its way', async () => {
    let arrive: (code: { PreviewCard: typeof PreviewCard }) => void = () => undefined;
    const load = () =>
      new Promise<{ PreviewCard: typeof PreviewCard }>((resolve) => {
        arrive = resolve;
      });
    const { link, focus, wait } = await showList(<List load={load} />);
    const described = () => link('Bellows College').getAttribute('aria-describedby');
    const press = (key: string) =>
      fireEvent.keyDown(link('Bellows College'), { key, code: key === 'p' ? 'KeyP' : key });
    focus('Bellows College');
    press('p');
    await wait(0);
    expect(described()).not.toBeNull();
    press('Escape');
    await wait(0);
    expect(described()).toBeNull();

    press('p');
    await wait(0);
    await wait(0);
    arrive({ PreviewCard });
    await wait(0);
    const dialog = screen.getByRole('dialog', { name: 'Bellows College' });
    expect(dialog.contains(document.activeElement)).toBe(true);
  });

  it('never comes for a finger', async () => {
    const { link, wait } = await showList();
    fireEvent.pointerMove(link('Alpine Ski House'), { pointerType: 'touch', buttons: 0 });
    await wait(1000);
    expect(card()).toBeNull();
  });
});
