import type { FastifyReply } from 'fastify';
import { type Download, sendDownload } from './download.ts';

/** A CSV file that is written while it is read. */
export type CsvDownload = Omit<Download, 'contentType'>;

/** Sends a CSV file for saving, as {@link sendDownload} does. */
export function sendCsv(
  reply: FastifyReply,
  download: CsvDownload,
  stalledMilliseconds?: number,
): FastifyReply {
  return sendDownload(reply, { ...download, contentType: 'text/csv; charset=utf-8' }, stalledMilliseconds);
}
