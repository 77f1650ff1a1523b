import { act, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { makeMe } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { type Answers, noAnswer } from '../../../../test/parts/server.ts';
import { connection } from '../../../api/connection.ts';
import { defaultListState, type ListState } from '../../../lead-query/list-state.ts';
import { ExportMenu } from './export-menu.tsx';

async function openMenu(state: Partial<ListState>, total: number, answers: Answers = {}) {
  const { user } = await renderPart(
    <ExportMenu state={{ ...defaultListState, ...state }} total={total} iconOnly={false} />,
    { answers },
  );
  await user.click(screen.getByRole('button', { name: 'Export' }));
  const item = await screen.findByRole('menuitem');
  const downloaded: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    downloaded.push(this.href);
  });
  return { user, item, downloaded };
}

describe('the export', () => {
  it('EX-1: downloads the list as it is filtered and sorted', async () => {
    const { user, item, downloaded } = await openMenu(
      { filters: { status: ['Won'] }, sort: 'customerName' },
      1234,
      { 'GET /api/v1/me': makeMe() },
    );
    expect(item.textContent).toBe('Download CSV (1,234 leads)');
    await user.click(item);
    expect(await screen.findByText('Download started')).toBeTruthy();
    expect(downloaded).toHaveLength(1);
    expect(downloaded[0]).toMatch(/\/api\/v1\/leads\/export\?.*status=Won.*sort=customerName.*format=csv/);
  });

  it('says that there is nothing, and downloads nothing', async () => {
    const { item } = await openMenu({}, 0);
    expect(item.textContent).toBe('Nothing to download');
    expect(item).toHaveProperty('disabled', true);
  });

  it('DP-2: has no address where someone searches', async () => {
    const { item } = await openMenu({ search: 'kim@alpine.example' }, 2);
    expect(item.getAttribute('href')).toBeNull();
  });

  it('says so when Leadlight can’t be reached, instead of saving an error as a file', async () => {
    const { user, item, downloaded } = await openMenu({}, 3, { 'GET /api/v1/me': noAnswer });
    await user.click(item);
    expect(await screen.findByText('Download failed')).toBeTruthy();
    expect(downloaded).toEqual([]);
    act(() => connection.noteAnswer());
  });
});
