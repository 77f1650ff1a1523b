import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { countRows } from '../../../test/hostile.ts';
import { useMade } from '../../../test/made.ts';
import { patienceMs } from '../../../test/patience.ts';
import { problemOf, useTestServer } from '../../../test/server.ts';

const server = useTestServer();
const operator = useMade(() => server.make.organization('operator', 'Vendor'));
const contoso = useMade(() => server.make.partner('Contoso'));
const admin = useMade(() => server.signInAs(contoso.id, 'account-admin', 'referrals-admin'));
const operatorAdmin = useMade(() => server.signInAs(operator.id, 'seller', 'operator-admin'));
let path: string;

beforeAll(async () => {
  path = `/intake/marketplace/${await server.make.marketplaceKey(contoso.id)}`;
});

interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** Sends raw bytes, and reads until the server closes the connection. */
function raw(...parts: (string | Buffer)[]): Promise<RawAnswer> {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    const chunks: Buffer[] = [];
    const timer = setTimeout(() => socket.destroy(new Error('no answer')), patienceMs);
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', (error) => (chunks.length > 0 ? undefined : reject(error)));
    socket.on('close', () => {
      clearTimeout(timer);
      const text = Buffer.concat(chunks).toString('utf8');
      const [head = '', body = ''] = text.split('\r\n\r\n');
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), head, body });
    });
    for (const part of parts) socket.write(part);
  });
}

