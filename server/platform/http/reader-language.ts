import type { FastifyRequest } from 'fastify';

/** The language in which the caller reads errors; English until there are catalogues in other languages. */
export function readerLanguage(_request: FastifyRequest): string {
  return 'en';
}
