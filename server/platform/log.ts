import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger };

/**
 * The structured log, one JSON object a line on standard output. It holds no contact detail (DP-2): requests
 * are logged by route pattern, never by URL or body, and the keys below are blotted out should they turn up.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'email',
        'phone',
        'password',
        'token',
        'authorization',
        'cookie',
        '*.email',
        '*.phone',
        '*.password',
        '*.token',
      ],
      censor: '[redacted]',
    },
    serializers: { err: errorWithoutValues },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** PostgreSQL puts the offending row into `detail` and `where`: they may hold contact details, so they stay out. */
function errorWithoutValues(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table, column } = error as Error & Record<string, unknown>;
  const isDatabaseError = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  return {
    type: error.name,
    message: isDatabaseError ? `database error ${code}` : error.message,
    stack: isDatabaseError ? stackWithoutMessage(error) : error.stack,
    code,
    constraint,
    table,
    column,
  };
}

function stackWithoutMessage(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .join('\n');
}
