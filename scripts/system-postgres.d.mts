/** A throw-away cluster of the PostgreSQL of this system; undefined where there is none that Leadlight supports. */
export function startSystemPostgres():
  | { readonly version: number; readonly pattern: string; stop(): void }
  | undefined;
