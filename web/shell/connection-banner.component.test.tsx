import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { makeMe } from '../../test/parts/made.ts';
import { renderPart } from '../../test/parts/render.tsx';
import { noAnswer } from '../../test/parts/server.ts';
import { connection } from '../api/connection.ts';
import { ConnectionBanner } from './connection-banner.tsx';

const said = () => screen.getByRole('status').textContent;
const lose = () => act(() => connection.noteFailure());

describe('the banner about the connection', () => {
  it('is silent while the server can be reached', async () => {
    await renderPart(<ConnectionBanner />);
    expect(said()).toBe('');
  });

  it('says that the server can’t be reached, and goes once it is back', async () => {
    await renderPart(<ConnectionBanner />);
    lose();
    expect(said()).toContain('Leadlight can’t be reached.');
    act(() => connection.noteAnswer());
    expect(said()).toBe('');
  });

  it('says that the device is offline when that is why', async () => {
    await renderPart(<ConnectionBanner />);
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    lose();
    expect(said()).toContain('You’re offline.');
  });

  it('tries now, and stays while there is no answer', async () => {
    const { user, server } = await renderPart(<ConnectionBanner />, {
      answers: { 'GET /api/v1/me': noAnswer },
    });
    lose();
    const tryNow = () => user.click(screen.getByRole('button', { name: 'Try now' }));
    await tryNow();
    expect(server.asked('GET /api/v1/me')).toHaveLength(1);
    expect(said()).toContain('Leadlight can’t be reached.');
    server.answer({ 'GET /api/v1/me': makeMe() });
    await tryNow();
    await waitFor(() => expect(said()).toBe(''));
  });
});
