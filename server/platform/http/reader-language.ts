import type { FastifyRequest } from 'fastify';
import {
  fallbackLanguage,
  findAcceptedLanguage,
  findLanguage,
  type Language,
  languageCookie,
} from '../../../contract/languages/languages.ts';
import { readAll } from '../../../contract/sentences.ts';

/**
 * The language in which the caller reads pages, errors and other texts: the one that was chosen in this browser, where
 * the app keeps that of the person's profile; else the first that it asks for and that there are texts in; else
 * English, as for programs that ask for none.
 */
export function readerLanguage(request: Pick<FastifyRequest, 'headers' | 'cookies'>): Language {
  const chosen = request.cookies?.[languageCookie];
  return (
    (chosen === undefined ? undefined : findLanguage(chosen)) ??
    findAcceptedLanguage(request.headers['accept-language']) ??
    fallbackLanguage
  );
}

/** An answer whose sentences are read in the caller's language. */
export const forReader = <T>(request: Pick<FastifyRequest, 'headers' | 'cookies'>, answer: T) =>
  readAll(answer, readerLanguage(request));

/** What the choice depends on, for caches. */
export const readerLanguageVary = 'cookie, accept-language';
