import { isUtf8 } from 'node:buffer';
import { AppError } from '../errors.ts';
import type { App } from './app.ts';

/** No request of ours is nested deeper than a handful of levels; what works on bodies recursively stays safe. */
const maxDepth = 64;

/** JSON is the only body that is taken: valid UTF-8 (RFC 8259), nested within reason. */
export function acceptJsonBodies(app: App): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes: Buffer, done) => {
    if (!isUtf8(bytes)) return done(new AppError('malformed-json', 'The body is not valid UTF-8.'));
    if (isDeeperThan(bytes, maxDepth)) {
      return done(new AppError('malformed-json', `The body is nested deeper than ${maxDepth} levels.`));
    }
    return parse(request, bytes.toString('utf8'), done);
  });
}

const [quote, backslash, openList, closeList, openObject, closeObject] = [...Buffer.from('"\\[]{}')];

/** Counts brackets outside of strings, without parsing. */
export function isDeeperThan(json: Buffer, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at];
    if (inString) {
      if (byte === backslash) at++;
      else if (byte === quote) inString = false;
    } else if (byte === quote) inString = true;
    else if (byte === openList || byte === openObject) {
      if (++depth > limit) return true;
    } else if (byte === closeList || byte === closeObject) depth--;
  }
  return false;
}
