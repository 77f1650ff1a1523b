import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noAnswer, refusal } from '../../../test/parts/server.ts';
import { believe } from '../../api/whose.ts';
import { openProfile, problem, saving } from './open-profile.fixture.tsx';
import { changed, editor, grace, locationId, makeLocation, makeProfile } from './profiles.fixture.ts';

const publishing = 'POST /api/v1/business-profiles/:id/publish';

beforeEach(() => believe(editor()));
afterEach(() => believe(null));

describe('BP-11: the steps of the editor', () => {
  it('BP-11 all can be reached, and say how much is to fix', async () => {
    await openProfile('partner', {
      profile: makeProfile({
        problems: [problem('partner', 'description', 'is missing'), problem('contact', 'x', 'is missing')],
      }),
    });
    const steps = within(screen.getByRole('navigation', { name: 'Steps' })).getAllByRole('link');
    expect(steps.map(({ textContent }) => textContent)).toEqual([
      'Partner information11 thing to fix',
      'Expertise',
      'Customer preferences',
      'Locations',
      'Contact11 thing to fix',
      'Review22 things to fix',
    ]);
    expect(steps[0]?.getAttribute('aria-current')).toBe('page');
    screen.getByRole('link', { name: 'Next: Expertise' });
    expect(screen.queryByRole('link', { name: /Back:/ })).toBeNull();
  });

  it('BP-11 what is wrong is said beside a field once somebody was there', async () => {
    const { user } = await openProfile('partner', {
      profile: makeProfile({ problems: [problem('partner', 'linkedIn', 'is not a page of LinkedIn')] }),
    });
    expect(screen.queryByText('Is not a page of LinkedIn')).toBeNull();
    await user.click(screen.getByRole('textbox', { name: 'LinkedIn page' }));
    await user.tab();
    screen.getByText('Is not a page of LinkedIn');
  });

  it('BP-14 a link of Review moves the focus to the field, and says what is wrong', async () => {
    await openProfile('contact', {
      field: `locations.${locationId}.contact.email`,
      profile: makeProfile({
        problems: [problem('contact', `locations.${locationId}.contact.email`, 'is missing')],
      }),
    });
    const field = screen.getByRole('textbox', { name: 'Email address' });
    expect(document.activeElement).toBe(field);
    screen.getByText('Is missing');
  });
});

describe('BP-13: typing', () => {
  it('BP-13 saves by itself and says so', async () => {
    const { user, saved } = await openProfile('partner');
    const field = screen.getByRole('textbox', { name: 'Description' });
    await user.type(field, ' And mail.');
    screen.getByText('Saving…');
    await waitFor(() => expect(saved()).toHaveLength(1), { timeout: 5000 });
    await screen.findByText('Saved');
    expect(saved()[0]).toEqual({
      basedOn: 5,
      fields: { description: 'We move servers. And mail.' },
      locations: {},
    });
  });

  it('BP-13 says that it is not saved, and goes on once the server is back', async () => {
    const { user, server } = await openProfile('partner', {
      answers: { [saving]: noAnswer, 'GET /api/v1/me': editor() },
    });
    await user.type(screen.getByRole('textbox', { name: 'Description' }), ' More.');
    await user.tab();
    await waitFor(() =>
      expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContainEqual(
        expect.stringMatching(/^Not saved: .+ Trying again\.$/),
      ),
    );
    server.answer({ [saving]: ({ body }) => changed(makeProfile(), body.fields) });
    await waitFor(() => expect(screen.getAllByText('Saved').length).toBeGreaterThan(0), { timeout: 8000 });
  });

  it('BP-13 both versions of a field that a colleague changed are shown, and one is chosen', async () => {
    const theirs = changed(makeProfile(), { description: 'We move mail.' }, grace.name);
    const { user, server, saved } = await openProfile('partner', {
      answers: {
        [saving]: refusal('profile-changed', {
          current: theirs,
          issues: [{ path: 'body.fields.description', message: 'was changed', rule: 'unchanged-since' }],
        }),
      },
    });
    await user.type(screen.getByRole('textbox', { name: 'Description' }), ' Mine.');
    await user.tab();
    const choice = await screen.findByRole('region', { name: /Grace Okafor changed this/ });
    within(choice).getByText('We move servers. Mine.');
    within(choice).getByText('We move mail.');
    screen.getByText('Not everything is saved');
    server.answer({ [saving]: ({ body }) => changed(theirs, body.fields) });
    await user.click(within(choice).getByRole('button', { name: 'Keep mine' }));
    await waitFor(() =>
      expect(saved().at(-1)).toEqual({
        basedOn: 6,
        fields: { description: 'We move servers. Mine.' },
        locations: {},
      }),
    );
    expect(screen.queryByRole('region', { name: /changed this/ })).toBeNull();
  });

  it('BP-13 a choice in another step is one link away', async () => {
    localStorage.setItem(
      `leadlight.draft.${[editor().person.id, editor().organization.id, 'business-profile', makeProfile().id].map(encodeURIComponent).join('/')}`,
      JSON.stringify({ at: Date.now(), base: { description: 'Old' }, values: { description: 'Mine' } }),
    );
    await openProfile('expertise');
    const link = screen.getByRole('link', { name: 'Partner information: Description' });
    expect(link.getAttribute('href')).toContain('/partner?field=description');
    screen.getByText(/hadn’t been saved. It’s back/);
  });

  it('BP-13 colleagues who have it open are named, and what they change comes in', async () => {
    let reads = 0;
    const { server } = await openProfile('partner', {
      answers: {
        'GET /api/v1/business-profiles/:id': () =>
          reads++ === 0 ? makeProfile() : changed(makeProfile(), { website: 'https://new.example' }),
        'PUT /api/v1/business-profiles/:id/presence': {
          revision: 6,
          editors: [{ id: grace.id, name: grace.name, step: 'locations' }],
        },
      },
    });
    await screen.findByText('Grace Okafor has this profile open, too (Locations)');
    expect(server.asked('PUT /api/v1/business-profiles/:id/presence')[0]?.body).toEqual({ step: 'partner' });
    await screen.findByDisplayValue('https://new.example');
  });
});

