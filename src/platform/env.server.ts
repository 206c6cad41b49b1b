import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import { isLoopback } from './loopback.ts';
import { projectRoot } from './root.server.ts';

/** The OpenID provider through which people may sign in. */
export interface OpenIdSettings {
  /** HTTPS, or plain HTTP on this machine. */
  readonly issuer: string;
  readonly clientId: string;
  /** Undefined: a public client, kept by PKCE alone. */
  readonly clientSecret: string | undefined;
  /** What the button says; undefined: the usual words. */
  readonly label: string | undefined;
  /** Local sign-in is left to administrators, for when the provider is down. */
  readonly isOnly: boolean;
}

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
  /** Undefined: people sign in here alone. */
  readonly openId: OpenIdSettings | undefined;
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
  OIDC_ISSUER: urlOf('http', 'https')
    .transform((text) => new URL(text))
    .refine((url) => url.protocol === 'https:' || isLoopback(url))
    .refine((url) => url.search === '' && url.hash === '' && url.username === '')
    .transform((url) => url.href),
  OIDC_CLIENT_ID: z.string().max(255),
  OIDC_CLIENT_SECRET: z.string(),
  OIDC_LABEL: z.string().max(60),
  OIDC_ONLY: z.enum(['0', '1']),
} as const;

type Forms = typeof FORMS;
type Read = <Name extends keyof Forms>(name: Name) => z.output<Forms[Name]> | undefined;

/**
 * Reads the environment; an empty value counts as none.
 * Throws `Refused` with the name of the first variable that does not parse. Its value is not repeated: it may hold a password.
 */
export function readEnvironment(given: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const read: Read = <Name extends keyof Forms>(name: Name): z.output<Forms[Name]> | undefined => {
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
    openId: openIdOf(read, dataFolder),
    isProduction: declaredNodeEnv(given) === 'production',
    logLevel: read('HOPLUC_LOG') ?? 'warn',
  };
}

/** In the data folder: the secret that the provider gave us, where the environment is no place for it. */
const SECRET_FILE = 'oidc-client-secret';

function openIdOf(read: Read, dataFolder: string): OpenIdSettings | undefined {
  const issuer = read('OIDC_ISSUER');
  const [clientId, label] = [read('OIDC_CLIENT_ID'), read('OIDC_LABEL')];
  const isOnly = read('OIDC_ONLY') === '1';
  if (!issuer) {
    // Without a provider nobody but administrators could come in.
    if (isOnly) throw new Refused({ code: 'platform.environment.invalid', facts: { name: 'OIDC_ISSUER' } });
    return undefined;
  }
  if (!clientId) throw new Refused({ code: 'platform.environment.invalid', facts: { name: 'OIDC_CLIENT_ID' } });
  return { issuer, clientId, clientSecret: read('OIDC_CLIENT_SECRET') ?? secretIn(dataFolder), label, isOnly };
}

function secretIn(dataFolder: string): string | undefined {
  const file = path.join(dataFolder, SECRET_FILE);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() || undefined : undefined;
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
