// Makes Leadlight installable, and says so when it can't be reached. It keeps the page that says so and nothing else: no
// data, and no code of the app, so that there is always only one release (docs/decisions/048).
const kept = 'offline-page-2';
const offlinePage = '/offline.html';
// Once each time this script starts, the page is fetched again: its reader may have chosen another language.
let isFresh = false;

async function freshen() {
  isFresh = true;
  const cache = await caches.open(kept);
  await cache.addAll([offlinePage]);
}

self.addEventListener('install', (event) => {
  const keep = async () => {
    const cache = await caches.open(kept);
    await cache.addAll([offlinePage, '/offline.css', '/offline.js', '/favicon.svg']);
    await self.skipWaiting();
  };
  event.waitUntil(keep());
});

self.addEventListener('activate', (event) => {
  const begin = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== kept).map((name) => caches.delete(name)));
    // The browser asks for the page while this script is still starting.
    await self.registration.navigationPreload?.enable();
    await self.clients.claim();
  };
  event.waitUntil(begin());
});

// Everything but whole pages, and what the offline page is made of, is the browser's own business.
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.mode === 'navigate' && request.method === 'GET' && !/^\/(api|docs|intake)\//.test(pathname)) {
    const open = async () => {
      try {
        const page = (await event.preloadResponse) ?? (await fetch(request));
        if (!isFresh) event.waitUntil(freshen().catch(() => undefined));
        return page;
      } catch {
        return (await caches.match(offlinePage, { ignoreVary: true })) ?? Response.error();
      }
    };
    event.respondWith(open());
    return;
  }
  if (!/^\/(offline\.(css|js)|favicon\.svg)$/.test(pathname)) return;
  event.respondWith(fetch(request).catch(async () => (await caches.match(request)) ?? Response.error()));
});
