import { z } from 'zod';
import { byId, declareEndpoints, nothing } from '../endpoint.ts';
import { repeatableHeaders } from '../intake/intake.ts';
import { id, instant } from '../text.ts';
import { leadExportBody } from './lead-list.ts';
import { exportFailures, exportFormats, exportStates } from './lists.ts';

/** A file with exported leads that is made in the background (EX-1). */
export const backgroundExport = z
  .object({
    id,
    format: z.enum(exportFormats),
    state: z.enum(exportStates),
    failure: z
      .enum(exportFailures)
      .nullable()
      .describe('Why it failed: `broken` again and again, `too-large`, or `not-allowed` any longer'),
    rows: z.number().int().nullable().describe('The rows of the file; null before they are counted'),
    rowsDone: z.number().int().describe('The rows that are written so far'),
    restarts: z
      .number()
      .int()
      .describe(
        'How often it was interrupted, as when the server was restarted, and began from the first row again',
      ),
    fileName: z.string().nullable().describe('Says how many rows the file has; null until it is done'),
    bytes: z.number().int().nullable().describe('The size of the file; null until it is done'),
    createdAt: instant,
    startedAt: instant.nullable(),
    endedAt: instant.nullable(),
    expiresAt: instant.describe('From then on, it is gone'),
  })
  .meta({ id: 'Export' });
export type BackgroundExport = z.infer<typeof backgroundExport>;

export const backgroundExportList = z.object({
  items: z.array(backgroundExport).describe('Yours, newest first; kept for 7 days'),
});

/** Exports that are made in the background, for people: programs stream theirs. */
export const exportEndpoints = declareEndpoints('Exports', {
  'POST /api/v1/exports': {
    summary: 'Have a file made in the background that holds what POST /api/v1/leads/export would stream',
    headers: repeatableHeaders,
    body: leadExportBody,
    answers: { 202: backgroundExport },
  },
  'GET /api/v1/exports': { summary: 'Your exports', answers: { 200: backgroundExportList } },
  'GET /api/v1/exports/:id': {
    summary: 'How far an export has come',
    params: byId,
    answers: { 200: backgroundExport },
  },
  'POST /api/v1/exports/:id/cancel': {
    summary: 'Stop making the file; nothing is kept of it',
    params: byId,
    answers: { 200: backgroundExport },
  },
  'GET /api/v1/exports/:id/file': { summary: 'The file, once it is done', params: byId, answers: 'file' },
  'DELETE /api/v1/exports/:id': {
    summary: 'Delete an export with its file',
    params: byId,
    answers: { 204: nothing },
  },
});
