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
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();

// Asks who is signed in, and what the list of leads remembers, while the code of the app is still on its way; the app
// takes the answers from here.
(() => {
  const ask = (path) => {
    const answer = fetch(path, { headers: { accept: 'application/json' }, credentials: 'same-origin' });
    answer.catch(() => {});
    return answer;
  };
  const paths = ['/api/v1/me'];
  try {
    // Only for someone who has opened the list in this browser: others may not.
    if (location.pathname === '/leads' && localStorage.getItem('leadlight.opens-list'))
      paths.push('/api/v1/me/desk', '/api/v1/views');
  } catch {
    // Storage is blocked: the app asks a little later.
  }
  globalThis.leadlightEarly = Object.fromEntries(paths.map((path) => [path, ask(path)]));
})();
