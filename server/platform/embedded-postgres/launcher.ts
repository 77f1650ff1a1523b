import { type Binaries, locatePackage, prepareBinaries } from './binaries.ts';
import { adoptCluster, createCluster, holdsCluster, removeUnfinished } from './cluster.ts';
import { type DataPlace, findDataPlace } from './data-folder.ts';
import {
  connectionString,
  connectTo,
  ensureDatabase,
  SUPERUSER,
  superuserConnectionString,
} from './databases.ts';
import { findLackOfSpace } from './disk-space.ts';
import { EmbeddedPostgresError, errorMessage } from './errors.ts';
import { KeptRunning } from './kept-running.ts';
import { type OwnerLock, takeOwnership } from './owner-lock.ts';
import { settlePreviousServer } from './postmaster-pid.ts';
import { prepareRoles } from './roles.ts';
import { makeLogFolder } from './server-log.ts';
import { endServer, spawnServer, waitUntilReady } from './server-process.ts';
import { serverSettings } from './settings.ts';
import { makeSocketFolder, removeSocketFolder, SOCKET_PORT } from './socket-folder.ts';

/** A running PostgreSQL server that belongs to this process. */
export interface EmbeddedPostgres {
  /** libpq-style settings for `pg`: the host is the folder of the Unix socket, the user is the superuser. */
  readonly connection: { readonly host: string; readonly port: number; readonly user: string };
  /**
   * The connection string of one database, for the owner of its tables, who is not a superuser:
   * postgres:///leadlight?host=%2Ftmp%2F…&port=5432&user=leadlight_owner&roles=login
   */
  connectionString(database: string): string;
  /** The same for the superuser: for tests and repairs, never for answering requests or running jobs. */
  superuserConnectionString(database: string): string;
  /** Creates the database unless it exists: UTF8, collation C.UTF-8, as a copy of the template if one is named. */
  ensureDatabase(name: string, options?: { template?: string }): Promise<void>;
  /** What keeps it from working right now, in a sentence. */
  findTrouble(): Promise<string | undefined>;
  /** Fast shutdown (open sessions are ended, nothing committed is lost); resolves when every server process is gone. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** e.g. <LEADLIGHT_DATA>/postgres; created when missing, see findDataPlace for root's closed folders. */
  dataFolder: string;
  /** Receives the launcher's messages; the server's own lines go to files in `<dataFolder>-log`. */
  log?: (line: string) => void;
  /** Settings that take precedence over Leadlight's own, e.g. fsync=off for tests. */
  settings?: Record<string, string>;
  /** Called when the server ended on its own and could not be restarted. */
  onUnexpectedStop?: (error: EmbeddedPostgresError) => void;
}

/**
 * Starts the server on the data folder, creating its cluster the first time; at most one Leadlight can hold a data
 * folder. Rejects with an EmbeddedPostgresError that says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  return startFromPackage(options, locatePackage());
}

/** startEmbeddedPostgres with the package folder and the folders for its copies chosen by the caller. */
export async function startFromPackage(
  options: EmbeddedPostgresOptions,
  packageFolder: string,
  cacheFolders?: string[],
): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  try {
    const place = await findDataPlace(options.dataFolder);
    const binaries = await prepareBinaries(packageFolder, place.user, cacheFolders);
    const lock = await takeOwnership(place.cluster, log);
    try {
      return await startOwned(options, place, binaries, lock, log);
    } catch (error) {
      await lock.release();
      throw error;
    }
  } catch (error) {
    const lack = await findLackOfSpace(options.dataFolder, 'start');
    if (lack !== undefined)
      throw new EmbeddedPostgresError(`${lack} Free some space and start Leadlight again.`, { cause: error });
    if (error instanceof EmbeddedPostgresError) throw error;
    throw new EmbeddedPostgresError(
      `The built-in database could not be started in ${options.dataFolder}: ${errorMessage(error)}; correct that, or set DATABASE_URL to a PostgreSQL server of your own.`,
      { cause: error },
    );
  }
}

async function startOwned(
  options: EmbeddedPostgresOptions,
  { cluster, user }: DataPlace,
  binaries: Binaries,
  lock: OwnerLock,
  log: (line: string) => void,
): Promise<EmbeddedPostgres> {
  const settings = options.settings ?? {};
  const found = await holdsCluster(cluster, binaries.major);
  await settlePreviousServer(cluster, log);
  await removeUnfinished(cluster);
  if (found) await adoptCluster(cluster, user);
  else await createCluster(cluster, user, binaries, settings.fsync !== 'off');
  const logFolder = await makeLogFolder(cluster, user);
  const socketFolder = await makeSocketFolder(cluster, user);
  const all = await serverSettings({ socket: socketFolder, log: logFolder }, settings);
  const cleanUp = async () => {
    // normally finds nothing; after a crashed postmaster its children may outlive it
    await settlePreviousServer(cluster, () => undefined);
    await removeSocketFolder(socketFolder);
  };
  const startServer = async () => {
    const server = spawnServer(binaries, cluster, user, all);
    try {
      await waitUntilReady(server, { cluster, socket: socketFolder, log: logFolder }, log);
      await makeRoles(socketFolder);
      return server;
    } catch (error) {
      await endServer(server, socketFolder);
      throw error;
    }
  };
  const first = await startServer().catch(async (error: unknown) => {
    await cleanUp();
    throw error;
  });
  const server = new KeptRunning(first, {
    cluster,
    startAgain: async () => {
      await settlePreviousServer(cluster, log);
      return startServer();
    },
    log,
    onGivenUp: (what) => {
      const error = new EmbeddedPostgresError(
        `${what}; see its log in ${logFolder} and start Leadlight again.`,
      );
      log(error.message);
      options.onUnexpectedStop?.(error);
    },
  });
  return handle(server, socketFolder, lock, cleanUp);
}

async function makeRoles(socketFolder: string): Promise<void> {
  const client = await connectTo(socketFolder, 'postgres');
  try {
    await prepareRoles(client);
  } finally {
    await client.end();
  }
}

function handle(
  server: KeptRunning,
  socketFolder: string,
  lock: OwnerLock,
  cleanUp: () => Promise<void>,
): EmbeddedPostgres {
  // Without stop(), as after an uncaught error, the server is at least told to shut down; it does so on its own.
  const atExit = () => {
    server.current.signal('SIGINT');
    lock.releaseNow();
  };
  process.once('exit', atExit);
  const stop = async () => {
    await endServer(await server.letGo(), socketFolder);
    await cleanUp();
    process.off('exit', atExit);
    await lock.release();
  };
  let stopping: Promise<void> | undefined;
  return {
    connection: { host: socketFolder, port: SOCKET_PORT, user: SUPERUSER },
    connectionString: (database) => connectionString(socketFolder, database),
    superuserConnectionString: (database) => superuserConnectionString(socketFolder, database),
    findTrouble: () => server.findTrouble(),
    ensureDatabase: (name, { template } = {}) => ensureDatabase(socketFolder, name, template),
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}
