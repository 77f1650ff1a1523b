import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';
import { serverBuild } from '../scripts/server-build.mjs';
import { paths } from '../server/platform/paths.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The command line, built from the current sources. */
    builtCli: string;
  }
}

/** Builds the command line once for the whole run, in a folder below the root, where it finds native packages and migrations. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const cache = join(paths.root, 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'leadlight-test-'));
  const file = join(folder, 'cli.js');
  await build({ ...serverBuild, entryPoints: [join(paths.root, 'server', 'cli.ts')], outfile: file });
  project.provide('builtCli', file);
  return () => rm(folder, { recursive: true, force: true });
}
