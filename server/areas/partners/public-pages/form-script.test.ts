import { createHash } from 'node:crypto';
import { createChallenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { describe, expect, it } from 'vitest';
import { formScript, formScriptCaching } from './form-script.ts';
import { solveInWorker } from './form-test-support.ts';
import { challengeFor, provesWork } from './proof-of-work.ts';

const secret = Buffer.from('secret');

describe('IN-7: the solver of the public pages', () => {
  it.each([1, 2, 3, 10])('IN-7 finds what the library finds, with %i rounds for a key', async (cost) => {
    const challenge = await createChallenge({ algorithm: 'SHA-256', cost, counter: 37, deriveKey });
    const { counter, derivedKey } = solveInWorker(challenge.parameters);
    expect({ counter, derivedKey }).toEqual({
      counter: 37,
      derivedKey: (await solveChallenge({ challenge, deriveKey }))?.derivedKey,
    });
  });

  it('IN-7 its SHA-256 is that of everybody', () => {
    const [salt, nonce] = ['ab'.repeat(16), '0f'.repeat(16)];
    const bytes = Buffer.from(`${salt}${nonce}00000000`, 'hex');
    const expected = createHash('sha256').update(bytes).digest('hex');
    const parameters = { algorithm: 'SHA-256', keyLength: 32, cost: 1, salt, nonce };
    const found = solveInWorker({ ...parameters, keyPrefix: expected.slice(0, 16) });
    expect(found).toEqual({ counter: 0, derivedKey: expected });
  });

  it('IN-7 what it sends is taken for the form that it was made for, and for no other', async () => {
    const challenge = JSON.parse(await challengeFor(secret, 'form 1'));
    const solution = solveInWorker(challenge.parameters);
    const sent = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
    expect(await provesWork(secret, 'form 1', sent)).toBe(true);
    expect(await provesWork(secret, 'form 2', sent)).toBe(false);
    expect(await provesWork(Buffer.from('other'), 'form 1', sent)).toBe(false);
    expect(solution.counter).toBeGreaterThanOrEqual(2000);
    expect(solution.counter).toBeLessThanOrEqual(6000);
  });

  it('IN-7 a costly challenge of a stranger is not computed', async () => {
    const challenge = JSON.parse(await challengeFor(secret, 'form 1'));
    challenge.parameters.cost = 2_000_000_000;
    const solution = { counter: 1, derivedKey: '00' };
    const sent = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
    expect(await provesWork(secret, 'form 1', sent)).toBe(false);
  });

  it.each([
    '',
    'x',
    'null',
    '[]',
    '{}',
    '{"challenge":null}',
    '"\\u0000"',
    '{"challenge":{"parameters":{}}}',
  ])('IN-7 %j is no proof, and no error', async (text) => {
    expect(await provesWork(secret, 'f', Buffer.from(text).toString('base64'))).toBe(false);
    expect(await provesWork(secret, 'f', text)).toBe(false);
  });

  it('runs under a policy without eval', () => {
    expect(formScript).not.toMatch(/eval|new Function|innerHTML|import\(/);
    expect(formScriptCaching('old')).toBe('no-store');
  });
});
