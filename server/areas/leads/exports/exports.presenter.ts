import type { BackgroundExport } from '../../../../contract/leads/exports.ts';
import type { ExportRow } from './exports.repo.ts';

/** An export on the wire. */
export function presentExport(row: ExportRow): BackgroundExport {
  return {
    id: row.id,
    format: row.format,
    state: row.state,
    failure: row.failure,
    rows: row.rows,
    rowsDone: row.rows_done,
    restarts: row.restarts,
    fileName: row.state === 'done' ? row.file_name : null,
    bytes: row.state === 'done' ? row.size_bytes : null,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    expiresAt: row.expires_at.toISOString(),
  };
}
