import { cleanup, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { BackgroundExport } from '../../../../contract/leads/exports.ts';
import { idOf, later, makeMe } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { type Answers, heldAnswer, noAnswer, refusal } from '../../../../test/parts/server.ts';
import { usualSeparator } from './export-choice.ts';
import { ExportDialog } from './export-dialog.tsx';
import { wordBytes } from './word-bytes.ts';

const leads = { tab: 'marketplace', sort: '-createdAt', country: ['DE'] } as const;
const file = 'POST /api/v1/leads/export';

interface Shown {
  count?: number;
  answers?: Answers;
  locale?: string;
}

async function openDialog({ count = 1234, answers = { [file]: 'LeadId' }, locale }: Shown = {}) {
  const saved: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  const onClose = vi.fn();
  const me = makeMe();
  const page = await renderPart(
    <ExportDialog
      leads={{ ...leads, country: [...leads.country] }}
      count={count}
      columns={['customer', 'phoneValidity', 'expires']}
      onClose={onClose}
    />,
    { answers, as: locale ? { ...me, person: { ...me.person, locale } } : me },
  );
  return {
    ...page,
    onClose,
    saved,
    choose: (name: string) => page.user.click(screen.getByRole('radio', { name })),
  };
}
const download = () => screen.getByRole('button', { name: 'Download' });

function makeExport(more: Partial<BackgroundExport> = {}): BackgroundExport {
  return {
    ...{
      id: idOf(800),
      format: 'xlsx',
      state: 'waiting',
      failure: null,
      rows: null,
      rowsDone: 0,
      restarts: 0,
    },
    ...{ fileName: null, bytes: null, createdAt: later({}), startedAt: null, endedAt: null },
    expiresAt: later({ days: 7 }),
    ...more,
  };
}

describe('EX-1: the dialog of exports', () => {
  it('EX-1: says how many leads, and downloads a workbook with all columns unless told otherwise', async () => {
    const { user, server, onClose } = await openDialog();
    screen.getByRole('dialog', { name: 'Export 1,234 leads' });
    expect(screen.queryByText('Separator')).toBeNull();
    await user.click(download());
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(server.asked(file).map(({ body }) => body)).toEqual([
      { ...leads, format: 'xlsx', separator: 'comma', language: 'en' },
    ]);
    await screen.findByText(/^Downloaded 1,234 leads/);
  });

  it('EX-1: the columns as in the table, in its order, with what belongs to them', async () => {
    const { user, server, choose } = await openDialog();
    await choose('TSV');
    await choose('As in the table, with the lead’s ID');
    await user.click(download());
    await waitFor(() => expect(server.asked(file)).toHaveLength(1));
    expect(server.asked(file)[0]?.body).toEqual({
      ...leads,
      format: 'tsv',
      separator: 'comma',
      language: 'en',
      columns: ['CustomerName', 'Phone', 'PhoneE164', 'PhoneValidity', 'ExpirationDateTime', 'LeadId'],
    });
  });

  it.each([
    ['de-DE', 'semicolon'],
    ['en-US', 'comma'],
  ])('EX-1: the separator that spreadsheets in %s expect is a %s', async (locale, separator) => {
    const { user, server, choose } = await openDialog({ locale });
    await choose('CSV');
    await user.click(download());
    await waitFor(() => expect(server.asked(file)).toHaveLength(1));
    expect(server.asked(file)[0]?.body).toEqual({ ...leads, format: 'csv', separator, language: 'en' });
    expect(usualSeparator(locale)).toBe(separator);
  });

  it('EX-1: remembers format, separator and columns', async () => {
    const first = await openDialog({ locale: 'de-DE' });
    await first.choose('CSV');
    await first.choose('Comma');
    await first.choose('As in the table, with the lead’s ID');
    await first.user.click(download());
    await waitFor(() => expect(first.onClose).toHaveBeenCalled());
    cleanup();
    await openDialog({ locale: 'de-DE' });
    for (const name of ['CSV', 'Comma', 'As in the table, with the lead’s ID'])
      expect(screen.getByRole('radio', { name })).toHaveProperty('checked', true);
  });

  it('EX-1: the file speaks the language of the app, or another that is chosen and remembered', async () => {
    const first = await openDialog();
    expect(screen.getByRole('radio', { name: 'English' })).toHaveProperty('checked', true);
    screen.getByText(/^Headers and values as in the API/);
    await first.choose('Deutsch');
    screen.getByText(/^Headers and values in the words of the app/);
    await first.user.click(download());
    await waitFor(() => expect(first.onClose).toHaveBeenCalled());
    expect(first.server.asked(file)[0]?.body).toMatchObject({ format: 'xlsx', language: 'de' });
    cleanup();
    await openDialog();
    expect(screen.getByRole('radio', { name: 'Deutsch' })).toHaveProperty('checked', true);
  });

  it('EX-1: more leads than can be waited for are exported in the background', async () => {
    const ordered = makeExport();
    const { user, server, onClose } = await openDialog({
      count: 20_001,
      answers: { 'POST /api/v1/exports': ordered },
    });
    screen.getByText(/makes it in the background/);
    await user.click(screen.getByRole('button', { name: 'Create file' }));
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(server.asked('POST /api/v1/exports')[0]?.body).toEqual({
      ...leads,
      format: 'xlsx',
      separator: 'comma',
      language: 'en',
    });
    await screen.findByText(/^Your file is being created/);
  });

  it('EX-1: a second try after an answer that got lost is the same order', async () => {
    const { user, server, onClose } = await openDialog({
      count: 20_001,
      answers: { 'POST /api/v1/exports': noAnswer },
    });
    await user.click(screen.getByRole('button', { name: 'Create file' }));
    await screen.findByText('Export failed');
    server.answer({ 'POST /api/v1/exports': makeExport() });
    await user.click(screen.getByRole('button', { name: 'Create file' }));
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    const [first, second] = server
      .asked('POST /api/v1/exports')
      .map(({ headers }) => headers.get('idempotency-key'));
    expect(first).toMatch(/./);
    expect(second).toBe(first);
  });

  it('EX-1: says why it failed, and stays open with what was chosen', async () => {
    const { user, choose, onClose, saved } = await openDialog({ answers: { [file]: noAnswer } });
    await choose('CSV');
    await user.click(download());
    await screen.findByText('Export failed');
    expect(onClose).not.toHaveBeenCalled();
    expect(saved).toEqual([]);
    expect(screen.getByRole('radio', { name: 'CSV' })).toHaveProperty('checked', true);
  });

  it('EX-1: tells a limit in the server’s words', async () => {
    const { user } = await openDialog({
      count: 30_000,
      answers: {
        'POST /api/v1/exports': refusal('limit-reached', { detail: 'You already have 3 exports.' }),
      },
    });
    await user.click(screen.getByRole('button', { name: 'Create file' }));
    await screen.findByText('You already have 3 exports.');
  });

  it('EX-1: shows that the file is coming, and Cancel ends it without closing', async () => {
    const held = heldAnswer<string>();
    const { user, onClose, saved } = await openDialog({ answers: { [file]: held.given } });
    await user.click(download());
    screen.getByRole('progressbar', { name: 'Download' });
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
    expect(onClose).not.toHaveBeenCalled();
    expect(screen.queryByText('Export failed')).toBeNull();
    held.give('LeadId');
    expect(saved).toEqual([]);
  });
});

describe('EX-1: sizes', () => {
  it.each([
    [0, '0 kB'],
    [12_345, '12 kB'],
    [3_400_000, '3.4 MB'],
    [999_999_999, '1,000 MB'],
    [2_000_000_000, '2 GB'],
  ])('EX-1: %i bytes are %s', (bytes, words) => {
    expect(wordBytes(bytes, 'en-US')).toBe(words);
  });
});
