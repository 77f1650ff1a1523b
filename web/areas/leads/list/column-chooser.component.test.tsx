import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderPart } from '../../../../test/parts/render.tsx';
import type { Look } from '../../../lead-query/look.ts';
import { ColumnChooser } from './column-chooser.tsx';
import * as settings from './column-settings.tsx';
import { useKeptColumns } from './columns-of-a-view.fixture.tsx';

/** The same at each render, as in the app. */
const loadSettings = async () => settings;

interface ChooserProps {
  begin: Partial<Look>;
  load?: () => Promise<typeof settings>;
}

function Chooser({ begin, load = loadSettings }: ChooserProps) {
  const { look, change, choice } = useKeptColumns(begin);
  const named = choice.visible.map(({ id, pinned, hasOwnWidth }) =>
    [id, pinned && 'pinned', hasOwnWidth && 'set'].filter(Boolean).join('+'),
  );
  return (
    <>
      <ColumnChooser
        {...choice}
        load={load}
        density={look.density}
        onDensity={(density) => change({ density })}
        withoutRoom={choice.visible.filter(({ id, hasOwnWidth }) => id === 'type' && !hasOwnWidth)}
      />
      <p>Shown: {named.join(' ')}</p>
      <p>Rows: {look.density}</p>
    </>
  );
}

it('WS-8: a wish for columns whose settings are on their way stays, however often it is pressed', async () => {
  let arrive: (code: typeof settings) => void = () => undefined;
  const code = new Promise<typeof settings>((resolve) => {
    arrive = resolve;
  });
  const load = () => code;
  const { user } = await renderPart(<Chooser begin={{}} load={load} />);
  const button = screen.getByRole('button', { name: 'Columns' });
  await user.click(button);
  await user.click(button);
  await waitFor(() => expect(button.getAttribute('aria-busy')).toBe('true'));
  arrive(settings);
  expect(await screen.findByRole('dialog', { name: 'Columns' })).toBeTruthy();
  await user.click(button);
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Columns' })).toBeNull());
});

async function openChooser(begin: Partial<Look> = {}) {
  const { user } = await renderPart(<Chooser begin={begin} />);
  const button = screen.getByRole('button', { name: 'Columns' });
  await user.click(button);
  const dialog = within(await screen.findByRole('dialog', { name: 'Columns' }));
  const box = (name: string) => dialog.getByRole<HTMLInputElement>('checkbox', { name });
  const press = (name: string) => user.click(dialog.getByRole('button', { name }));
  const shown = () =>
    screen
      .getByText(/^Shown:/)
      .textContent?.split(' ')
      .slice(1) ?? [];
  return { user, button, dialog, box, press, shown };
}
const three: Partial<Look> = { columns: [{ id: 'customer' }, { id: 'country' }, { id: 'status' }] };

describe('the column chooser', () => {
  it('hides and shows columns, but never the name of the customer', async () => {
    const { user, box, shown } = await openChooser();
    expect(box('Customer').disabled).toBe(true);
    expect(box('Country').checked).toBe(true);
    await user.click(box('Country'));
    expect(box('Country').checked).toBe(false);
    expect(document.activeElement).toBe(box('Country'));
    expect(shown()).not.toContain('country');
    await user.click(box('Country'));
    // Whoever asks for a column gets it, however little room there is.
    expect(shown().slice(0, 2)).toEqual(['customer+pinned', 'country+set']);
  });

  it('goes back to the default', async () => {
    const { user, box, dialog } = await openChooser();
    const reset = dialog.getByRole<HTMLButtonElement>('button', { name: 'Reset to default' });
    expect(reset.disabled).toBe(true);
    await user.click(box('Country'));
    expect(reset.disabled).toBe(false);
    await user.click(reset);
    expect(box('Country').checked).toBe(true);
    expect(reset.disabled).toBe(true);
  });

  it('WS-2: moves columns by keyboard, says where they are, and keeps the focus', async () => {
    const { user, dialog, shown } = await openChooser(three);
    const later = dialog.getByRole('button', { name: 'Move Country later' });
    later.focus();
    await user.keyboard('{Enter}');
    expect(shown()).toEqual(['customer+pinned', 'status', 'country']);
    expect(dialog.getByRole('status').textContent).toBe('Country moved to position 3');
    expect(document.activeElement).toBe(later);
    await user.keyboard('{Enter}');
    expect(shown()).toEqual(['customer+pinned', 'status', 'country']);
    dialog.getByRole('button', { name: 'Move Country earlier' }).focus();
    await user.keyboard('{Enter}{Enter}');
    expect(shown()).toEqual(['customer+pinned', 'country', 'status']);
  });

  it('WS-2: pins columns next to the customer', async () => {
    const { press, dialog, shown } = await openChooser(three);
    await press('Pin Status');
    expect(shown()).toEqual(['customer+pinned', 'status+pinned', 'country']);
    expect(dialog.getByRole('button', { name: 'Pin Status' }).getAttribute('aria-pressed')).toBe('true');
    await press('Pin Status');
    expect(shown()).toEqual(['customer+pinned', 'status', 'country']);
  });

  it('says which columns have no room, and shows them all the same when asked', async () => {
    const { press, dialog, shown } = await openChooser();
    expect(dialog.getByText(/^Not enough room for: Type/)).toBeTruthy();
    await press('Show anyway');
    expect(shown()).toContain('type+set');
    expect(dialog.queryByText(/^Not enough room/)).toBeNull();
  });

  it('makes rows compact', async () => {
    const { user, dialog } = await openChooser();
    expect(screen.getByText('Rows: comfortable')).toBeTruthy();
    await user.click(dialog.getByRole('switch', { name: 'Compact rows' }));
    expect(screen.getByText('Rows: compact')).toBeTruthy();
  });

  it('gives the focus back when it closes', async () => {
    const { user, button } = await openChooser();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(button));
  });
});
