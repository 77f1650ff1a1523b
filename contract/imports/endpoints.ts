import { byId, declareEndpoints } from '../endpoint.ts';
import {
  importChange,
  importRowPage,
  importRowsQuery,
  importUploadQuery,
  leadImport,
  leadImportList,
} from './imports.ts';

/** Leads from files: a dry run first, then the import, which can be taken back (EX-2). */
export const importEndpoints = declareEndpoints('Imports', {
  'POST /api/v1/imports': {
    summary:
      'Bring a file of leads (CSV or XLSX as the body): a dry run begins that tells what would happen to each row and writes nothing',
    query: importUploadQuery,
    answers: { 202: leadImport },
  },
  'GET /api/v1/imports': {
    summary: 'The imports of your organization',
    answers: { 200: leadImportList },
  },
  'GET /api/v1/imports/:id': {
    summary: 'Where an import stands, with the summary of its dry run',
    params: byId,
    answers: { 200: leadImport },
  },
  'PATCH /api/v1/imports/:id': {
    summary: 'Read the file in another way: the dry run starts over',
    params: byId,
    body: importChange,
    answers: { 200: leadImport },
  },
  'GET /api/v1/imports/:id/rows': {
    summary: 'The rows of the file, with what happens to each',
    params: byId,
    query: importRowsQuery,
    answers: { 200: importRowPage },
  },
  'GET /api/v1/imports/:id/rejected': {
    summary:
      'The rejected rows as CSV: as in the file, with the columns Column and Reason; once corrected, it can be imported',
    params: byId,
    answers: 'file',
  },
  'POST /api/v1/imports/:id/run': {
    summary: 'Write the leads, or go on after a pause',
    params: byId,
    answers: { 202: leadImport },
  },
  'POST /api/v1/imports/:id/pause': {
    summary: 'Pause after the rows that are being written',
    params: byId,
    answers: { 200: leadImport },
  },
  'POST /api/v1/imports/:id/cancel': {
    summary: 'End an import: what was written stays, and can be taken back',
    params: byId,
    answers: { 200: leadImport },
  },
  'POST /api/v1/imports/:id/undo': {
    summary: 'Take an import back, for 7 days: leads that nobody changed since',
    params: byId,
    answers: { 202: leadImport },
  },
});
