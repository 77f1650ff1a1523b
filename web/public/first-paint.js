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
// first. The app takes the answers from here.
(() => {
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
  const me = ask('/api/v1/me');
  globalThis.leadlightEarly = { '/api/v1/me': me };
  const known = me.then((answer) => (answer.ok ? answer.clone().json() : undefined)).catch(() => undefined);
  const askIf = (may, paths) => {
    const allowed = known.then((person) => person !== undefined && may(person));
    for (const path of paths)
      globalThis.leadlightEarly[path] = allowed.then((is) => (is ? ask(path) : undefined));
  };
  if (location.pathname === '/') askIf(() => true, ['/api/v1/home']);
  if (location.pathname === '/leads')
    askIf((person) => person.permissions.readLeads, ['/api/v1/me/desk', '/api/v1/views']);
})();
