import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeProgram } from '../src/cli/program.ts';
import { ROOT } from './source.ts';

/** No engine of containers runs here, so what can be read from the files is checked, and nothing more. */
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
// The parser that the description of the API is written with.
const require = createRequire(import.meta.url);
const yaml = createRequire(require.resolve('@fastify/swagger'))('yaml') as { parse(text: string): unknown };

interface Service {
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly ports?: readonly string[];
  readonly volumes: readonly string[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt: readonly string[];
}
const compose = yaml.parse(read('deploy/compose.yaml')) as {
  readonly services: Readonly<Record<'database' | 'hopluc', Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const dockerfile = read('deploy/Dockerfile');
const unit = read('deploy/hopluc.service');
const knownVariables = new Set(
  [...read('src/platform/env.server.ts').matchAll(/^ {2}([A-Z_0-9]+): /gm)].map(([, name]) => name),
);

test('the compose file keeps the database and the data, and shows the port to this machine only', () => {
  const { database, hopluc } = compose.services;
  const named = [...database.volumes, ...hopluc.volumes].map((volume) => volume.split(':')[0] ?? '');

  expect(new Set(named)).toEqual(new Set(Object.keys(compose.volumes)));
  expect(hopluc.ports).toEqual(['127.0.0.1:3000:3000']);
  expect(database.ports).toBeUndefined();
  expect(hopluc.read_only).toBe(true);
  expect(hopluc.cap_drop).toEqual(['ALL']);
  for (const { security_opt } of [database, hopluc]) expect(security_opt).toContain('no-new-privileges:true');
});

test('the program waits for a database that answers, and says itself whether it does', () => {
  const { database, hopluc } = compose.services;

  expect(database.healthcheck?.test.join(' ')).toContain('pg_isready -U hopluc_owner -d hopluc');
  expect(hopluc.depends_on?.database?.condition).toBe('service_healthy');
  expect(dockerfile).toMatch(/HEALTHCHECK [\s\S]*\/ready/);
});

test('every variable that the deployment sets is one that the program reads, and no secret stands in a file', () => {
  const { hopluc, database } = compose.services;
  const fromDockerfile = [...dockerfile.matchAll(/^(?:ENV| {3}) ([A-Z_]+)=/gm)].map(([, name]) => name);
  const fromUnit = [...unit.matchAll(/^Environment=([A-Z_]+)=/gm)].map(([, name]) => name);
  const set = [...Object.keys(hopluc.environment), ...fromDockerfile, ...fromUnit].filter(
    (name) => name && !['NODE_ENV', 'TZ', 'TMPDIR'].includes(name),
  );
  const asked = [...read('deploy/compose.yaml').matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name);
  const example = [...read('deploy/.env.example').matchAll(/^([A-Z_]+)=(.*)$/gm)];

  expect(set.length).toBeGreaterThan(8);
  expect(set.filter((name) => !knownVariables.has(name))).toEqual([]);
  expect(new Set(example.map(([, name]) => name))).toEqual(new Set(asked));
  expect(example.filter(([, , value]) => value !== '' && value !== '0')).toEqual([]);
  expect(database.environment.POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
  expect(read('.dockerignore')).toContain('deploy/.env');
});

test('the image is made of files that are there, runs as an ordinary user, and starts a command that exists', () => {
  const { build } = compose.services.hopluc;
  const copied = [...dockerfile.matchAll(/^COPY (?!.*--from)(.+)$/gm)].flatMap(([, words = '']) =>
    words.split(' ').slice(0, -1),
  );
  const kept = [...dockerfile.matchAll(/^COPY --from=build .*? \/app\/(\S+)/gm)].map(([, name]) => name ?? '');
  const user = dockerfile.lastIndexOf('\nUSER node');

  expect(existsSync(path.join(ROOT, 'deploy', build?.context ?? '', build?.dockerfile ?? ''))).toBe(true);
  expect(copied.filter((name) => !existsSync(path.join(ROOT, name)))).toEqual([]);
  expect(kept.filter((name) => name !== 'build' && !existsSync(path.join(ROOT, name)))).toEqual([]);
  expect(new Set(kept)).toEqual(
    new Set(['package.json', 'node_modules', 'build', 'src', 'bin', 'scripts', 'migrations', 'seed']),
  );
  expect(user).toBeGreaterThan(0);
  expect(dockerfile.indexOf('\nCMD ["bin/hopluc", "serve"]')).toBeGreaterThan(user);
  for (const name of ['ensureInstalled', 'ensureBuilt'])
    expect(read('scripts/bootstrap.mjs')).toContain(`function ${name}(`);
});

test('the unit starts commands that exist, as a user of its own, without any right it does not need', () => {
  const commands = [...unit.matchAll(/^Exec\w+=\/opt\/hopluc\/bin\/hopluc (\w+)$/gm)].map(([, name]) => name);
  const known = makeProgram([]).commands.map((command) => command.name());

  expect(commands).toEqual(['check', 'serve']);
  expect(commands.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  for (const line of [
    'User=hopluc',
    'NoNewPrivileges=yes',
    'ProtectSystem=strict',
    'CapabilityBoundingSet=',
    'UMask=0077',
  ])
    expect(unit.split('\n')).toContain(line);
});

test('every command that the guides name exists', () => {
  const known = new Set(makeProgram([]).commands.map((command) => command.name()));
  const guides = ['install', 'upgrade', 'operate', 'restore'].map((name) => read(`docs/guides/${name}.md`)).join('\n');
  const named = [...guides.matchAll(/bin\/hopluc ([a-z]+)/g)].map(([, name]) => name ?? '');

  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});
