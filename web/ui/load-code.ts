import { type AsyncRouteComponent, lazyRouteComponent } from '@tanstack/react-router';
import { connection } from '../api/connection.ts';
import { offerReload } from './reload-offer.ts';
import { isWorkInHand } from './work-in-hand.ts';

/** The code of a page or a part couldn't be loaded: the server is unreachable, or has another release by now. */
export class CodeMissingError extends Error {
  constructor(cause: unknown) {
    super('A part of Leadlight could not be loaded.', { cause });
    this.name = 'CodeMissingError';
  }
}

/** Loads code. @throws CodeMissingError when it does not come */
export async function loadCode<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    throw new CodeMissingError(error);
  }
}

/** A page whose code is loaded when it is first opened. */
export function lazyPage<
  Module extends Record<Name, (props: object) => React.ReactNode>,
  Name extends keyof Module & string,
>(load: () => Promise<Module>, name: Name): AsyncRouteComponent<object> {
  return lazyRouteComponent(() => loadCode(load), name) as unknown as AsyncRouteComponent<object>;
}

const reloadedKey = 'leadlight.reloaded';
const onceInMs = 60_000;

/**
 * Whether the page may reload itself: once in a while, and once for a release. Where that did not help, it would not
 * help again.
 * @param release what tells one from another
 */
export function mayReload(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  now: number,
  release: string,
): boolean {
  try {
    const [at = '0', before] = (storage.getItem(reloadedKey) ?? '0').split(' ');
    if (now - Number(at) < onceInMs || release === before) return false;
    storage.setItem(reloadedKey, `${now} ${release}`);
    return true;
  } catch {
    return false;
  }
}

/** The file that the app begins with: its name changes with each release. */
const ownRelease = () => document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? '';

/**
 * For code that did not come: if the server can be reached, it probably has another release by now, and the page reloads
 * itself where nothing is lost, once in a while. Where something would be, the person is asked.
 */
export async function reloadForRelease(): Promise<void> {
  if (!(await connection.tryNow())) return;
  if (!isWorkInHand() && mayReload(sessionStorage, Date.now(), ownRelease())) window.location.reload();
  else offerReload();
}
