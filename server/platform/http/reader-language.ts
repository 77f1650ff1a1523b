import type { FastifyRequest } from 'fastify';

/** The language in which whoever asked reads what we refuse; English until there is a catalogue of another one. */
export function readerLanguage(_request: FastifyRequest): string {
  return 'en';
}
