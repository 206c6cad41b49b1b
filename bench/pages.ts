import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { inTurns, report } from './measure.ts';

const ROOT = path.join(import.meta.dirname, '..');
const ARTICLE = '/tin/cum-lien-minh-hop-tac-xa-06-tinh-bac-trung-bo-trien-khai-nhiem-vu-6-thang-cuoi-nam-2024';

/** The built server's article page over loopback. Floor: a bare HTTP server that answers the same bytes. */
export async function benchPages(folder: string): Promise<void> {
  const server = await serve(folder);
  const html = await (await fetch(server.url + ARTICLE)).text();
  const bare = createServer((_, response) => response.end(html)).listen(0, '127.0.0.1');
  await once(bare, 'listening');
  const floorUrl = `http://127.0.0.1:${(bare.address() as AddressInfo).port}`;
  try {
    const read = (url: string) => async () => await (await fetch(url)).arrayBuffer();
    const measured = await inTurns(60, read(server.url + ARTICLE), read(floorUrl));
    const ratio = measured.ours / measured.floor;
    report({ name: 'article', figure: 'median', value: measured.ours, unit: 'ms', ratio, aim: '≤ 15 ms' });
    report({
      name: 'article',
      figure: 'p95',
      value: measured.p95,
      unit: 'ms',
      ratio: measured.p95 / measured.floor,
      aim: '',
    });
    await reportWeight(server.url, html);
  } finally {
    bare.close();
    await server.stop();
  }
}

/** What a first view loads: page, styles, fonts and scripts, compressed as a browser gets them. */
async function reportWeight(url: string, html: string): Promise<void> {
  const links = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(css|js|woff2|svg))"/g)];
  const assets = new Map(links.map(([, href = '', kind = '']) => [href, kind]));
  for (const href of [...assets.keys()].filter((name) => name.endsWith('.css'))) {
    const css = await (await fetch(url + href)).text();
    for (const [, font = ''] of css.matchAll(/url\(([^)]+\.woff2)\)/g))
      assets.set(new URL(font, url + href).pathname, 'woff2');
  }
  let [bytes, script] = [gzipSync(html).byteLength, 0];
  for (const [href, kind] of assets) {
    const body = new Uint8Array(await (await fetch(url + href)).arrayBuffer());
    const size = kind === 'woff2' ? body.byteLength : gzipSync(body).byteLength;
    bytes += size;
    if (kind === 'js') script += size;
  }
  report({
    name: 'article',
    figure: 'first view, all fonts',
    value: bytes / 1024,
    unit: 'KB',
    ratio: null,
    aim: '≤ 170 KB',
  });
  report({ name: 'article', figure: 'script', value: script / 1024, unit: 'KB gzip', ratio: null, aim: '≤ 40 KB' });
}

async function serve(folder: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [path.join(ROOT, 'build/server/index.js')], {
    cwd: ROOT,
    env: { ...process.env, HOPLUC_DATA: folder, HOPLUC_DEMO: '0', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      said += part;
      const port = /localhost:(\d+)/.exec(said)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    });
    child.once('exit', () => reject(new Error('the server ended before it listened; run npm run build first')));
  });
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
