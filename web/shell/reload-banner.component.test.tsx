import { act, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { renderPart } from '../../test/parts/render.tsx';
import { offerReload } from '../ui/reload-offer.ts';
import { ReloadBanner } from './reload-banner.tsx';

it('WS-8: offers to reload where something would be lost, and reloads when the person says so', async () => {
  const reload = vi.spyOn(window.location, 'reload').mockImplementation(() => undefined);
  const { user } = await renderPart(<ReloadBanner />);
  expect(screen.getByRole('status').textContent).toBe('');
  act(() => offerReload());
  expect(screen.getByRole('status').textContent).toContain('There’s probably a new version.');
  expect(reload).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Reload' }));
  expect(reload).toHaveBeenCalledTimes(1);
});
