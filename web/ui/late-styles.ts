/**
 * Stylesheets that did not come, with the attempt that is under way. The build's preloading asks for each only once, and
 * takes it for loaded from then on: a part would come without its styles at the next attempt.
 */
const failed = new Map<string, Promise<void> | undefined>();

globalThis.document?.addEventListener(
  'error',
  ({ target }) => {
    if (!(target instanceof HTMLLinkElement) || target.rel !== 'stylesheet') return;
    target.remove();
    failed.set(target.href, undefined);
  },
  { capture: true },
);

function loadAgain(href: string): Promise<void> {
  const attempt =
    failed.get(href) ??
    new Promise<void>((resolve, reject) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.crossOrigin = '';
      link.href = href;
      link.addEventListener('load', () => {
        failed.delete(href);
        resolve();
      });
      link.addEventListener('error', () => {
        failed.set(href, undefined);
        reject(new Error('no-stylesheet', { cause: href }));
      });
      document.head.append(link);
    });
  failed.set(href, attempt);
  return attempt;
}

/** The stylesheet that a part lacked at its last attempt. */
const lacking = new WeakMap<() => Promise<unknown>, string>();

/** Loads a part of a page, with the styles that it lacked at an earlier attempt. */
export async function withStyles<Module>(load: () => Promise<Module>): Promise<Module> {
  // Those of other parts are of no concern, unless they are the same.
  await Promise.allSettled([...failed.keys()].map(loadAgain));
  const lacked = lacking.get(load);
  if (lacked !== undefined && failed.has(lacked)) throw new Error('no-stylesheet', { cause: lacked });
  try {
    return await load();
  } catch (error) {
    const [, href] = /CSS for (\S+)/.exec(String(error)) ?? [];
    if (href !== undefined) lacking.set(load, href);
    throw error;
  }
}
