import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appPages } from '../../../contract/app-pages.ts';
import { languageCookie } from '../../../contract/languages/languages.ts';
import { readConfig } from '../config.ts';
import { createLogger } from '../log.ts';
import { type App, createApp } from './app.ts';
import { installedFiles, pagesFolder } from './app-page.ts';
import { serveWebApp } from './static.ts';

const folder = mkdtempSync(join(tmpdir(), 'leadlight-web-'));
const page = `<!doctype html><head><title>Leadlight</title></head>${'<!-- room -->'.repeat(200)}`;
const germanPage = page.replace('<title>', '<html lang="de"><title>');
let app: App;

beforeAll(async () => {
  mkdirSync(join(folder, pagesFolder));
  writeFileSync(join(folder, pagesFolder, 'en.html'), page);
  writeFileSync(join(folder, pagesFolder, 'de.html'), germanPage);
  for (const language of ['en', 'de']) {
    mkdirSync(join(folder, pagesFolder, language));
    for (const name of installedFiles)
      writeFileSync(join(folder, pagesFolder, language, name), `${name} in ${language}`);
  }
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  writeFileSync(
    join(folder, pagesFolder, 'en.json'),
    JSON.stringify({ '/quick': ['assets/quick.js', 'assets/quick.css'], '/quick/*': ['assets/one.js'] }),
  );
  app = await createApp(readConfig({}), createLogger('silent'));
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-strangers', request.routeOptions.config.strangers ?? 'counted');
  });
  await serveWebApp(app, folder);
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

async function get(url: string, headers: Record<string, string> = {}) {
  const answer = await app.inject({ url, headers });
  return { ...answer, type: String(answer.headers['content-type']), bytes: answer.rawPayload };
}

const preferences = [
  undefined,
  '*/*',
  'text/html',
  'text/*',
  'text/html,application/xhtml+xml,*/*;q=0.8',
  'text/html, application/json;q=0.9',
  'image/avif,*/*',
];

describe('the files of the app', () => {
  it('do not count against the limit on requests without sign-in', async () => {
    const { statusCode, headers } = await get('/icon.svg');
    expect([statusCode, headers['x-strangers']]).toEqual([200, 'welcome']);
  });

  it.each(installedFiles)('LA-1 %s is in the language of the reader', async (name) => {
    const german = await get(`/${name}`, { cookie: `${languageCookie}=de` });
    expect([german.body, german.headers['x-strangers']]).toEqual([`${name} in de`, 'welcome']);
    expect(german.headers.vary).toBe('accept-encoding, cookie, accept-language');
    expect((await get(`/${name}`, { 'accept-language': 'fr' })).body).toBe(`${name} in en`);
  });
});

describe('the pages of the app', () => {
  it('name the code of the page at their address, so that it is fetched beside the app', async () => {
    const linksOf = async (path: string) => {
      const { body } = await get(path, { accept: 'text/html' });
      return [...body.matchAll(/<link rel="(\w+)"[^>]* href="([^"]+)">/g)].map(([, rel, href]) => [
        rel,
        href,
      ]);
    };
    expect(await linksOf('/quick?search=x')).toEqual([
      ['modulepreload', '/assets/quick.js'],
      ['preload', '/assets/quick.css'],
    ]);
    expect(await linksOf('/quick/01a2')).toEqual([['modulepreload', '/assets/one.js']]);
    expect(await linksOf('/quick/01a2/more')).toEqual([]);
    expect(await linksOf('/leads')).toEqual([]);
  });

  it.each(preferences)('are there for Accept: %s', async (accept) => {
    for (const section of appPages) {
      const { statusCode, type, body } = await get(`/${section}`, accept === undefined ? {} : { accept });
      expect([section, statusCode, type, body]).toEqual([section, 200, 'text/html; charset=utf-8', page]);
    }
  });

  it.each([
    'application/json',
    'application/problem+json',
    'application/json, text/plain, */*',
    'application/json, text/html;q=0.5',
    'text/html;q=0, application/json',
  ])('are not for who would rather have JSON: %s', async (accept) => {
    for (const url of ['/', '/leads', '/settings/people'])
      expect([(await get(url, { accept })).statusCode, (await get(url, { accept })).type]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ]);
  });

  it('are there below their sections and with a query', async () => {
    for (const url of [
      '/leads/018f0000-0000-7000-8000-000000000000',
      '/leads?country=DE',
      '/settings/people',
      '/join/x.y',
    ])
      expect((await get(url)).statusCode, url).toBe(200);
  });

  it('are not at addresses of nothing, of files, or of programs, whatever anybody takes', async () => {
    for (const url of [
      '/nowhere',
      '/robots.txt',
      '/wp-login.php',
      '/api',
      '/api/v1/nowhere',
      '/assets/x.js',
      '/health',
      '/intake/x',
    ])
      expect((await get(url)).statusCode, url).toBe(404);
    for (const url of ['/api/nowhere', '/assets/x.js', '/intake/x'])
      expect((await get(url, { accept: 'text/html' })).statusCode, url).toBe(404);
    expect((await get('/nowhere', { accept: 'text/html' })).statusCode).toBe(200);
    expect((await get('/icon.svg')).type).toContain('image/svg+xml');
  });

  it('are all that the router of the app knows', () => {
    const router = readFileSync('web/router.tsx', 'utf8');
    const sections = [...router.matchAll(/^ *path: '\/([a-z-]*)/gm)].map((match) => match[1]);
    expect(sections.length).toBeGreaterThan(5);
    for (const section of sections) expect(appPages).toContain(section);
  });

  it.each([
    ['de', undefined, 'de'],
    ['de-AT,en;q=0.8', undefined, 'de'],
    ['fr-FR, de;q=0.7, en;q=0.8', undefined, 'en'],
    ['fr, nl', undefined, 'en'],
    ['*', undefined, 'en'],
    ['de;q=0, en', undefined, 'en'],
    [undefined, undefined, 'en'],
    ['en-US,en;q=0.9', 'de', 'de'],
    ['de', 'en', 'en'],
    ['de', 'xx', 'de'],
    ['de', '../../etc', 'de'],
    ['x'.repeat(5000), 'toString', 'en'],
  ])(
    'LA-1 are in the language of the reader: Accept-Language %s, chosen %s',
    async (wanted, chosen, language) => {
      const { body, headers } = await get('/', {
        accept: 'text/html',
        ...(wanted !== undefined && { 'accept-language': wanted }),
        ...(chosen !== undefined && { cookie: `${languageCookie}=${chosen}` }),
      });
      expect(body.includes('lang="de"')).toBe(language === 'de');
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers.vary).toBe('accept-encoding, cookie, accept-language');
    },
  );

  it('come compressed', async () => {
    const { headers, bytes } = await get('/', { 'accept-encoding': 'br' });
    expect([headers['content-encoding'], headers.vary]).toEqual([
      'br',
      'accept-encoding, cookie, accept-language',
    ]);
    expect(brotliDecompressSync(bytes).toString()).toBe(page);
  });
});
