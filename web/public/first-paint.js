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

// Asks who is signed in while the code of the app is still on its way; the app takes the answer from here.
(() => {
  const answer = fetch('/api/v1/me', {
    headers: { accept: 'application/json' },
    credentials: 'same-origin',
  });
  answer.catch(() => {});
  globalThis.leadlightMe = answer;
})();