describe('BP-14: Review', () => {
  it('BP-14 lists what is to fix, each with a link to its field, and does not publish', async () => {
    await openProfile('review', {
      profile: makeProfile({
        problems: [problem('locations', `locations.${locationId}.city`, 'is missing')],
        hints: [problem('partner', 'logo', 'There is no logo.')],
      }),
    });
    const fix = screen.getByRole('region', { name: 'To fix' });
    expect(fix.textContent).toContain('Munich: City: is missing');
    expect(within(fix).getByRole('link').getAttribute('href')).toBe(
      `/presence/profiles/${makeProfile().id}/locations?field=locations.${locationId}.city`,
    );
    expect(screen.getByRole('region', { name: 'What would make it better' }).textContent).toContain(
      'There is no logo.',
    );
    expect(screen.getByRole('button', { name: 'Publish profile' }).hasAttribute('disabled')).toBe(true);
  });

  it('BP-14 publishes with Ctrl and Enter, and then shows the pages', async () => {
    const published = makeProfile({
      state: 'published',
      hasChanges: false,
      revision: 6,
      locations: [makeLocation({ address: '/partners/de/contoso-munich' })],
    });
    const { user, server } = await openProfile('review', { answers: { [publishing]: published } });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('Customers see exactly this.');
    expect(server.asked(publishing).map(({ body }) => body)).toEqual([{ basedOn: 5 }]);
    expect(screen.getByRole('link', { name: /Munich/ }).getAttribute('href')).toBe(
      '/partners/de/contoso-munich',
    );
  });

  it('BP-14 a refusal shows what the server says is to fix now', async () => {
    const current = {
      ...changed(makeProfile(), { description: '' }),
      problems: [problem('partner', 'description', 'is missing')],
    };
    const { user } = await openProfile('review', {
      answers: { [publishing]: refusal('profile-changed', { current, detail: 'The profile was changed.' }) },
    });
    await user.click(screen.getByRole('button', { name: 'Publish profile' }));
    await screen.findByText('Couldn’t publish the profile');
    await screen.findByRole('region', { name: 'To fix' });
  });

  it('BP-14 unpublishing asks in plain words', async () => {
    const unpublishing = 'POST /api/v1/business-profiles/:id/unpublish';
    const { user, server } = await openProfile('review', {
      profile: makeProfile({ state: 'published', hasChanges: false }),
      answers: { [unpublishing]: makeProfile({ state: 'unpublished', revision: 6 }) },
    });
    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Unpublish' }));
    const question = await screen.findByRole('dialog', { name: 'Unpublish this profile?' });
    await waitFor(() => expect(question.textContent).toContain('disappear at once'));
    await user.click(within(question).getByRole('button', { name: 'Unpublish' }));
    await waitFor(() => expect(server.asked(unpublishing)).toHaveLength(1));
    await waitFor(() => expect(screen.getAllByText('Unpublished').length).toBeGreaterThan(0));
  });

  it('BP-14 deleting takes the name of the company', async () => {
    const deleting = 'DELETE /api/v1/business-profiles/:id';
    const { user, server, address } = await openProfile('review', { answers: { [deleting]: undefined } });
    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete profile' }));
    const dialog = await screen.findByRole('dialog', { name: 'Delete this profile for good?' });
    const name = await within(dialog).findByRole('textbox', { name: /type Contoso/ });
    await user.type(name, 'Fabrikam');
    await user.click(within(dialog).getByRole('button', { name: 'Delete for good' }));
    await within(dialog).findByText('This isn’t the name of your organization');
    expect(server.asked(deleting)).toEqual([]);
    await user.clear(name);
    await user.type(name, 'Contoso');
    await user.click(within(dialog).getByRole('button', { name: 'Delete for good' }));
    await waitFor(() => expect(address()).toBe('/presence/profiles'));
    expect(server.asked(deleting).map(({ body }) => body)).toEqual([{ companyName: 'Contoso' }]);
  });

  it('BP-14 only whoever may delete is offered it', async () => {
    const { user } = await openProfile('review', {
      profile: makeProfile({ state: 'published', hasChanges: false, mayDelete: false }),
    });
    await user.click(screen.getByRole('button', { name: 'More' }));
    await screen.findByRole('menuitem', { name: 'Unpublish' });
    expect(screen.queryByRole('menuitem', { name: 'Delete profile' })).toBeNull();
  });
});
