import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** True where anyone can have a permanent mailbox, whatever the lists say of the domain above. */
export function isListedAsFree(domain: string): boolean {
  free ??= new Set(freeMailDomains());
  return free.has(domain);
}

let free: ReadonlySet<string> | undefined;
const load = createRequire(import.meta.url);

/** The package `freemail`: where anyone can have a permanent mailbox. Only this list of it is useful. */
function freeMailDomains(): readonly string[] {
  const file = join(dirname(load.resolve('freemail/package.json')), 'data', 'free.txt');
  return readFileSync(file, 'utf8').toLowerCase().split(/\s+/);
}
