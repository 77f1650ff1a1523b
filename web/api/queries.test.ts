import { QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import type { Me } from '../../contract/identity/identity.ts';
import { adoptAnswer } from './adopt-answer.ts';
import { createQueryClient, leadQuery, meQuery, queryKeys } from './queries.ts';
import { adoptMe } from './session.ts';
import { believe, whoseTab } from './whose.ts';

afterEach(() => {
  believe(null);
  vi.unstubAllGlobals();
});

it.each([
  ['an older one', 2, 3],
  ['the same', 3, 3],
  ['a newer one', 4, 4],
])(
  'WS-7: a read that was on its way while the lead was saved, answered with %s, shows the newer',
  async (_, answered, shown) => {
    let answer: (response: Response) => void = () => undefined;
    vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (answer = resolve)));
    const client = createQueryClient();
    const key = queryKeys.lead('one');
    client.setQueryData(key, { id: 'one', version: 2 });
    const stop = new QueryObserver(client, leadQuery('one')).subscribe(() => undefined);

    void client.invalidateQueries({ queryKey: key });
    await vi.waitFor(() => expect(client.isFetching()).toBe(1));
    client.setQueryData(key, { id: 'one', version: 3 });
    answer(Response.json({ id: 'one', version: answered }));
    await vi.waitFor(() => expect(client.isFetching()).toBe(0));

    expect(client.getQueryData(key)).toEqual({ id: 'one', version: shown });
    stop();
  },
);

it('WS-7: an older version is shown when nothing was saved meanwhile: the server knows better after a restore', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ id: 'one', version: 3 }));
  const client = createQueryClient();
  client.setQueryData(queryKeys.lead('one'), { id: 'one', version: 5 });
  await client.fetchQuery({ ...leadQuery('one'), staleTime: 0 });
  expect(client.getQueryData(queryKeys.lead('one'))).toEqual({ id: 'one', version: 3 });
  client.setQueryData(queryKeys.lead('one'), { id: 'one', version: 2 });
  expect(client.getQueryData(queryKeys.lead('one'))).toEqual({ id: 'one', version: 2 });
});

const meOf = (organization: string, name = 'Robin') => ({
  person: { id: 'robin', name },
  organization: { id: organization, name: organization },
});

/** A client that shows pages of Robin at Contoso, with a question of who is signed in on its way. */
async function askingWho() {
  let answer: (response: Response) => void = () => undefined;
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (answer = resolve)));
  const client = createQueryClient();
  adoptMe(client, meOf('contoso') as Me);
  const stop = new QueryObserver(client, meQuery).subscribe(() => undefined);
  void client.invalidateQueries({ queryKey: queryKeys.me });
  await vi.waitFor(() => expect(client.isFetching()).toBe(1));
  return { client, stop, answer: (me: unknown) => answer(Response.json(me)) };
}

it.each([
  ['another organization', meOf('fabrikam') as Me],
  ['nobody', null],
])(
  'ID-5: an answer to who is signed in that was on its way does not undo the change to %s',
  async (_, next) => {
    const { client, stop, answer } = await askingWho();
    adoptMe(client, next);
    answer(meOf('contoso'));
    await vi.waitFor(() => expect(client.isFetching()).toBe(0));
    expect(client.getQueryData(queryKeys.me)).toEqual(next);
    expect(whoseTab()?.organization.id).toBe(next?.organization.id);
    stop();
  },
);

it('ID-5: of two answers to who is signed in that were both asked for at the start each is believed', async () => {
  const waiting: ((response: Response) => void)[] = [];
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => waiting.push(resolve)));
  const client = createQueryClient();
  // A page that is drawn twice gives the first question up, which may be answered all the same.
  new QueryObserver(client, meQuery).subscribe(() => undefined)();
  const stop = new QueryObserver(client, meQuery).subscribe(() => undefined);
  await vi.waitFor(() => expect(waiting).toHaveLength(2));
  for (const answer of waiting) answer(Response.json(meOf('contoso')));
  await vi.waitFor(() => expect(client.isFetching()).toBe(0));
  expect(client.getQueryData(queryKeys.me)).toEqual(meOf('contoso'));
  stop();
});

it('ID-5: a read that was on its way does not undo what was saved meanwhile', async () => {
  const { client, stop, answer } = await askingWho();
  await adoptAnswer(client, queryKeys.me, meOf('contoso', 'Robin Reyes'));
  answer(meOf('contoso'));
  await new Promise((resolve) => setTimeout(resolve));
  expect(client.getQueryState(queryKeys.me)).toMatchObject({
    data: meOf('contoso', 'Robin Reyes'),
    status: 'success',
    fetchStatus: 'idle',
  });
  stop();
});
