import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderPart } from '../../../test/parts/render.tsx';
import { refusal } from '../../../test/parts/server.ts';
import { ApiError } from '../../api/client.ts';
import { announce, announceFailure, announceWithUndo } from './index.ts';

describe('what is announced', () => {
  it('can be undone once', async () => {
    const undo = vi.fn();
    const { user } = await renderPart(null);
    act(() => announceWithUndo('Archived.', undo));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(undo).toHaveBeenCalledOnce();
    await waitFor(() => expect(screen.queryByText('Archived.')).toBeNull());
  });

  it('is read out, a failure with its reason', async () => {
    await renderPart(null);
    const { problem } = refusal('not-allowed', { detail: 'You may not do this.' });
    act(() => {
      announce('Saved.');
      announceFailure('Couldn’t save', new ApiError(problem));
    });
    const told = await screen.findAllByRole('alert');
    expect(told.map((one) => one.textContent)).toEqual(['Saved.', 'Couldn’t saveYou may not do this.']);
  });
});