const head = (...lines: string[]) =>
  [`POST ${path} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...lines, '', ''].join('\r\n');
const json = 'Content-Type: application/json';
const lead = JSON.stringify({ UserDetails: { Email: 'ada@example.test' } });

describe('on the wire', () => {
  it.each([
    [
      'announces 10 MB',
      () => [head(json, `Content-Length: ${10 * 1024 * 1024}`), Buffer.alloc(64 * 1024, 0x20)],
    ],
    [
      'streams more than it may',
      () => [
        head(json, 'Transfer-Encoding: chunked'),
        ...Array(5).fill(`10000\r\n${' '.repeat(65_536)}\r\n`),
      ],
    ],
    ['announces no length that is one', () => [head(json, 'Content-Length: -1'), lead]],
    ['is longer than its length', () => [head(json, `Content-Length: ${lead.length - 5}`), lead]],
    ['has two lengths', () => [head(json, 'Content-Length: 5', `Content-Length: ${lead.length}`), lead]],
    [
      'has a length and chunks',
      () => [head(json, 'Content-Length: 5', 'Transfer-Encoding: chunked'), '5\r\nhello\r\n0\r\n\r\n'],
    ],
    [
      'is compressed',
      () => [
        head(json, 'Content-Encoding: gzip', `Content-Length: ${gzipSync(lead).length}`),
        gzipSync(lead),
      ],
    ],
    ['has a header of 100 KB', () => [head(json, `X-Long: ${'x'.repeat(100_000)}`, 'Content-Length: 0')]],
    ['has 5,000 headers', () => [head(json, ...Array.from({ length: 5000 }, (_, at) => `X-${at}: y`))]],
    [
      'has control characters in a header',
      () => [head(json, 'Idempotency-Key: a\u0007b', `Content-Length: ${lead.length}`), lead],
    ],
    ['is no HTTP', () => ['\u0016\u0003\u0001 hello\r\n\r\n']],
    ['has an unknown method', () => [`BREW ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`]],
    [
      'has a broken address',
      () => [`POST ${path}/%E0%A4%A HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`],
    ],
  ])('a request that %s gets a 4xx and stores nothing', async (_name, parts) => {
    const before = await countRows(server);
    const answer = await raw(...parts());
    expect(answer.status, answer.head + answer.body).toBeGreaterThanOrEqual(400);
    expect(answer.status, answer.head + answer.body).toBeLessThan(500);
    expect(await countRows(server)).toEqual(before);
    expect((await server.request('GET', '/health/ready')).status).toBe(200);
  });

  const odd: [string, Buffer | string, string][] = [
    ['letters that are not UTF-8', Buffer.from(lead.replace('ada', '\u00e4da'), 'latin1'), 'UTF-8'],
    ['a cut character at its end', Buffer.from(lead).fill(0xf0, lead.length - 4, lead.length - 3), 'UTF-8'],
    [
      'a field nested without end',
      lead.replace('{', `{"more":${'['.repeat(5000)}${']'.repeat(5000)},`),
      'nested',
    ],
    ['a prototype', lead.replace('{', '{"__proto__":{"isAdmin":true},'), 'JSON'],
    ['a prototype within', lead.replace('{"Email"', '{"__proto__":{"isAdmin":true},"Email"'), 'JSON'],
  ];

  it.each(odd)(
    'IN-4 a program’s lead that is right but for %s is refused in words',
    async (_name, bytes, word) => {
      const before = await countRows(server);
      const headers = { 'content-type': 'application/json' };
      const answer = await server.request('POST', '/api/v1/leads', {
        as: operatorAdmin,
        body: bytes,
        headers,
      });
      expect(problemOf(answer)).toMatchObject({
        status: 400,
        code: 'malformed-json',
        detail: expect.stringContaining(word),
      });
      expect(await countRows(server)).toEqual(before);
    },
  );

  it.each(odd)('IN-4 a marketplace’s lead that is right but for %s is taken', async (_name, bytes) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await server.request('POST', path, { body: bytes, headers });
    expect(answer.status, answer.text).toBe(201);
    expect({}).not.toHaveProperty('isAdmin');
  });

  it('IN-5 a body of 256 KiB is taken, one byte more is too large and says so', async () => {
    const limit = 256 * 1024;
    const padded = (size: number) => lead.padEnd(size, ' ');
    const headers = { 'content-type': 'application/json' };
    expect((await server.request('POST', path, { body: padded(limit), headers })).status).toBe(201);
    const before = await countRows(server);
    const problem = problemOf(await server.request('POST', path, { body: padded(limit + 1), headers }));
    expect(problem).toMatchObject({
      status: 413,
      code: 'body-too-large',
      detail: expect.stringContaining('256 KiB'),
    });
    expect(await countRows(server)).toEqual(before);
  });

  it('a client that goes away in the middle leaves nothing', async () => {
    const before = await countRows(server);
    const { hostname, port } = new URL(server.address);
    const socket = connect(Number(port), hostname);
    await new Promise<void>((resolve) =>
      socket.write(`${head(json, 'Content-Length: 1000')}{"a":`, () => resolve()),
    );
    socket.destroy();
    expect((await server.request('GET', '/health/ready')).status).toBe(200);
    expect(await countRows(server)).toEqual(before);
  });

  it.each(['x', 'with space', '../../etc', 'x'.repeat(65), "'; drop table", 'ü'])(
    'the request id %j',
    async (given) => {
      const answer = await server.request('GET', '/api/v1/me', { headers: { 'x-request-id': given } });
      const echoed = answer.headers.get('x-request-id');
      expect(problemOf(answer).requestId).toBe(echoed);
      if (given === 'x') expect(echoed).toBe('x');
      else expect(echoed).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});

describe('cursors made by hand', () => {
  const id = '018f0000-0000-7000-8000-000000000000';
  const sorts = ['createdAt', 'customerName', 'status', 'leadQuality', 'dealValue', 'expiresAt'];
  const values = [
    '2026-11-20T10:00:00.000Z',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
    `2026-11-20T10:00:00.${'9'.repeat(300)}Z`,
    '2026-02-30T10:00:00Z',
    '2026-11-20T24:00:00Z',
    '2026-11-20T10:00:60Z',
    'infinity',
    '-infinity',
    'now',
    '',
    'a\u0000b',
    'a\ud800',
    'x'.repeat(900),
    "'; drop table lead; --",
    0,
    -1,
    99,
    1e9,
    1.5,
    null,
    true,
    [],
    {},
  ];
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const garbage = [
    'x',
    '%00',
    encode(7),
    encode([]),
    encode({}),
    encode(null),
    encode(['createdAt']),
    'W10',
    '////',
    '='.repeat(20),
  ];

  it.each(sorts)('WS-4 for a list sorted by %s', async (sort) => {
    const shapes = values.flatMap((value) => [
      encode([sort, 'a', value, id]),
      encode([sort, 'd', value, id]),
    ]);
    shapes.push(encode([sort, 'a', values[0], "' or 1=1"]), encode([sort, 'a', values[0], id, 'more']));
    for (const cursor of [...shapes, ...garbage]) {
      const answer = await server.request('GET', `/api/v1/leads?sort=${sort}&cursor=${cursor}`, {
        as: admin,
      });
      const context = `${Buffer.from(cursor, 'base64url').toString('utf8').slice(0, 80)}: ${answer.text}`;
      expect([200, 400], context).toContain(answer.status);
      if (answer.status === 400)
        expect(['invalid-cursor', 'invalid-request'], context).toContain(problemOf(answer).code);
    }
  });

  it.each(['createdAt', 'customerName'])('WS-4 a cursor of another sort than %s is refused', async (sort) => {
    for (const other of sorts.filter((one) => one !== sort)) {
      const cursor = encode([other, 'a', other === 'createdAt' ? values[0] : 'a', id]);
      const answer = await server.request('GET', `/api/v1/leads?sort=${sort}&cursor=${cursor}`, {
        as: admin,
      });
      expect(problemOf(answer).code).toBe('invalid-cursor');
    }
  });

  it.each([
    ['/api/v1/sent-leads', () => operatorAdmin],
    ['/api/v1/access-log', () => admin],
  ])('for %s', async (address, actor) => {
    const shapes = values.flatMap((value) => [encode([value, id]), encode([value, 'x']), encode([value])]);
    for (const cursor of [...shapes, ...garbage, id, id.toUpperCase(), 'x'.repeat(501)]) {
      const answer = await server.request('GET', `${address}?cursor=${cursor}`, { as: actor() });
      expect([200, 400], `${cursor}: ${answer.text}`).toContain(answer.status);
      if (answer.status === 400)
        expect(['invalid-cursor', 'invalid-request']).toContain(problemOf(answer).code);
    }
  });

  it('ID-2 none opens what may not be seen', async () => {
    await server.make.lead(
      operatorAdmin === undefined ? contoso.id : (await server.make.partner('Fabrikam')).id,
    );
    const cursor = encode(['createdAt', 'd', '9999-12-31T23:59:59.999Z', id]);
    const answer = await server.request('GET', `/api/v1/leads?cursor=${cursor}`, { as: admin });
    const { items } = answer.json as { items: { id: string }[] };
    const { rows } = await server.database.ownerPool.query('select id from lead where organization_id = $1', [
      contoso.id,
    ]);
    expect(items.map((item) => item.id).sort()).toEqual(rows.map((row) => row.id).sort());
  });
});
