import { type AsyncRouteComponent, lazyRouteComponent } from '@tanstack/react-router';
import { connection } from '../api/connection.ts';

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

/** Whether the page may reload itself: only once in a while, to avoid a reload loop. */
export function mayReload(storage: Pick<Storage, 'getItem' | 'setItem'>, now: number): boolean {
  try {
    const last = Number(storage.getItem(reloadedKey) ?? 0);
    if (now - last < onceInMs) return false;
    storage.setItem(reloadedKey, String(now));
    return true;
  } catch {
    return false;
  }
}

/**
 * For code that did not come: if the server can be reached, it has another release by now, and the page reloads itself,
 * once in a while. What was typed is kept.
 */
export async function reloadForRelease(): Promise<void> {
  if ((await connection.tryNow()) && mayReload(sessionStorage, Date.now())) window.location.reload();
}
