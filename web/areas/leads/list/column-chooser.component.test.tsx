import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderPart } from '../../../../test/parts/render.tsx';
import { useColumnChoice } from './column-choice.ts';
import { ColumnChooser } from './column-chooser.tsx';
import { fakeList } from './list-control.fixture.ts';

const { useControl } = fakeList();

function Chooser() {
  const { look, changeLook } = useControl();
  const choice = useColumnChoice(look, changeLook);
  return (
    <>
      <ColumnChooser
        {...choice}
        withoutRoom={choice.visible.slice(-1)}
        density={look.density}
        onDensity={(density) => changeLook({ density })}
      />
      <p>Shown: {choice.visible.map(({ id }) => id).join(' ')}</p>
      <p>Rows: {look.density}</p>
    </>
  );
}

async function openChooser() {
  const { user } = await renderPart(<Chooser />);
  const button = screen.getByRole('button', { name: 'Columns' });
  await user.click(button);
  const dialog = within(await screen.findByRole('dialog', { name: 'Columns' }));
  const box = (name: string) => dialog.getByRole<HTMLInputElement>('checkbox', { name });
  return { user, button, dialog, box, shown: () => screen.getByText(/^Shown:/).textContent?.split(' ') };
}

describe('the column chooser', () => {
  it('hides and shows columns, but never the name of the customer', async () => {
    const { user, box, shown } = await openChooser();
    expect(box('Customer').disabled).toBe(true);
    expect(box('Country').checked).toBe(true);
    await user.click(box('Country'));
    expect(box('Country').checked).toBe(false);
    expect(shown()).not.toContain('country');
    await user.click(box('Country'));
    expect(shown()).toContain('country');
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

  it('puts a column back where it usually is', async () => {
    const { user, box, shown } = await openChooser();
    const before = shown();
    await user.click(box('Country'));
    await user.click(box('Country'));
    expect(shown()).toEqual(before);
  });

  it('says which columns have no room, and makes rows compact', async () => {
    const { user, dialog } = await openChooser();
    expect(dialog.getByText(/^Not enough room for: \w/)).toBeTruthy();
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
