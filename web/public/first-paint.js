// Sets the chosen color scheme before the first paint, so that a dark screen never flashes white.
(() => {
  let chosen = 'auto';
  try {
    chosen = localStorage.getItem('leadlight.color-scheme') || 'auto';
  } catch {
    // Storage is blocked: follow the system.
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  const page = document.documentElement;
  page.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  // The frame of the window, above all where Leadlight is installed, has the color of the top bar, whatever is chosen.
  const colorFrame = () => {
    const color = page.getAttribute('data-mantine-color-scheme') === 'dark' ? '#182124' : '#ffffff';
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) meta.content = color;
  };
  colorFrame();
  new MutationObserver(colorFrame).observe(page, { attributeFilter: ['data-mantine-color-scheme'] });
})();

// Asks, while the code of the app is still on its way, who is signed in, and what the page at this address shows them
// first. The app takes the answers from here, by their address. The page names the first request in its head, because
// browsers open few connections at a time, and everything else waits for its answer.
(() => {
  const early = {};
  globalThis.leadlightEarly = early;
  const ask = (path) => {
    const answer = fetch(path, {
      headers: { accept: 'application/json' },
      credentials: 'same-origin',
      // A connection that died silently must not keep the page waiting for ever; the app waits as long.
      signal: AbortSignal.timeout?.(60_000),
    });
    answer.catch(() => {});
    return answer;
  };
  const read = (answer) =>
    answer.then((one) => (one?.ok ? one.clone().json() : undefined)).catch(() => undefined);
  const me = ask('/api/v1/me');
  early['/api/v1/me'] = me;
  const known = read(me);
  const askIf = (may, path) => {
    early[path] = known.then((person) => (person !== undefined && may(person) ? ask(path) : undefined));
    return read(early[path]);
  };
  const askForList = (query) => {
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries({
      tab: 'marketplace',
      sort: '-createdAt',
      limit: 50,
      ...query,
    }))
      for (const one of [value].flat()) params.append(name, one);
    params.sort();
    const path = `/api/v1/leads?${params}`;
    early[path] = ask(path);
  };
  /** What an address opens that says nothing of the list: the default view, or what the person had last. */
  const askForUsualList = (desk, views) => {
    if (!desk || !views) return;
    const { defaultViewId, lastQuery, look } = desk;
    const view = views.items.find(({ id }) => id === defaultViewId);
    const { query, look: seen } = view?.layer ??
      view?.definition ?? {
        query: { ...lastQuery, tab: 'marketplace' },
        look,
      };
    // Searches name people, and go where no address is kept.
    if (query.search === undefined) askForList({ ...query, ...(seen && { limit: seen.limit }) });
  };
  const readsLeads = (person) => person.permissions.readLeads;
  const { pathname, search } = location;
  if (pathname === '/') askIf(() => true, '/api/v1/home');
  if (pathname === '/leads') {
    const desk = askIf(readsLeads, '/api/v1/me/desk');
    const views = askIf(readsLeads, '/api/v1/views');
    // Other addresses may hold what the API refuses, and the app leaves out.
    const [, tab] = /^\?tab=(marketplace|qualified|favorites)$/.exec(search) ?? [];
    if (tab) void known.then((person) => person && readsLeads(person) && askForList({ tab }));
    else if (search === '') void Promise.all([desk, views]).then((both) => askForUsualList(...both));
  }
  const [, leadId] = /^\/leads\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.exec(pathname) ?? [];
  if (leadId) askIf(readsLeads, `/api/v1/leads/${leadId}`);
})();
