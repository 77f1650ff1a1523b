import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { makeDemoFolder } from './product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder with fresh demo data, for copying; nothing runs on it. */
    demoFolder: string;
  }
}

/** Loads the demo once: each test file starts the product on a copy. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  execFileSync(process.execPath, ['scripts/build-if-changed.mjs'], { stdio: 'inherit' });
  const folder = await makeDemoFolder();
  project.provide('demoFolder', folder);
  return () => rm(folder, { recursive: true, force: true });
}
