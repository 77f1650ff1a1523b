/**
 * Registers the script that makes the app installable and shows a page of its own when it can't be reached, once the
 * page is at rest. Without it, as in older browsers or over plain HTTP, everything works the same.
 */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = () => navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
  if (document.readyState === 'complete') void register();
  else window.addEventListener('load', () => void register(), { once: true });
}
