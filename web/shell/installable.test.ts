import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it, vi } from 'vitest';

const read = (name: string) => readFileSync(`web/public/${name}`);
const manifest = JSON.parse(read('manifest.webmanifest').toString());

/** Width and height of a PNG file. */
function sizeOf(png: Buffer): string {
  expect(png.toString('latin1', 1, 4)).toBe('PNG');
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
}

/** The service worker with what a browser gives it; `network` answers its requests. */
function startWorker(network: (path: string) => unknown) {
  const listeners = new Map<string, (event: object) => void>();
  const kept = new Map<string, unknown>();
  const pathOf = (request: string | { url: string }) =>
    typeof request === 'string' ? request : new URL(request.url).pathname;
  const caches = {
    open: async () => ({
      addAll: async (paths: string[]) => {
        for (const path of paths) kept.set(path, `kept ${path}`);
      },
    }),
    match: async (request: string | { url: string }) => kept.get(pathOf(request)),
    keys: async () => ['offline-page-1', 'offline-page-2'],
    delete: vi.fn(async () => true),
  };
  const context = {
    caches,
    URL,
    Response: { error: () => 'error' },
    fetch: async (request: { url: string }) => network(pathOf(request)),
    self: {
      addEventListener: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
      skipWaiting: async () => undefined,
      registration: {},
      clients: { claim: async () => undefined },
    },
  };
  runInContext(read('service-worker.js').toString(), createContext(context));
  const dispatch = async (name: string, event: object = {}) => {
    const done: Promise<unknown>[] = [];
    const note = (promise: Promise<unknown>) => void done.push(promise);
    listeners.get(name)?.({ waitUntil: note, respondWith: note, ...event });
    return Promise.all(done);
  };
  /** What the worker answers; undefined: it leaves the request to the browser. */
  const ask = async (path: string, { mode = 'navigate', method = 'GET' } = {}) =>
    (await dispatch('fetch', { request: { url: `https://leadlight.test${path}`, mode, method } }))[0];
  return { dispatch, ask, kept, caches };
}

const gone = () => {
  throw new TypeError('Failed to fetch');
};

describe('WS-13: an app that can be installed', () => {
  it('WS-13 has icons of the sizes that it names, one of them for any shape', () => {
    for (const { src, sizes } of manifest.icons) expect(sizeOf(read(src))).toBe(sizes);
    expect(manifest.icons.map(({ purpose }: { purpose: string }) => purpose)).toContain('maskable');
    expect(sizeOf(read('icons/apple-touch-180.png'))).toBe('180x180');
  });

  it('WS-13 its page names what is there', () => {
    const page = readFileSync('web/index.html', 'utf8');
    const named = [...page.matchAll(/(?:href|src)="\/([^"]+)"/g)].map(([, name = '']) => name);
    for (const name of named.filter((one) => !/^(?:main\.tsx|api\/.*)$/.test(one)))
      expect(() => read(name)).not.toThrow();
    expect(named).toContain('manifest.webmanifest');
  });

  it('WS-13 the worker keeps the page that says that Leadlight is away, and forgets what earlier ones kept', async () => {
    const worker = startWorker(gone);
    await worker.dispatch('install');
    expect([...worker.kept.keys()].sort()).toEqual([
      '/favicon.svg',
      '/offline.css',
      '/offline.html',
      '/offline.js',
    ]);
    for (const path of worker.kept.keys()) expect(() => read(path)).not.toThrow();
    await worker.dispatch('activate');
    expect(worker.caches.delete.mock.calls).toEqual([['offline-page-1']]);
  });

  it('WS-13 with a network, every page is the server’s', async () => {
    const worker = startWorker((path) => `server ${path}`);
    await worker.dispatch('install');
    for (const path of ['/', '/leads', '/settings/exports'])
      expect(await worker.ask(path)).toBe(`server ${path}`);
  });

  it('LA-1 the page is fetched again when somebody opens one: they may have chosen another language', async () => {
    const worker = startWorker((path) => `server ${path}`);
    await worker.dispatch('install');
    worker.kept.delete('/offline.html');
    for (const path of ['/', '/leads']) await worker.ask(path);
    expect(worker.kept.has('/offline.html')).toBe(true);
  });

  it('WS-13 without one, a page of its own says so', async () => {
    const worker = startWorker(gone);
    await worker.dispatch('install');
    expect(await worker.ask('/leads')).toBe('kept /offline.html');
    expect(await worker.ask('/offline.css', { mode: 'no-cors' })).toBe('kept /offline.css');
  });

  it.each([
    ['/api/v1/leads', { mode: 'cors' }],
    ['/api/v1/exports/1/file', { mode: 'navigate' }],
    ['/assets/app-1.js', { mode: 'cors' }],
    ['/first-paint.js', { mode: 'no-cors' }],
    ['/request/contoso', { mode: 'navigate', method: 'POST' }],
  ])('WS-13 has nothing to do with %s %j', async (path, request) => {
    const worker = startWorker(gone);
    await worker.dispatch('install');
    expect(await worker.ask(path, request)).toBeUndefined();
  });
});
