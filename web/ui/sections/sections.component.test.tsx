import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { renderPart } from '../../../test/parts/render.tsx';
import { refusal } from '../../../test/parts/server.ts';
import { ApiError } from '../../api/client.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { SecretDialog } from './secret.tsx';
import { SettingsConflict, useRevision } from './settings-conflict.tsx';

describe('a question before something final', () => {
  it('begins with the way back, and does nothing by Esc', async () => {
    const [onConfirm, onClose] = [vi.fn(), vi.fn()];
    const { user } = await renderPart(
      <ConfirmDialog
        title="Delete it?"
        confirmLabel="Delete"
        pending={false}
        onConfirm={onConfirm}
        onClose={onClose}
      >
        It can’t be undone.
      </ConfirmDialog>,
    );
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' })));
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
    expect(onConfirm).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    expect(onConfirm).toHaveBeenCalledOnce();
  });
});

describe('a secret that is shown once', () => {
  it('is not lost by Esc: only its button closes it', async () => {
    const onClose = vi.fn();
    const { user } = await renderPart(
      <SecretDialog title="Your token" what="token" value="ll_12345" onClose={onClose} />,
    );
    expect(screen.getByText('ll_12345')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
    expect(onClose).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'I’ve copied it' }));
    expect(onClose).toHaveBeenCalledOnce();
  });
});

interface Limits {
  revision: string;
  days: string;
}
const theirs: Limits = { revision: 'r2', days: '21' };

/** Settings that someone else saves first, once. */
function LimitsForm({ save }: { save: (revision: string, days: string) => void }) {
  const base = useRevision<Limits>({ revision: 'r1', days: '14' });
  const [days, setDays] = useState(base.settings.days);
  const send = async (revision: string) => {
    if (revision === 'r1')
      throw new ApiError({ ...refusal('settings-changed', { current: theirs }).problem, title: 'Changed' });
    save(revision, days);
    return { revision: 'r3', days };
  };
  return (
    <>
      <input aria-label="Days" value={days} onChange={(event) => setDays(event.currentTarget.value)} />
      <button type="button" onClick={() => void base.change(send).catch(() => undefined)}>
        Save
      </button>
      <SettingsConflict base={base} onTake={(current) => setDays(current.days)} />
    </>
  );
}

describe('settings that someone else saved first', () => {
  async function meetConflict() {
    const save = vi.fn();
    const { user } = await renderPart(<LimitsForm save={save} />);
    const press = (name: string) => user.click(screen.getByRole('button', { name }));
    expect(screen.queryByRole('button', { name: 'Keep my changes' })).toBeNull();
    await user.clear(days());
    await user.type(days(), '7');
    await press('Save');
    await screen.findByRole('button', { name: 'Keep my changes' });
    return { save, press };
  }
  const days = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Days' });

  it('keep what was typed until a button says otherwise', async () => {
    const { save } = await meetConflict();
    expect(days().value).toBe('7');
    expect(save).not.toHaveBeenCalled();
  });

  it('are replaced by mine with the next save', async () => {
    const { save, press } = await meetConflict();
    await press('Keep my changes');
    expect(screen.queryByRole('button', { name: 'Keep my changes' })).toBeNull();
    expect(save).not.toHaveBeenCalled();
    await press('Save');
    await waitFor(() => expect(save).toHaveBeenCalledWith('r2', '7'));
  });

  it('are shown in the form when I want to see them', async () => {
    const { press } = await meetConflict();
    await press('Show what’s saved now');
    expect(days().value).toBe('21');
    expect(screen.queryByRole('button', { name: 'Show what’s saved now' })).toBeNull();
  });
});
