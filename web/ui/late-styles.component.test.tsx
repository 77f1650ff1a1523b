import { expect, it, vi } from 'vitest';
import { withStyles } from './late-styles.ts';

/** A stylesheet in the head; this document loads none by itself. */
function name(href: string): HTMLLinkElement {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  document.head.append(link);
  Object.defineProperty(link, 'href', { value: href });
  return link;
}

it('WS-8: a part whose stylesheet did not come comes only with it, at the next attempt', async () => {
  const href = 'http://localhost/assets/part.css';
  const other = name('http://localhost/assets/other.css');
  const link = name(href);
  const code = { name: 'code' };
  const load = vi.fn(async () => code);
  load.mockImplementationOnce(async () => {
    link.dispatchEvent(new Event('error'));
    throw new Error(`Unable to preload CSS for ${href}`);
  });
  await expect(withStyles(load)).rejects.toThrow('preload CSS');
  expect([link.isConnected, other.isConnected]).toEqual([false, true]);

  const added: HTMLLinkElement[] = [];
  vi.spyOn(document.head, 'append').mockImplementation((one) => void added.push(one as HTMLLinkElement));
  const failing = withStyles(load);
  added[0]?.dispatchEvent(new Event('error'));
  await expect(failing).rejects.toThrow('no-stylesheet');
  expect(load).toHaveBeenCalledTimes(1);

  const coming = withStyles(load);
  added.at(-1)?.dispatchEvent(new Event('load'));
  await expect(coming).resolves.toBe(code);
  expect([added.length, added[0]?.href]).toEqual([2, href]);
  await expect(withStyles(load)).resolves.toBe(code);
  expect(added).toHaveLength(2);
  other.remove();
});

it('WS-8: a stylesheet of another part that never comes holds up nobody', async () => {
  name('http://localhost/assets/gone.css').dispatchEvent(new Event('error'));
  vi.spyOn(document.head, 'append').mockImplementation((link) => {
    queueMicrotask(() => (link as HTMLLinkElement).dispatchEvent(new Event('error')));
  });
  await expect(withStyles(async () => 'code')).resolves.toBe('code');
});
