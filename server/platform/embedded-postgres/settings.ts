import { statfs } from 'node:fs/promises';
import { totalmem } from 'node:os';

const MB = 1024 * 1024;

/** The server's settings: durable, for a small machine with millions of rows, with nothing personal in its log. */
export async function serverSettings(
  folders: { socket: string; log: string },
  extra: Record<string, string>,
): Promise<Record<string, string>> {
  return {
    // reachable only through the private socket folder
    listen_addresses: '',
    unix_socket_directories: folders.socket,
    unix_socket_permissions: '0700',
    max_connections: '100',
    timezone: 'UTC',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    wal_compression: 'on',
    checkpoint_timeout: '15min',
    max_wal_size: '2GB',
    random_page_cost: '1.1',
    jit: 'off',
    autovacuum_vacuum_scale_factor: '0.05',
    autovacuum_analyze_scale_factor: '0.05',
    ...memorySettings(),
    dynamic_shared_memory_type: await dynamicSharedMemory(),
    ...logSettings(folders.log),
    ...extra,
  };
}

/** Memory the process may use, by the container's limit where there is one. */
function memorySettings(): Record<string, string> {
  const limit = process.constrainedMemory?.() ?? 0;
  const available = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  const megabytes = (share: number, least: number, most: number) =>
    `${Math.round(Math.min(most, Math.max(least, (available * share) / MB)))}MB`;
  return {
    shared_buffers: megabytes(1 / 8, 32, 256),
    effective_cache_size: megabytes(1 / 2, 128, 16_384),
    work_mem: megabytes(1 / 256, 4, 16),
    maintenance_work_mem: megabytes(1 / 32, 32, 256),
  };
}

/** Containers often have a /dev/shm of 64 MB, which one parallel query or index build overflows. */
async function dynamicSharedMemory(): Promise<string> {
  if (process.platform !== 'linux') return 'posix';
  const found = await statfs('/dev/shm').catch(() => undefined);
  return found && found.bsize * found.blocks >= 512 * MB ? 'posix' : 'sysv';
}

/**
 * Customers' contact details appear in statements, in parameters, in the details of errors ("Key (email)=(…) already
 * exists") and in error messages themselves ("invalid input syntax for type uuid: …"). So the log accepts only what the
 * server says about itself (LOG, FATAL, PANIC), tersely; the client that sent a failing statement gets the error, and
 * logs the SQLSTATE. One file per day of the week bounds its size.
 */
function logSettings(folder: string): Record<string, string> {
  return {
    logging_collector: 'on',
    log_destination: 'stderr',
    log_directory: folder,
    log_filename: 'server-%a.log',
    log_file_mode: '0600',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_truncate_on_rotation: 'on',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_duration: 'off',
    log_min_duration_statement: '-1',
    log_min_duration_sample: '-1',
    log_transaction_sample_rate: '0',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_checkpoints: 'off',
    log_autovacuum_min_duration: '-1',
    log_lock_waits: 'off',
    log_temp_files: '-1',
  };
}
