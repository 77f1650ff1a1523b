import { useQuery } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { LeadTab } from '../../../../contract/leads/lists.ts';
import { makeLead } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { type Answers, heldAnswer, refusal } from '../../../../test/parts/server.ts';
import { leadQuery, queryKeys } from '../../../api/queries.ts';
import { useToggleFavorite } from './favorite.ts';
import { FavoriteButton } from './favorite-button.tsx';

const lead = makeLead();

/** The heart of a lead that is in the app's cache, as in a list. */
function Heart({ tab = 'marketplace' }: { tab?: LeadTab }) {
  const { data } = useQuery(leadQuery(lead.id));
  const toggle = useToggleFavorite(tab);
  return data && <FavoriteButton lead={data} onToggle={toggle} />;
}

async function showHeart(answers: Answers, part = <Heart />) {
  const page = await renderPart(part, { answers: { 'GET /api/v1/leads/:id': lead, ...answers } });
  const heart = await screen.findByRole('button', { name: 'Favorite: Alpine Ski House' });
  return {
    ...page,
    heart,
    press: () => page.user.click(heart),
    isOn: () => heart.getAttribute('aria-pressed') === 'true',
    shownIn: () => page.client.getQueryData<typeof lead>(queryKeys.lead(lead.id))?.favorite,
  };
}

describe('the heart of a lead', () => {
  it('is on before the server has answered, and stays on', async () => {
    const { given, give } = heldAnswer<undefined>();
    const { press, isOn, heart, server } = await showHeart({ 'PUT /api/v1/leads/:id/favorite': given });
    expect(heart.title).toBe('Add to favorites');
    await press();
    expect(isOn()).toBe(true);
    expect(heart.title).toBe('Remove from favorites');
    give(undefined);
    // What the server had before is read again, and must not turn it off.
    server.answer({ 'GET /api/v1/leads/:id': { ...lead, favorite: true } });
    await waitFor(() => expect(server.asked('GET /api/v1/leads/:id')).toHaveLength(2));
    expect(isOn()).toBe(true);
  });

  it('is taken back when the server refuses, which is said', async () => {
    const { press, isOn, server } = await showHeart({
      'PUT /api/v1/leads/:id/favorite': refusal('not-found', { detail: 'This lead has moved.' }),
    });
    // It does not take another read to know.
    server.answer({ 'GET /api/v1/leads/:id': refusal('internal') });
    await press();
    const told = await screen.findByRole('alert');
    expect(told.textContent).toBe('Couldn’t save the favoriteThis lead has moved.');
    expect(isOn()).toBe(false);
  });

  it('keeps the last wish of someone who clicks fast, and sends each in turn', async () => {
    const { given, give } = heldAnswer<undefined>();
    const { press, isOn, server } = await showHeart({
      'PUT /api/v1/leads/:id/favorite': given,
      'DELETE /api/v1/leads/:id/favorite': undefined,
    });
    await press();
    await press();
    expect(isOn()).toBe(false);
    expect(server.asked('DELETE /api/v1/leads/:id/favorite')).toHaveLength(0);
    give(undefined);
    await waitFor(() => expect(server.asked('DELETE /api/v1/leads/:id/favorite')).toHaveLength(1));
    expect(isOn()).toBe(false);
  });

  const favorite: Answers = {
    'GET /api/v1/leads/:id': { ...lead, favorite: true },
    'PUT /api/v1/leads/:id/favorite': undefined,
    'DELETE /api/v1/leads/:id/favorite': undefined,
  };

  it('can be taken back in the list of favorites, which the lead leaves', async () => {
    const { press, user, server } = await showHeart(favorite, <Heart tab="favorites" />);
    await press();
    expect(await screen.findByText('Alpine Ski House removed from favorites')).toBeTruthy();
    await waitFor(() => expect(server.asked('DELETE /api/v1/leads/:id/favorite')).toHaveLength(1));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(server.asked('PUT /api/v1/leads/:id/favorite')).toHaveLength(1));
  });

  it('is its own Undo in the other lists', async () => {
    const { press, server } = await showHeart(favorite);
    await press();
    await waitFor(() => expect(server.asked('DELETE /api/v1/leads/:id/favorite')).toHaveLength(1));
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });
});
