import type { Logger } from 'pino';
import { pino } from 'pino';
import { isDatabaseError } from '#platform/db/db.server.ts';

/** Structured lines on stderr. A line names a request by its id, never a person, an address or what was searched for. */
export function makeLog(level: string, to: NodeJS.WritableStream | number = 2): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: errorForLog },
  };
  return typeof to === 'number' ? pino(options, pino.destination(to)) : pino(options, to);
}

/** What the database says of an error quotes the row; kept are its code, where it happened, and the way there. */
function errorForLog(error: unknown): unknown {
  if (!isDatabaseError(error)) return pino.stdSerializers.err(error as Error);
  const { code, schema, table, column, constraint, routine } = error;
  const stack = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
  return { type: 'DatabaseError', code, schema, table, column, constraint, routine, stack };
}
