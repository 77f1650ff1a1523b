import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { brotliDecompressSync, createGunzip, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { useLeadWorld } from '../../../test/lead-world.ts';

const { server, world } = useLeadWorld();

beforeAll(async () => {
  for (let n = 0; n < 20; n++) await world.lead({ message: 'Please call us. '.repeat(20) });
});

/** As it comes over the wire: the client decompresses nothing. */
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET', sent?: unknown) {
  const { cookie } = world.as.admin as { cookie: string };
  const type = sent === undefined ? {} : { 'content-type': 'application/json' };
  const request = httpRequest(server.address + path, { method, headers: { cookie, ...type, ...headers } });
  request.end(sent === undefined ? undefined : JSON.stringify(sent));
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return response;
}

const encodingOf = (response: IncomingMessage) => {
  response.resume();
  return response.headers['content-encoding'];
};

const list = '/api/v1/leads?limit=50';

describe('answers are compressed', () => {
  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
    ['gzip, deflate, br', brotliDecompressSync],
  ] as const)('for who asks for %s', async (accepted, unpack) => {
    const plain = await text(await ask(list));
    const packed = await ask(list, { 'accept-encoding': accepted });
    const parts: Buffer[] = [];
    for await (const part of packed) parts.push(part as Buffer);
    const bytes = Buffer.concat(parts);
    expect(packed.headers.vary).toContain('accept-encoding');
    expect(unpack(bytes).toString()).toBe(plain);
    expect(bytes.length).toBeLessThan(plain.length / 2);
  });

  it('only for who asks, and not where it does not help', async () => {
    expect(encodingOf(await ask(list))).toBeUndefined();
    expect(encodingOf(await ask(list, { 'accept-encoding': 'identity' }))).toBeUndefined();
    expect(encodingOf(await ask('/health/live', { 'accept-encoding': 'br' }))).toBeUndefined();
  });

  it('not where another site has a browser ask: the length would tell it something', async () => {
    for (const site of ['cross-site', 'same-site'])
      expect(
        encodingOf(await ask(list, { 'accept-encoding': 'br', 'sec-fetch-site': site })),
      ).toBeUndefined();
    for (const site of ['same-origin', 'none'])
      expect(encodingOf(await ask(list, { 'accept-encoding': 'br', 'sec-fetch-site': site }))).toBe('br');
  });

  it('not where something is made, such as a secret that is shown once', async () => {
    const name = 'x'.repeat(190);
    const answer = await ask('/api/v1/calendar-feed', { 'accept-encoding': 'br' }, 'POST');
    expect([answer.statusCode, encodingOf(answer)]).toEqual([201, undefined]);
    const refused = await ask('/api/v1/session', { 'accept-encoding': 'br' }, 'POST', {
      [name]: 1,
      [`${name}y`]: 2,
    });
    expect([refused.statusCode, encodingOf(refused)]).toEqual([400, undefined]);
  });

  it('exports too, part by part', async () => {
    const path = '/api/v1/leads/export';
    const plain = await text(await ask(path));
    const packed = await ask(path, { 'accept-encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers['x-total-rows']).toBe('20');
    expect(await text(packed.pipe(createGunzip()))).toBe(plain);
  });

  it('but never streams of events', async () => {
    const stream = await ask('/api/v1/live', { 'accept-encoding': 'br' });
    expect(stream.headers['content-encoding']).toBeUndefined();
    stream.destroy();
  });

  it('and bodies of requests that are compressed are not taken', async () => {
    const answer = await ask('/api/v1/me', { 'content-encoding': 'gzip' }, 'PATCH', { name: 'Ada' });
    expect(answer.statusCode).toBeLessThan(500);
    expect(encodingOf(answer)).toBeUndefined();
  });
});
