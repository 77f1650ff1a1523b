import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { makeMe } from '../../test/parts/made.ts';
import { renderPart } from '../../test/parts/render.tsx';
import { type Answers, refusal } from '../../test/parts/server.ts';
import { drafts } from '../api/drafts.ts';
import { queryKeys } from '../api/queries.ts';
import { AccountMenu } from './account-menu.tsx';

const me = makeMe();
const place = { personId: me.person.id, organizationId: me.organization.id, form: 'accept', subject: 'a' };
const name = 'DELETE /api/v1/session';

async function signOut({ hasDraft = false, answers = { [name]: undefined } as Answers } = {}) {
  if (hasDraft) drafts.keep(place, { base: { notes: '' }, values: { notes: 'Call' }, attempt: undefined });
  const page = await renderPart(<AccountMenu />, { answers });
  const { user, client } = page;
  await user.click(screen.getByRole('button', { name: 'Account: Ada Berg' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
  return {
    ...page,
    press: (button: string) => user.click(screen.getByRole('button', { name: button })),
    isOut: () => waitFor(() => expect(client.getQueryData(queryKeys.me)).toBeNull()),
  };
}
const question = () => screen.queryByRole('dialog', { name: 'Keep your drafts?' });

describe('signing out', () => {
  it('asks nothing when there are no drafts', async () => {
    const { isOut } = await signOut();
    await isOut();
    expect(question()).toBeNull();
  });

  it('asks about drafts first, and keeps them', async () => {
    const { press, isOut, server } = await signOut({ hasDraft: true });
    await screen.findByRole('dialog', { name: 'Keep your drafts?' });
    expect(server.asked(name)).toEqual([]);
    await press('Keep and sign out');
    await isOut();
    expect(drafts.list(me.person.id)).toHaveLength(1);
  });

  it('discards them when the person says so', async () => {
    const { press, isOut } = await signOut({ hasDraft: true });
    await screen.findByRole('dialog', { name: 'Keep your drafts?' });
    await press('Discard and sign out');
    await isOut();
    expect(drafts.list(me.person.id)).toEqual([]);
  });

  it('can be called off', async () => {
    const { press, client, server } = await signOut({ hasDraft: true });
    await screen.findByRole('dialog', { name: 'Keep your drafts?' });
    await press('Stay signed in');
    await waitFor(() => expect(question()).toBeNull());
    expect(client.getQueryData(queryKeys.me)).toEqual(me);
    expect(server.asked(name)).toEqual([]);
  });

  it('says when it failed, and the drafts stay', async () => {
    const { press } = await signOut({
      hasDraft: true,
      answers: { [name]: refusal('internal', { detail: 'Something broke.' }) },
    });
    await screen.findByRole('dialog', { name: 'Keep your drafts?' });
    await press('Discard and sign out');
    expect(await screen.findByText('Something broke.')).toBeTruthy();
    expect(drafts.list(me.person.id)).toHaveLength(1);
  });
});
