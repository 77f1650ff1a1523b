import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const home = '/usr/lib/postgresql';

const workingRoles = `create role leadlight_app login;
  create role leadlight_worker login;
  grant leadlight_app to leadlight_worker`;

/**
 * A disposable cluster of the newest PostgreSQL that Debian's packages have installed on this system; undefined, with
 * the reason printed, when there is none that Leadlight supports.
 */
export function startSystemPostgres() {
  const versions = existsSync(home)
    ? readdirSync(home)
        .map(Number)
        .filter((version) => version >= 15)
    : [];
  const version = Math.max(...versions);
  const bin = join(home, String(version), 'bin');
  if (versions.length === 0 || !existsSync(join(bin, 'initdb'))) {
    console.log('   not run: no PostgreSQL 15 or later is installed on this system');
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-pg-'));
  const data = join(folder, 'data');
  const user = serverUser();
  mkdirSync(data);
  chmodSync(folder, 0o755);
  for (const path of user ? [folder, data] : []) chownSync(path, user.uid, user.gid);
  const options = { stdio: ['ignore', 'ignore', 'inherit'], cwd: folder, ...user };
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    options,
  );
  const settings = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c port=5432 -c fsync=off -c max_connections=300`;
  execFileSync(
    join(bin, 'pg_ctl'),
    ['-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start'],
    options,
  );
  return {
    version,
    pattern: `postgres:///%DATABASE%?host=${encodeURIComponent(folder)}&port=5432&user=postgres`,
    /** From here on the product's roles log in themselves. @returns the pattern that says so */
    letRolesLogIn() {
      const psql = ['-h', folder, '-U', 'postgres', '-q', '-v', 'ON_ERROR_STOP=1', '-c', workingRoles];
      execFileSync(join(bin, 'psql'), psql, options);
      return `${this.pattern}&roles=login`;
    },
    stop() {
      execFileSync(join(bin, 'pg_ctl'), ['-D', data, '-w', '-m', 'immediate', 'stop'], options);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server refuses to run as root. */
function serverUser() {
  if (process.getuid?.() !== 0) return undefined;
  const ask = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }).trim());
  return { uid: ask('-u'), gid: ask('-g') };
}
