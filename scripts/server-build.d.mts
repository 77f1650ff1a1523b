import type { BuildOptions } from 'esbuild';

/** What every build of the server has in common; entry points and the place of the result are the caller's. */
export const serverBuild: BuildOptions;
