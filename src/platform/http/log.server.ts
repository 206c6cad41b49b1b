import type { Logger } from 'pino';
import { pino } from 'pino';

/** Structured lines on stderr. A line names a request by its id, never a person, an address or what was searched for. */
export function makeLog(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: ['req.headers', '*.password', '*.token', '*.cookie'], remove: true },
    },
    pino.destination(2),
  );
}
