import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderPart } from '../../test/parts/render.tsx';
import { refusal } from '../../test/parts/server.ts';
import { ApiError } from '../api/client.ts';
import { ErrorState } from './states.tsx';

const failed = new ApiError({
  ...refusal('internal', { detail: 'Something broke on our side.', requestId: 'req-77' }).problem,
  title: 'Unexpected error',
});

describe('a page that failed', () => {
  it('says what the server said, with the number to ask for', async () => {
    await renderPart(<ErrorState error={failed} />);
    const alert = screen.getByRole('alert');
    expect(screen.getByRole('heading', { name: 'Unexpected error' })).toBeTruthy();
    expect(alert.textContent).toContain('Something broke on our side.');
    expect(alert.textContent).toContain('Request ID: req-77');
    expect(screen.getByRole('button', { name: 'Copy request ID' })).toBeTruthy();
  });

  it('tries again where that makes sense, and offers it nowhere else', async () => {
    const again = vi.fn();
    const { user } = await renderPart(<ErrorState error={failed} onRetry={again} />);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(again).toHaveBeenCalledOnce();
  });

  it('shows no request id for a failure that no server answered', async () => {
    await renderPart(<ErrorState error={new Error('undefined is not a function')} />);
    expect(screen.getByRole('heading', { name: 'Something went wrong' })).toBeTruthy();
    expect(screen.queryByText(/Request ID/)).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
