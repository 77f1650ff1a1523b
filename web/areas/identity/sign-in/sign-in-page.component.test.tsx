import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { makeMe } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { type Answers, refusal } from '../../../../test/parts/server.ts';
import { queryKeys } from '../../../api/queries.ts';
import { SignInBox } from './sign-in-page.tsx';

const name = 'POST /api/v1/session';

async function showForm(answers: Answers) {
  const page = await renderPart(<SignInBox />, {
    as: null,
    answers: { 'GET /api/v1/demo-people': refusal('not-found'), ...answers },
  });
  const { user } = page;
  return {
    ...page,
    signIn: async () => {
      await user.type(screen.getByRole('textbox', { name: 'Email address' }), ' ada@contoso.example ');
      await user.type(screen.getByLabelText('Password'), 'secret words');
      await user.click(screen.getByRole('button', { name: 'Sign in' }));
    },
  };
}

describe('signing in', () => {
  it('makes the person the one of the page', async () => {
    const { signIn, server, client } = await showForm({ [name]: makeMe() });
    await signIn();
    await waitFor(() => expect(client.getQueryData(queryKeys.me)).toEqual(makeMe()));
    expect(server.asked(name)).toMatchObject([
      { body: { email: 'ada@contoso.example', password: 'secret words' } },
    ]);
  });

  it('says that the password is wrong, reads it out, and keeps what was typed', async () => {
    const { signIn } = await showForm({ [name]: refusal('wrong-credentials') });
    await signIn();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toBe('The email address or password is wrong. Check both and try again.');
    expect(document.activeElement).toBe(alert);
    expect(screen.getByLabelText('Password')).toHaveProperty('value', 'secret words');
  });

  it('offers the people of a demo, each with one click', async () => {
    const demo = {
      password: 'leadlight-demo',
      items: [
        { email: 'ben@contoso.example', name: 'Ben Cruz', role: 'Referrals user', organization: 'Contoso' },
      ],
    };
    const { user, server, client } = await showForm({ 'GET /api/v1/demo-people': demo, [name]: makeMe() });
    await user.click(await screen.findByRole('button', { name: /^Sign in as Ben Cruz/ }));
    await waitFor(() => expect(client.getQueryData(queryKeys.me)).toBeTruthy());
    expect(server.asked(name)).toMatchObject([
      { body: { email: 'ben@contoso.example', password: 'leadlight-demo' } },
    ]);
  });
});
