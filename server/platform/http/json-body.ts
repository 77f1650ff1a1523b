import { isUtf8 } from 'node:buffer';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors.ts';
import type { App } from './app.ts';
import { sentence } from './catalogue.ts';

/** Our requests are nested only a few levels deep; the limit protects recursive code. */
const maxDepth = 64;

const json = 'application/json';
/** Every PATCH of ours takes a merge patch (RFC 7396): what is sent changes, `null` clears. */
const mergePatch = 'application/merge-patch+json';

const isMergePatch = ({ headers }: FastifyRequest) =>
  (headers['content-type'] ?? '').trim().toLowerCase().startsWith(mergePatch);

function notTakenHere(): AppError {
  return new AppError('unsupported-media-type', sentence('body.mergePatchElsewhere'));
}

/** Declares the merge patch for every PATCH in the API description. */
export function describeMergePatches(app: App): void {
  app.addHook('onRoute', ({ method, schema }) => {
    if (method === 'PATCH' && schema?.body) schema.consumes = [json, mergePatch];
  });
}

/** Accepts only JSON bodies: valid UTF-8 (RFC 8259), with limited nesting. */
export function acceptJsonBodies(app: App): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser([json, mergePatch], { parseAs: 'buffer' }, (request, bytes: Buffer, done) => {
    if (isMergePatch(request) && request.method !== 'PATCH') return done(notTakenHere());
    if (!isUtf8(bytes)) return done(new AppError('malformed-json', sentence('body.notUtf8')));
    if (isDeeperThan(bytes, maxDepth)) {
      return done(new AppError('malformed-json', sentence('body.tooDeep', { most: maxDepth })));
    }
    return parse(request, bytes.toString('utf8'), done);
  });
}

const [quote, backslash] = [...Buffer.from('"\\')];
const steps = new Map([...Buffer.from('[{')].map((byte) => [byte, 1]));
for (const byte of Buffer.from(']}')) steps.set(byte, -1);

/** Counts brackets outside of strings, without parsing. */
export function isDeeperThan(json: Buffer, limit: number): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at] ?? 0;
    if (byte === quote) at = endOfString(json, at);
    else depth += steps.get(byte) ?? 0;
    if (depth > limit) return true;
  }
  return false;
}

/** The index of the closing quote of the string that opens there. */
function endOfString(json: Buffer, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== quote) at += json[at] === backslash ? 2 : 1;
  return at;
}
