import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { believe } from '../../../api/whose.ts';
import { openProfile } from '../open-profile.fixture.tsx';
import { changed, editor, grace, locationId, makeLocation, makeProfile } from '../profiles.fixture.ts';

beforeEach(() => believe(editor()));
afterEach(() => believe(null));

describe('BP-12: the fields', () => {
  it('BP-12 the description counts characters and shows the card', async () => {
    const { fill } = await openProfile('partner');
    const long = 'We move servers to the cloud. '.repeat(90);
    await fill(screen.getByRole('textbox', { name: 'Description' }), long);
    screen.getByText('2,699 of 2,500 characters');
    const card = screen.getByRole('figure', { name: 'Your card in the directory' });
    expect(card.textContent).toMatch(/We move servers to the cloud\..*…/);
    expect(card.textContent).not.toContain(long.slice(0, 200));
  });

  it('BP-12 the company name is not changed here', async () => {
    await openProfile('partner');
    expect(screen.queryByDisplayValue('Contoso')).toBeNull();
    screen.getByText(/This is the name of your organization/);
  });

  it('VO-1 a retired value stays as such, and is not offered', async () => {
    const { user } = await openProfile('expertise', {
      profile: changed(makeProfile(), { products: ['Yammer'] }),
    });
    expect((await screen.findAllByText('Yammer (no longer offered)')).length).toBeGreaterThan(0);
    screen.getByText('1 of 20');
    await user.click(screen.getByRole('combobox', { name: 'Products' }));
    await screen.findByRole('option', { name: 'Azure' });
  });

  it('BP-12 skills are free words, after values of the vocabularies', async () => {
    const { user, saved } = await openProfile('expertise');
    const field = screen.getByRole('combobox', { name: 'Skills and capabilities' });
    await user.type(field, 'Back');
    await screen.findByRole('option', { name: 'Backup and recovery' });
    await user.type(field, 'gammon{Enter}');
    await waitFor(() => expect(saved()[0]?.fields).toEqual({ skills: ['Backgammon'] }), { timeout: 5000 });
  });

  it('BP-12 “projects from” is read as the person writes numbers, and can be emptied', async () => {
    const { user, fill, saved } = await openProfile('customers');
    const field = screen.getByRole('textbox', { name: 'Projects from' });
    await fill(field, '12,500');
    await user.tab();
    await waitFor(() =>
      expect(saved()[0]?.fields).toEqual({ budgetFrom: { amountMinor: 1_250_000, currency: 'EUR' } }),
    );
    await user.clear(field);
    await user.tab();
    await waitFor(() => expect(saved()[1]?.fields).toEqual({ budgetFrom: null }));
    await fill(field, 'a lot');
    screen.getByText(/Enter digits only/);
  });

  it('BP-17 being away applies at once, for 90 days at most', async () => {
    const away = 'PUT /api/v1/business-profiles/:id/availability';
    const { user, fill, server } = await openProfile('customers', {
      answers: { [away]: makeProfile({ unavailableUntil: '2026-12-24' }) },
    });
    const day = screen.getByLabelText('Not available until');
    await fill(day, '2027-06-01');
    await user.click(screen.getByRole('button', { name: 'Apply' }));
    screen.getByText('This is too far ahead');
    await fill(day, '2026-12-24');
    await user.click(screen.getByRole('button', { name: 'Apply' }));
    await screen.findByText('You’re not available until Dec 24, 2026.');
    expect(server.asked(away).map(({ body }) => body)).toEqual([{ unavailableUntil: '2026-12-24' }]);
  });
});

