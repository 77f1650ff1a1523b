import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSources } from '../server/platform/database/migrate.ts';
import { paths } from '../server/platform/paths.ts';

/** Folders of a test's own, which it may add to and change. */
export interface CopiedSources extends DatabaseSources {
  remove(): Promise<void>;
}

/** Everything that this version builds the database from. */
export async function copySources(): Promise<CopiedSources> {
  const copied = await makeFolders();
  await cp(paths.migrations, copied.migrations, { recursive: true });
  await cp(paths.functions, copied.functions, { recursive: true });
  return copied;
}

/** What an earlier version built it from: the migrations before that number; functions had no files then. */
export async function earlierSources(before: string): Promise<CopiedSources> {
  const copied = await makeFolders();
  for (const name of await readdir(paths.migrations))
    if (name < before) await cp(join(paths.migrations, name), join(copied.migrations, name));
  return copied;
}

async function makeFolders(): Promise<CopiedSources> {
  const folder = await mkdtemp(join(tmpdir(), 'leadlight-test-'));
  const sources = { migrations: join(folder, 'migrations'), functions: join(folder, 'functions') };
  for (const path of Object.values(sources)) await mkdir(path);
  return { ...sources, remove: () => rm(folder, { recursive: true, force: true }) };
}
