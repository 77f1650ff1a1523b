import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { BackgroundExport } from '../../../../contract/leads/exports.ts';
import { idOf, later, makeMe } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { type Answers, noAnswer, refusal } from '../../../../test/parts/server.ts';
import { connection } from '../../../api/connection.ts';
import { personalKey, recall, remember } from '../../../api/remembered.ts';
import { ExportNews } from './export-news.tsx';
import { ExportsSection } from './exports-section.tsx';

function makeExport(more: Partial<BackgroundExport> = {}): BackgroundExport {
  return {
    ...{ id: idOf(800), format: 'xlsx', state: 'done', failure: null, rows: 50_000, rowsDone: 50_000 },
    restarts: 0,
    ...{ fileName: 'leads-50000-rows.xlsx', bytes: 6_100_000, createdAt: later({ hours: -1 }) },
    ...{ startedAt: later({ hours: -1 }), endedAt: later({}), expiresAt: later({ days: 7 }) },
    ...more,
  };
}
const running = makeExport({
  ...{ id: idOf(801), format: 'csv', state: 'running', rowsDone: 12_500 },
  ...{ fileName: null, bytes: null, endedAt: null },
});

function show(items: BackgroundExport[], answers: Answers = {}) {
  const saved: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.href);
  });
  return renderPart(<ExportsSection />, {
    answers: { 'GET /api/v1/exports': { items }, ...answers },
    at: '/settings/exports',
  }).then((page) => ({ ...page, saved }));
}
const rowOf = async (name: string) =>
  within((await screen.findByText(name)).closest('li') ?? document.createElement('li'));

describe('EX-1: the list of exports', () => {
  it('EX-1: shows how far each has come, how large it is, and until when it is kept', async () => {
    await show([running, makeExport()]);
    const ready = await rowOf('leads-50000-rows.xlsx');
    ready.getByText('50,000 leads');
    ready.getByText('6.1 MB');
    ready.getByText(/^Kept until/);
    const under = await rowOf('CSV file');
    under.getByText('12,500 of 50,000 leads');
    expect(under.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');
    expect(under.queryByRole('button', { name: /Download/ })).toBeNull();
  });

  it('EX-1: says of a file under way that it was interrupted and began again', async () => {
    await show([{ ...running, restarts: 1 }, makeExport({ restarts: 1 })]);
    (await rowOf('CSV file')).getByText('Was interrupted and began again');
    expect(screen.getAllByText('Was interrupted and began again')).toHaveLength(1);
  });

  it('EX-1: downloads a file by an address of the person’s own', async () => {
    const { user, saved } = await show([makeExport()], { 'GET /api/v1/me': makeMe() });
    await user.click(await screen.findByRole('button', { name: 'Download leads-50000-rows.xlsx' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]).toContain(`/api/v1/exports/${idOf(800)}/file`);
  });

  it('EX-1: says so when Leadlight can’t be reached, instead of saving an error as a file', async () => {
    const { user, saved } = await show([makeExport()], { 'GET /api/v1/me': noAnswer });
    await user.click(await screen.findByRole('button', { name: 'Download leads-50000-rows.xlsx' }));
    await screen.findByText('Export failed');
    expect(saved).toEqual([]);
    act(() => connection.noteAnswer());
  });

  it('EX-1: cancels one that is under way', async () => {
    const canceled: BackgroundExport = { ...running, state: 'cancelled' };
    const { user, server } = await show([running], { 'POST /api/v1/exports/:id/cancel': canceled });
    server.answer({ 'GET /api/v1/exports': { items: [running] } });
    const button = await screen.findByRole('button', { name: 'Cancel CSV file' });
    server.answer({ 'GET /api/v1/exports': { items: [canceled] } });
    await user.click(button);
    await screen.findByText('Canceled');
    expect(server.asked('POST /api/v1/exports/:id/cancel')[0]?.params).toEqual({ id: idOf(801) });
  });

  it('EX-1: deletes one, and tells when that failed', async () => {
    const { user, server } = await show([makeExport()], {
      'DELETE /api/v1/exports/:id': refusal('internal'),
    });
    const button = await screen.findByRole('button', { name: 'Delete leads-50000-rows.xlsx' });
    await user.click(button);
    await screen.findByText('Couldn’t delete the export');
    server.answer({ 'DELETE /api/v1/exports/:id': undefined, 'GET /api/v1/exports': { items: [] } });
    await user.click(button);
    await screen.findByText('No exports');
  });

  it.each([
    ['broken', /couldn’t be made/],
    ['too-large', /too large/],
    ['not-allowed', /no longer allows/],
  ] as const)('EX-1: says why one failed: %s', async (failure, words) => {
    await show([makeExport({ state: 'failed', failure, fileName: null, bytes: null })]);
    await screen.findByText(words);
  });

  it('EX-1: without any, says when there will be some', async () => {
    await show([]);
    await screen.findByText('No exports');
    screen.getByText(/more than 20,000 leads/);
  });
});

describe('EX-1: news of exports', () => {
  const key = personalKey(makeMe(), 'exports');
  const follow = (...ids: string[]) => remember(key, ids);

  it('EX-1: tells on any page that a file is ready, once', async () => {
    follow(idOf(800));
    await renderPart(<ExportNews />, { answers: { 'GET /api/v1/exports': { items: [makeExport()] } } });
    await screen.findByText('Your export is ready: 50,000 leads.');
    screen.getByRole('button', { name: 'Download' });
    expect(recall(key)).toEqual([]);
  });
});
