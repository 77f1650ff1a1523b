import { describe, expect, it } from 'vitest';
import { fixedClock } from '../../../platform/clock.ts';
import type { ProviderAnswer, ProviderQuestion } from './ask-provider.ts';
import { type ProviderStanding, sparingProvider } from './spared-provider.ts';

const start = new Date('2026-11-20T10:00:00Z');
const bare: ProviderQuestion = { url: 'http://127.0.0.1/', method: 'GET', headers: {}, timeoutMs: 100 };
const control: ProviderQuestion = { ...bare, body: 'control' };
const good: ProviderAnswer = { kind: 'answered', text: '{}' };
const silence: ProviderAnswer = { kind: 'timeout' };

/** A provider that domains beginning with “slow” keep waiting, and a control query. */
function world() {
  const clock = fixedClock(start);
  const said: ProviderStanding[] = [];
  const state = { hangs: false, controls: 0, asked: 0 };
  const sparing = sparingProvider({
    clock,
    control,
    onChange: (standing) => said.push(standing),
    ask: async ({ body, about }) => {
      if (body === 'control') state.controls += 1;
      else state.asked += 1;
      return state.hangs || about?.startsWith('slow') ? silence : good;
    },
  });
  const ask = async (organizationId: string, about: string | undefined) =>
    (await sparing({ ...bare, about, organizationId })).kind;
  const later = (seconds: number) => clock.set(new Date(clock.now().getTime() + seconds * 1000));
  return { state, said, ask, later };
}

describe('CV-4: domains that keep a provider waiting', () => {
  it('leave only the organization waiting whose leads name them, and for no longer than a few seconds', async () => {
    const { ask, later, said, state } = world();
    for (const domain of ['slow-1.com', 'slow-2.com', 'slow-3.com'])
      expect(await ask('contoso', domain)).toBe('timeout');
    expect(await ask('contoso', 'acme.com')).toBe('spared');
    expect(await ask('fabrikam', 'acme.com')).toBe('answered');
    later(10);
    expect(await ask('contoso', 'acme.com')).toBe('answered');
    expect(state.controls).toBe(1);
    expect(said).toEqual([]);
  });

  it('hold up everybody for no longer than a few seconds, also when they come with leads of three organizations', async () => {
    const { ask, later, said, state } = world();
    expect(await ask('contoso', 'slow-1.com')).toBe('timeout');
    expect(await ask('fabrikam', 'slow-2.com')).toBe('timeout');
    expect(await ask('tailspin', 'slow-3.com')).toBe('timeout');
    expect(await ask('adatum', 'acme.com')).toBe('spared');
    later(10);
    const kinds = await Promise.all([ask('adatum', 'slow-4.com'), ask('adatum', 'acme.com')]);
    expect(kinds.toSorted()).toEqual(['spared', 'timeout']);
    expect(await ask('adatum', 'acme.com')).toBe('answered');
    expect(state.controls).toBe(1);
    expect(said.map(({ isAsked }) => isAsked)).toEqual([false, true]);
  });

  it('leave a provider alone for longer each time, when it answers nothing but the control question', async () => {
    const { ask, later, said, state } = world();
    for (let second = 0; second < 3600; second += 5) {
      await ask(`organization-${second % 3}`, `slow-${second}.com`);
      later(5);
    }
    expect(state.asked).toBeLessThan(60);
    expect(state.controls).toBeLessThan(15);
    expect(said.length).toBeLessThan(30);
    // One usable answer about a contact resets everything.
    later(1800);
    expect(await ask('adatum', 'acme.com')).toBe('answered');
    for (const domain of ['slow-a.com', 'slow-b.com', 'slow-c.com']) await ask(domain, domain);
    later(10);
    expect(await ask('adatum', 'acme.com')).toBe('answered');
  });

  it('are told from a provider that hangs: it is left alone for all as soon as the control question fails', async () => {
    const { ask, later, said, state } = world();
    state.hangs = true;
    for (const domain of ['a.com', 'b.com', 'c.com']) await ask('contoso', domain);
    expect(said).toEqual([]);
    later(10);
    expect(await ask('contoso', 'd.com')).toBe('spared');
    expect(said).toEqual([{ isAsked: false, pauseSeconds: 60 }]);
    expect(await ask('fabrikam', 'acme.com')).toBe('spared');
    expect(state).toMatchObject({ controls: 1, asked: 3 });
    later(60);
    state.hangs = false;
    expect(await ask('fabrikam', 'slow-1.com')).toBe('timeout');
    expect(await ask('contoso', 'acme.com')).toBe('answered');
    expect(said.map(({ isAsked }) => isAsked)).toEqual([false, true]);
  });

  it('are no excuse for questions that no domain can delay', async () => {
    const { ask, state } = world();
    state.hangs = true;
    for (let n = 0; n < 3; n++) expect(await ask('contoso', undefined)).toBe('timeout');
    expect(await ask('fabrikam', 'acme.com')).toBe('spared');
  });
});

describe('CV-4: the questions that a provider is asked at once', () => {
  /** Queries that wait until the test answers them. */
  function waiting() {
    const open: { readonly who: string; readonly answer: (given: ProviderAnswer) => void }[] = [];
    const sparing = sparingProvider({
      clock: fixedClock(start),
      ask: ({ organizationId = '' }) =>
        new Promise((resolve) => open.push({ who: organizationId, answer: resolve })),
    });
    const ask = (organizationId: string, about?: string) => sparing({ ...bare, organizationId, about });
    const settle = () => new Promise(setImmediate);
    const answerAll = async () => {
      for (await settle(); open.length > 0; await settle()) open.shift()?.answer(good);
    };
    return { open, ask, settle, answerAll };
  }

  it('are shared: a thousand leads of one organization leave room for the one of another', async () => {
    const { open, ask, settle, answerAll } = waiting();
    const all = Array.from({ length: 1000 }, () => ask('contoso'));
    all.push(ask('fabrikam'));
    await settle();
    expect(open.map(({ who }) => who)).toEqual([...Array<string>(6).fill('contoso'), 'fabrikam']);
    await answerAll();
    expect((await Promise.all(all)).every(({ kind }) => kind === 'answered')).toBe(true);
  });

  it('go next to who has none, when others fill them all and stand in line', async () => {
    const { open, ask, settle, answerAll } = waiting();
    const crowd = ['a', 'b', 'c', 'd'].flatMap((who) => Array.from({ length: 50 }, () => ask(who)));
    await settle();
    expect(open).toHaveLength(16);
    const late = ask('fabrikam');
    // The one that has waited longest with nothing inside comes before it, and nobody else.
    for (const one of open.slice(0, 2)) one.answer(good);
    await settle();
    expect(open.slice(-2).map(({ who }) => who)).toEqual(['d', 'fabrikam']);
    await answerAll();
    await Promise.all([...crowd, late]);
  });

  it('are no more than two about one domain that may keep it waiting, whoever asks', async () => {
    const { open, ask, settle, answerAll } = waiting();
    const all = ['a', 'b', 'c'].flatMap((who) => [ask(who, 'slow.com'), ask(who, 'slow.com')]);
    all.push(ask('a', 'acme.com'));
    await settle();
    expect(open).toHaveLength(3);
    await answerAll();
    await Promise.all(all);
  });
});
