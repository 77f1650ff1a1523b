// A second start is warm: it builds only when a source has changed since the last build.
import { existsSync, readFileSync } from 'node:fs';
import { sourceStamp, stampFile } from './source-stamp.mjs';

const built = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
if (built !== (await sourceStamp())) await import('./build.mjs');
