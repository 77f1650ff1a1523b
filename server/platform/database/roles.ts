/** Answers requests: owns nothing, so that row-level security applies to it. */
export const appRole = 'leadlight_app';
/**
 * Runs jobs: what the application may do, plus the functions that look across all organizations (decision 023). Never
 * the role of a connection that answers a request.
 */
export const workerRole = 'leadlight_worker';
/** Owns the embedded server's tables; it is not a superuser. */
export const ownerRole = 'leadlight_owner';

export type WorkingRole = typeof appRole | typeof workerRole;

/** In a connection string: each role logs in itself, so that a connection has no other role to fall back to. */
const rolesLogIn = { name: 'roles', value: 'login' } as const;

/** The query of a connection string to a server whose roles log in themselves. */
export function ownerLogin(): Record<string, string> {
  return { user: ownerRole, [rolesLogIn.name]: rolesLogIn.value };
}

/** The same database for one role: with its own login where the server has one, otherwise with the given login. */
export function loginAs(connectionString: string, role: WorkingRole): string {
  const at = connectionString.indexOf('?');
  if (at < 0) return connectionString;
  const query = new URLSearchParams(connectionString.slice(at + 1));
  if (query.get(rolesLogIn.name) !== rolesLogIn.value) return connectionString;
  query.set('user', role);
  return `${connectionString.slice(0, at)}?${query}`;
}
