import { createHash, randomBytes } from 'node:crypto';
import { chmod, copyFile, lstat, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorMessage } from './errors.ts';
import { runsAsRoot } from './server-user.ts';

/** Where copies of the server's programs may be kept, best first: a cache folder, then one below the temp folder. */
export function defaultCacheFolders(): string[] {
  const temporary = join(tmpdir(), `leadlight-cache-${process.getuid?.() ?? 'user'}`);
  return [runsAsRoot() ? '/var/cache/leadlight' : join(homedir(), '.cache', 'leadlight'), temporary];
}

/**
 * Returns a complete, world-readable copy of the package below the cache folder, made once per version and content;
 * refuses a cache folder that anyone but root or us could have written programs into.
 */
export async function copyToCache(
  packageFolder: string,
  cacheFolder: string,
  finish: (copy: string) => Promise<void>,
): Promise<{ folder: string } | { problem: string }> {
  try {
    await mkdir(cacheFolder, { recursive: true, mode: 0o755 });
    if (!(await isSafe(cacheFolder))) return { problem: `${cacheFolder} can be written by other users` };
    // a strict umask would keep the server's account out of root's cache
    if (runsAsRoot()) await chmod(cacheFolder, 0o755);
    const files = await listFiles(join(packageFolder, 'native'));
    const folder = join(cacheFolder, await cacheName(packageFolder, files));
    if (await isComplete(folder, files)) {
      await finish(folder);
      return { folder };
    }
    const fresh = join(cacheFolder, `.copying-${process.pid}-${randomBytes(4).toString('hex')}`);
    try {
      await copyTree(packageFolder, fresh, files);
      await finish(fresh);
      await replaceFolder(folder, fresh, files);
    } finally {
      await rm(fresh, { recursive: true, force: true });
    }
    return { folder };
  } catch (error) {
    return { problem: errorMessage(error) };
  }
}

interface ListedFile {
  readonly path: string;
  readonly size: number;
  readonly executable: boolean;
}

async function isSafe(folder: string): Promise<boolean> {
  const found = await lstat(folder);
  const ours = found.uid === 0 || found.uid === process.getuid?.();
  return found.isDirectory() && ours && (found.mode & 0o022) === 0;
}

async function listFiles(root: string, below = ''): Promise<ListedFile[]> {
  const files: ListedFile[] = [];
  for (const entry of await readdir(join(root, below), { withFileTypes: true })) {
    const path = join(below, entry.name);
    if (entry.isDirectory()) files.push(...(await listFiles(root, path)));
    else if (entry.isFile()) {
      const { size, mode } = await lstat(join(root, path));
      files.push({ path, size, executable: (mode & 0o100) !== 0 });
    }
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Names and sizes distinguish builds well enough; hashing 60 MB at every start would cost more than starting. */
async function cacheName(packageFolder: string, files: ListedFile[]): Promise<string> {
  const manifest = await readFile(join(packageFolder, 'package.json'), 'utf8');
  const { version }: { version?: string } = JSON.parse(manifest);
  const digest = createHash('sha256').update(manifest).update(JSON.stringify(files)).digest('hex');
  return `postgres-${version ?? 'unknown'}-${digest.slice(0, 16)}`;
}

/** Temp-folder cleaners delete single files, so every file is checked. */
async function isComplete(folder: string, files: ListedFile[]): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined);
  if (!found || !(await isSafe(folder))) return false;
  const native = join(folder, 'native');
  const checks = files.map(async ({ path, size }) => (await lstat(join(native, path))).size === size);
  return Promise.all(checks).then(
    (results) => results.every(Boolean),
    () => false,
  );
}

async function copyTree(packageFolder: string, target: string, files: ListedFile[]): Promise<void> {
  const folders = new Set(['', ...files.map(({ path }) => join('native', path, '..'))]);
  for (const folder of folders) await mkdir(join(target, folder), { recursive: true });
  const copies = files.map(async ({ path, executable }) => {
    const copy = join(target, 'native', path);
    await copyFile(join(packageFolder, 'native', path), copy);
    await chmod(copy, executable ? 0o755 : 0o644);
  });
  // settled, not all: the caller removes the folder after a failure, when nothing may still be writing there
  for (const result of await Promise.allSettled(copies))
    if (result.status === 'rejected') throw result.reason;
  await openFolders(target);
}

/** Explicit modes, as a strict umask would otherwise make the copy as unreadable as the original. */
async function openFolders(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await openFolders(join(folder, entry.name));
  }
}

/** The copy appears under its name complete or not at all; another process may have been faster. */
async function replaceFolder(folder: string, fresh: string, files: ListedFile[]): Promise<void> {
  const broken = `${fresh}-replaced`;
  if (!(await isComplete(folder, files))) {
    await rename(folder, broken).catch(() => undefined);
    await rename(fresh, folder).catch(async (error: unknown) => {
      if (!(await isComplete(folder, files))) throw error;
    });
  }
  await rm(broken, { recursive: true, force: true });
}
