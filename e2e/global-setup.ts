import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import { hopluc } from '../src/cli/testing.ts';
import type { TestProvider } from '../src/platform/testing/openid.ts';
import { startProvider } from '../src/platform/testing/openid.ts';

declare module 'vitest' {
  interface ProvidedContext {
    baseUrl: string;
    demoPassword: string;
    /** Of the running server, for commands typed beside it. */
    dataFolder: string;
    /** What the server's clock showed when it started. */
    startedAt: string;
    /** The first page and `/ready` as they were answered while the demonstration data were being loaded. */
    whileLoading: { readonly page: string; readonly ready: string };
  }
}

const ROOT = path.join(import.meta.dirname, '..');
/** The Monday after the conference of the fixture. */
const NOW = '2024-07-08T09:00:00+07:00';
const READY_WAIT_MS = 120_000;

/**
 * The built server on a fresh data folder with the demonstration data, once for all files.
 * `HOPLUC_TEST_URL`, `HOPLUC_TEST_PASSWORD` and `HOPLUC_DATA` name a server that already runs, for work on one file.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (process.env.HOPLUC_TEST_URL) {
    project.provide('baseUrl', process.env.HOPLUC_TEST_URL);
    project.provide('demoPassword', process.env.HOPLUC_TEST_PASSWORD ?? '');
    project.provide('dataFolder', process.env.HOPLUC_DATA ?? '');
    project.provide('startedAt', process.env.HOPLUC_NOW ?? NOW);
    project.provide('whileLoading', { page: '', ready: '' });
    return undefined;
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'hopluc-e2e-'));
  const provider = await startProvider({ 'nguoi-tinh': {}, 'nguoi-la': {} });
  const server = startServer(folder, openIdEnvironment(provider));
  const stop = async () => {
    await server.stop();
    await provider.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const baseUrl = await server.baseUrl;
    project.provide('whileLoading', {
      page: await textOf(`${baseUrl}/`),
      ready: await textOf(`${baseUrl}/ready`),
    });
    await untilReady(baseUrl);
    await linkPerson(folder, provider, baseUrl);
    project.provide('baseUrl', baseUrl);
    project.provide('dataFolder', folder);
    project.provide('startedAt', NOW);
    project.provide('demoPassword', (await readFile(path.join(folder, 'demo-password'), 'utf8')).trim());
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The provider's `nguoi-tinh` is the officer of Hà Tĩnh; nobody linked its `nguoi-la`. */
async function linkPerson(folder: string, provider: TestProvider, baseUrl: string): Promise<void> {
  provider.open(`${baseUrl}/dang-nhap/oidc/ve`);
  const args = ['user', 'link', '--login', 'can-bo-ht', '--subject', 'nguoi-tinh'];
  const { status, told } = await hopluc(
    args,
    { HOPLUC_DATA: folder, HOPLUC_NOW: NOW, ...openIdEnvironment(provider) },
    ROOT,
  );
  if (status !== 0) throw new Error(`the person of the provider could not be linked: ${told}`);
}

function openIdEnvironment({ settings }: TestProvider): NodeJS.ProcessEnv {
  return {
    OIDC_ISSUER: settings.issuer,
    OIDC_CLIENT_ID: settings.clientId,
    OIDC_CLIENT_SECRET: settings.clientSecret,
    OIDC_LABEL: 'Đăng nhập bằng tài khoản tỉnh',
  };
}

/** The built server on that data folder; `settings` over those of the tests. */
export function startServer(
  folder: string,
  settings: NodeJS.ProcessEnv = {},
): { readonly baseUrl: Promise<string>; stop(): Promise<void> } {
  const bundle = path.join(ROOT, process.env.HOPLUC_BUILD ?? 'build', 'server/index.js');
  const child = spawn(process.execPath, ['--enable-source-maps', bundle], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOPLUC_DECLARED_NODE_ENV: 'test',
      HOPLUC_DATA: folder,
      HOPLUC_DEMO: '1',
      HOPLUC_NOW: NOW,
      PORT: '0',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const baseUrl = new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      said += part;
      const port = /^Hợp Lực: http:\/\/localhost:(\d+)$/m.exec(said)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    });
    child.once('exit', (status) => reject(new Error(`the server ended with status ${status} before it listened`)));
  });
  return {
    baseUrl,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function textOf(url: string): Promise<string> {
  return await (await fetch(url)).text();
}

async function untilReady(baseUrl: string): Promise<void> {
  const deadline = performance.now() + READY_WAIT_MS;
  let answer = '';
  while (performance.now() < deadline) {
    const response = await fetch(`${baseUrl}/ready`);
    answer = await response.text();
    if (response.status === 200) return;
    if (answer.includes('failed')) break;
    await wait(250);
  }
  throw new Error(`the server is not ready: ${answer}`);
}
