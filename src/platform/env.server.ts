import path from 'node:path';
import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import { projectRoot } from './root.server.ts';

/** The settings of this process, read once at its start. */
export interface Environment {
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute. A relative one given in the environment counts from where the command was typed; the default from the project. */
  readonly dataFolder: string;
  /** Undefined: the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  /** Load the demonstration cluster at the first start. */
  readonly demo: boolean;
  /** Origin without a slash at its end. */
  readonly publicUrl: string | undefined;
  /** The moment at which the clock starts instead of the real one. */
  readonly now: Date | undefined;
  readonly smtpUrl: string | undefined;
  readonly s3Url: string | undefined;
  /** With what backups are sealed; undefined: with the key file of the data folder. */
  readonly backupKey: string | undefined;
  /** Where the nightly backups go, absolute; null: none are taken by the schedule. */
  readonly backupFolder: string | null;
  /** Whoever is not on this machine reads `/metrics` with it; undefined: nobody else does. */
  readonly metricsToken: string | undefined;
  readonly isProduction: boolean;
  /** From which level on the server's log lines are written. */
  readonly logLevel: string;
}

const urlOf = (...protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol.slice(0, -1)));

const FORMS = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535),
  HOST: z.string().regex(/^[\w.:-]+$/),
  HOPLUC_DATA: z.string().refine((text) => !text.includes('\0')),
  DATABASE_URL: urlOf('postgres', 'postgresql'),
  HOPLUC_DEMO: z.enum(['0', '1']),
  PUBLIC_URL: urlOf('http', 'https')
    .transform((text) => new URL(text))
    .refine((url) => url.pathname === '/' && url.search === '' && url.hash === '')
    .transform((url) => url.origin),
  HOPLUC_NOW: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  SMTP_URL: urlOf('smtp', 'smtps'),
  HOPLUC_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']),
  S3_URL: urlOf('http', 'https', 's3'),
  HOPLUC_BACKUP_KEY: z.string().min(12),
  HOPLUC_BACKUPS: z.string().refine((text) => !text.includes('\0')),
  HOPLUC_METRICS_TOKEN: z.string().regex(/^[\w.~+/=-]{16,200}$/),
} as const;

type Forms = typeof FORMS;

/**
 * Reads the environment; an empty value counts as none.
 * Throws `Refused` with the name of the first variable that does not parse. Its value is not repeated: it may hold a password.
 */
export function readEnvironment(given: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const read = <Name extends keyof Forms>(name: Name): z.output<Forms[Name]> | undefined => {
    const text = given[name];
    if (text === undefined || text.trim() === '') return undefined;
    const parsed = FORMS[name].safeParse(text.trim());
    if (!parsed.success) throw new Refused({ code: 'platform.environment.invalid', facts: { name } });
    return parsed.data as z.output<Forms[Name]>;
  };
  const data = read('HOPLUC_DATA');
  const dataFolder = data === undefined ? path.join(projectRoot(), 'var') : path.resolve(data);
  return {
    port: read('PORT') ?? 3000,
    host: read('HOST') ?? '127.0.0.1',
    dataFolder,
    databaseUrl: read('DATABASE_URL'),
    demo: read('HOPLUC_DEMO') !== '0',
    publicUrl: read('PUBLIC_URL'),
    now: read('HOPLUC_NOW'),
    smtpUrl: read('SMTP_URL'),
    s3Url: read('S3_URL'),
    backupKey: read('HOPLUC_BACKUP_KEY'),
    backupFolder: backupFolder(read('HOPLUC_BACKUPS'), dataFolder),
    metricsToken: read('HOPLUC_METRICS_TOKEN'),
    isProduction: declaredNodeEnv(given) === 'production',
    logLevel: read('HOPLUC_LOG') ?? 'warn',
  };
}

/** `npm start` runs the server with NODE_ENV=production for speed; what the operator declared is handed on beside it. */
function declaredNodeEnv(given: Readonly<Record<string, string | undefined>>): string | undefined {
  return given.HOPLUC_DECLARED_NODE_ENV ?? given.NODE_ENV;
}

function backupFolder(given: string | undefined, dataFolder: string): string | null {
  if (given === 'off') return null;
  return given === undefined ? path.join(dataFolder, 'backups') : path.resolve(given);
}

/** The names of the settings that the operator has set: never what they are set to. */
export function settingsInForce(given: Readonly<Record<string, string | undefined>> = process.env): readonly string[] {
  return Object.keys(FORMS).filter((name) => (given[name] ?? '').trim() !== '');
}
