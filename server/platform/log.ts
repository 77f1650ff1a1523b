import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger };

/**
 * The structured log, one JSON object per line on standard output. It contains no contact details (DP-2): requests are
 * logged by route pattern, never by URL or body, and the keys below are redacted should they appear.
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

/**
 * PostgreSQL puts the offending row into `detail` and `where`: they may contain contact details, so they are left out.
 */
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
