import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ListedProfile } from '../../../contract/profiles/profiles.ts';
import { idOf, later, makeMe } from '../../../test/parts/made.ts';
import { renderPart } from '../../../test/parts/render.tsx';
import { refusal } from '../../../test/parts/server.ts';
import { editor, makeProfile } from './profiles.fixture.ts';
import { ProfilesPage } from './profiles-page.tsx';

const listing = 'GET /api/v1/business-profiles';
const germany: ListedProfile = {
  id: idOf(500),
  country: 'DE',
  state: 'published',
  publishedAt: later({ days: -2 }),
  hasChanges: true,
  unavailableUntil: '2026-12-24',
  pages: [{ name: 'Munich', address: '/partners/de/contoso-munich' }],
  problemCount: 2,
};
const austria: ListedProfile = {
  ...germany,
  id: idOf(510),
  country: 'AT',
  state: 'draft',
  publishedAt: null,
  unavailableUntil: null,
  pages: [],
  problemCount: 0,
};

describe('BP-10: the profiles of an organization', () => {
  it('BP-10 are named by their countries, with where they stand and what is to do', async () => {
    await renderPart(<ProfilesPage />, {
      as: editor(),
      answers: { [listing]: { companyName: 'Contoso', items: [germany, austria] } },
    });
    const cards = await screen.findAllByRole('heading', { level: 2 });
    expect(cards.map(({ textContent }) => textContent)).toEqual(['Austria', 'Germany']);
    const [, card] = within(screen.getByRole('list', { name: 'Business profiles' }))
      .getAllByRole('listitem')
      .filter((one) => one.querySelector('h2'));
    expect(card?.textContent).toContain('Published');
    expect(card?.textContent).toContain('Unpublished changes');
    expect(card?.textContent).toContain('2 things to fix');
    expect(card?.textContent).toContain('Not available until Dec 24, 2026');
    const page = screen.getByRole('link', { name: /^Munich\s*\(opens in a new tab\)$/ });
    expect(page.getAttribute('href')).toBe('/partners/de/contoso-munich');
    expect(page.getAttribute('target')).toBe('_blank');
    expect(screen.getByRole('link', { name: 'Austria' }).getAttribute('href')).toBe(
      `/presence/profiles/${austria.id}/partner`,
    );
  });

  it('BP-10 a first one is begun for a country, and opens', async () => {
    const { user, server, address } = await renderPart(<ProfilesPage />, {
      as: editor(),
      answers: {
        [listing]: { companyName: 'Contoso', items: [] },
        'POST /api/v1/business-profiles': makeProfile(),
      },
    });
    await screen.findByText('No business profile yet');
    await user.click(screen.getByRole('button', { name: 'New profile' }));
    await user.click(screen.getByRole('button', { name: 'Create profile' }));
    const field = await screen.findByRole('combobox', { name: 'Country', description: 'Choose a country' });
    await user.type(field, 'germ');
    await user.click(await screen.findByRole('option', { name: 'Germany' }));
    await user.click(screen.getByRole('button', { name: 'Create profile' }));
    await expect.poll(address).toBe(`/presence/profiles/${makeProfile().id}/partner`);
    expect(server.asked('POST /api/v1/business-profiles').map(({ body }) => body)).toEqual([
      { country: 'DE' },
    ]);
  });

  it('BP-10 a country that has one is not offered', async () => {
    const { user } = await renderPart(<ProfilesPage />, {
      as: editor(),
      answers: { [listing]: { companyName: 'Contoso', items: [germany] } },
    });
    await user.click(await screen.findByRole('button', { name: 'New profile' }));
    await user.type(await screen.findByRole('combobox', { name: 'Country' }), 'germany');
    await screen.findByText('Nothing found');
  });

  it('BP-10 a failure is said, and can be tried again', async () => {
    const { user, server } = await renderPart(<ProfilesPage />, {
      as: editor(),
      answers: { [listing]: refusal('internal') },
    });
    const again = await screen.findByRole('button', { name: 'Try again' });
    server.answer({ [listing]: { companyName: 'Contoso', items: [germany] } });
    await user.click(again);
    await screen.findByRole('link', { name: 'Germany' });
  });

  it('BP-10 are closed to people of other roles', async () => {
    await renderPart(<ProfilesPage />, { as: makeMe() });
    screen.getByText('Your role can’t edit business profiles');
  });
});
