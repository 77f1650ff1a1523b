/** A disposable cluster of this system's PostgreSQL; undefined when there is none that Leadlight supports. */
export function startSystemPostgres():
  | { readonly version: number; readonly pattern: string; stop(): void }
  | undefined;