describe('BP-12: locations and their contacts', () => {
  it('BP-12 a location is added and removed, and the removal can be undone', async () => {
    const { user, saved } = await openProfile('locations', { profile: makeProfile({ locations: [] }) });
    await user.click(screen.getByRole('button', { name: 'Add location' }));
    const name = screen.getByRole('textbox', { name: 'Name of the location' });
    expect(document.activeElement).toBe(name);
    await user.type(name, 'Vienna');
    await user.click(screen.getByRole('button', { name: 'Remove Vienna' }));
    expect(screen.queryByRole('textbox', { name: 'Name of the location' })).toBeNull();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(Object.values(saved().at(-1)?.locations ?? {})).toMatchObject([{ name: 'Vienna' }]),
    );
    screen.getByDisplayValue('Vienna');
  });

  it('BP-12 the address of a page is fixed, and removing it asks first', async () => {
    const page = makeLocation({ address: '/partners/de/contoso-munich', addressFixed: true });
    const { user, saved } = await openProfile('locations', {
      profile: makeProfile({ state: 'published', locations: [page] }),
    });
    expect(screen.queryByRole('textbox', { name: 'City' })).toBeNull();
    screen.getByText(/The address can’t be changed/);
    await user.click(screen.getByRole('button', { name: 'Remove Munich' }));
    const question = await screen.findByRole('dialog', { name: 'Remove Munich?' });
    await waitFor(() => expect(question.textContent).toContain('its page is gone for good'));
    await user.click(within(question).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(saved()[0]?.locations).toEqual({ [locationId]: null }));
  });

  it('BP-12 a place that may be meant is taken with one click', async () => {
    const near = makeLocation({
      city: 'Munchen',
      place: { match: 'near', proposed: { city: 'Munich', region: 'Bavaria', country: 'DE' } },
    });
    const { user, saved } = await openProfile('locations', { profile: makeProfile({ locations: [near] }) });
    screen.getByText('Did you mean Munich, Bavaria?');
    await user.click(screen.getByRole('button', { name: 'Use Munich, Bavaria' }));
    await waitFor(
      () =>
        expect(saved()[0]?.locations[locationId]).toMatchObject({
          city: 'Munich',
          state: 'Bavaria',
          keepAddress: true,
        }),
      { timeout: 5000 },
    );
  });

  it('BP-12 an address that is on no map can be kept, and says what that means', async () => {
    const none = makeLocation({ place: { match: 'none', proposed: null } });
    const { user, saved } = await openProfile('locations', { profile: makeProfile({ locations: [none] }) });
    await user.click(screen.getByRole('checkbox', { name: /Keep it anyway\. Customers who search near/ }));
    await waitFor(() => expect(saved()[0]?.locations[locationId]).toMatchObject({ keepAddress: true }), {
      timeout: 5000,
    });
  });

  it('BP-12 there are five locations at most', async () => {
    const five = [1, 2, 3, 4, 5].map((n) => makeLocation({ id: `00000000-0000-4000-8000-00000000060${n}` }));
    await openProfile('locations', { profile: makeProfile({ locations: five }) });
    expect(screen.getByRole('button', { name: 'Add location' }).hasAttribute('disabled')).toBe(true);
    screen.getByText('5 of 5');
  });

  it('NT-1 members are proposed, and get leads without a confirmation', async () => {
    const { user, saved } = await openProfile('contact', {
      profile: makeProfile({ locations: [makeLocation({ contact: { name: '', email: '', phone: '' } })] }),
    });
    await user.click(screen.getByRole('combobox', { name: 'Person in your organization' }));
    await user.click(await screen.findByRole('option', { name: /Grace Okafor/ }));
    await waitFor(
      () =>
        expect(saved()[0]?.locations[locationId]?.contact).toEqual({
          name: grace.name,
          email: grace.email,
          phone: '',
        }),
      { timeout: 5000 },
    );
    await screen.findByText('This address can get leads');
  });

  it('BP-12 whoever is no member confirms the address by email', async () => {
    const confirming = 'POST /api/v1/business-profiles/:id/contact-confirmation';
    const foreign = makeLocation({
      contact: { name: 'Kim', email: 'kim@fabrikam.example', phone: '' },
      contactConfirmed: false,
    });
    const profile = makeProfile({ locations: [foreign] });
    const { user, server } = await openProfile('contact', { profile, answers: { [confirming]: profile } });
    await user.click(screen.getByRole('button', { name: 'Email a confirmation link' }));
    await screen.findByText(/We emailed a link to kim@fabrikam.example/);
    expect(server.asked(confirming).map(({ body }) => body)).toEqual([{ locationId }]);
  });
});
