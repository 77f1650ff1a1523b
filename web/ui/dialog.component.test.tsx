import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { renderPart } from '../../test/parts/render.tsx';
import { Dialog } from './dialog.tsx';
import { Page } from './page.tsx';

/** A page whose button opens a dialog; the button may be gone once the dialog closes. */
function Colors({ opensOnce = false }: { opensOnce?: boolean }) {
  const [opened, setOpened] = useState(false);
  const [used, setUsed] = useState(false);
  const open = () => {
    setOpened(true);
    setUsed(true);
  };
  return (
    <Page title="Colors">
      {!(opensOnce && used) && (
        <button type="button" onClick={open}>
          Choose
        </button>
      )}
      {opened && (
        <Dialog title="Choose a color" onClose={() => setOpened(false)}>
          <input aria-label="Color" data-autofocus />
        </Dialog>
      )}
    </Page>
  );
}

async function openDialog(colors = <Colors />) {
  const { user } = await renderPart(colors);
  await user.click(screen.getByRole('button', { name: 'Choose' }));
  await screen.findByRole('dialog', { name: 'Choose a color' });
  const isClosed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  return { user, isClosed };
}

const focused = () => document.activeElement;

describe('a dialog', () => {
  it('takes the focus when it opens', async () => {
    await openDialog();
    await waitFor(() => expect(focused()).toBe(screen.getByRole('textbox', { name: 'Color' })));
  });

  it.each(['Esc', 'its button'])('closes by %s, and the focus returns to what opened it', async (way) => {
    const { user, isClosed } = await openDialog();
    if (way === 'Esc') await user.keyboard('{Escape}');
    else await user.click(screen.getByRole('button', { name: 'Close' }));
    await isClosed();
    await waitFor(() => expect(focused()).toBe(screen.getByRole('button', { name: 'Choose' })));
  });

  it('leaves the focus on the title of the page when what opened it is gone', async () => {
    const { user, isClosed } = await openDialog(<Colors opensOnce />);
    await user.keyboard('{Escape}');
    await isClosed();
    await waitFor(() => expect(focused()).toBe(screen.getByRole('heading', { name: 'Colors', level: 1 })));
  });
});
