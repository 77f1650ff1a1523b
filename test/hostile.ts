import { jobsTable } from './job-queue.ts';
import type { TestServer } from './server.ts';

/** Bodies that are wrong for every route, in wire format. */
export const brokenBodies: readonly (readonly [string, string | Uint8Array])[] = [
  ['nothing', ''],
  ['half an object', '{"a":'],
  ['no JSON', 'name=Ada'],
  ['a trailing comma', '{"a":1,}'],
  ['null', 'null'],
  ['a text', '"text"'],
  ['a number', '7'],
  ['a list', '[]'],
  ['an endless list', `[${'1,'.repeat(50_000)}1]`],
  ['invalid UTF-8', new Uint8Array([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
  ['a cut character', new Uint8Array([0x22, 0xf0, 0x9f])],
  ['UTF-16', new Uint8Array(Buffer.from('{"a":1}', 'utf16le'))],
  ['lists nested without end', '['.repeat(100_000)],
  ['objects nested without end', '{"a":'.repeat(20_000)],
  ['deep nesting that closes', `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`],
  ['a prototype', '{"__proto__":{"isAdmin":true}}'],
  ['a constructor', '{"constructor":{"prototype":{"isAdmin":true}}}'],
];

/** Values that no field accepts, whatever its type. */
export const brokenValues: readonly (readonly [string, unknown])[] = [
  ['a NUL character', 'a\u0000b'],
  ['a lone surrogate', 'a\ud800'],
  ['100,000 characters', 'x'.repeat(100_000)],
  ['a wrong object', { nope: 1 }],
  ['a list of lists', [[[]]]],
  ['a number', -1.5],
  ['a huge list', Array(5000).fill({})],
];

/** Values of a query parameter, percent-encoded; some are fine for some parameters. */
export const queryValues: readonly string[] = [
  '',
  'a%00b',
  '%ED%A0%80',
  '%ZZ',
  'x'.repeat(5000),
  '-1',
  '99999999999999999999',
  'infinity',
  "'%3B%20drop%20table%20lead%3B%20--",
  '%25%5F%5C%5C',
  '%F0%9F%98%80%F0%9F%98%80%F0%9F%98%80',
  '__proto__',
];

/** Values of an id in an address, percent-encoded; none is an existing id. */
export const idValues: readonly string[] = [
  'x',
  '%00',
  '%ED%A0%80',
  '%ZZ',
  '..%2F..%2Fme',
  '__proto__',
  "1'%20or%20'1'%3D'1",
  'x'.repeat(299),
  'x'.repeat(2000),
  '018f0000-0000-7000-8000-000000000000',
  '018F0000-0000-7000-8000-00000000000G',
];

/** Texts that are allowed and must come back unchanged. */
export const meanTexts: readonly string[] = [
  "Robert'); drop table lead; --",
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '{{7*7}} %s %n \\u0000 \\0 $1 $& `id`',
  '=HYPERLINK("https://example.test","x")',
  '\u202egnp.exe \u200b\ufeff',
  'e\u0301 \u00e9 😀 日本語 العربية',
  'line\r\nBcc: all@example.test',
];

/** How many rows each table has; except for logs of reading and of failed sign-ins, which may grow at any time. */
export async function countRows(server: TestServer): Promise<Record<string, number>> {
  const { rows } = await server.database.ownerPool.query<{ name: string; rows: string }>(`
    select c.relname as name, (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %s', c.oid::regclass),
           false, true, '')))[1]::text as rows
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and (n.nspname = 'public' or c.oid = '${jobsTable}'::regclass)
      and c.relname not in ('access_log', 'sign_in_failure')`);
  return Object.fromEntries(rows.map((row) => [row.name, Number(row.rows)]));
}
