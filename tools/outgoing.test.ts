import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Node } from './source.ts';
import { filesUnder, ROOT, sources, walk } from './source.ts';

/** Which files may speak to another machine, and to which. The product fetches nothing that a person names. */
const MAY_CONNECT: readonly { readonly files: RegExp; readonly to: string }[] = [
  { files: /^src\/platform\/db\//, to: 'the database of the settings' },
  {
    files: /^src\/platform\/server-claim\.server\.ts$/,
    to: 'the server that holds the same data folder, on a local socket',
  },
  {
    files: /^src\/platform\/health\/(certificate|check)\.server\.ts$/,
    to: 'the own public address, to read its certificate, and the own port, to see whether it is free',
  },
  {
    files: /^src\/platform\/auth\/openid\//,
    to: 'the identity provider of the settings',
  },
];
const WIRES =
  /^(node:)?(net|http|https|http2|tls|dgram|dns|dns\/promises)$|^(undici|openid-client|axios|node-fetch|got|ws)$/;
const CALLS = new Set(['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']);

const code = sources('src').filter((each) => !/\.test\.tsx?$|\/testing/.test(each.file));

/** Names of calls that open a connection; `fetch` of another object is not meant. */
function callsOf(program: Node): readonly string[] {
  const found: string[] = [];
  walk(program, (node) => {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return;
    const callee = node.callee as Node;
    if (callee.type === 'Identifier' && CALLS.has(String(callee.name))) found.push(String(callee.name));
  });
  return found;
}

test('V1.3.6 nothing but the database, the own server and the identity provider is connected to', () => {
  const reaching = code.filter(({ text, program }) => {
    const imports = [...text.matchAll(/^import (?!type)[^;]*?from '([^']+)'|import\('([^']+)'\)/gm)].map(
      (found) => found[1] ?? found[2] ?? '',
    );
    return imports.some((from) => WIRES.test(from)) || callsOf(program).length > 0;
  });
  const undeclared = reaching
    .map(({ file }) => file)
    .filter((file) => !MAY_CONNECT.some((each) => each.files.test(file)))
    // Names of statuses only.
    .filter(
      (file) => !/^import \{ STATUS_CODES \} from 'node:http'/m.test(readFileSync(path.join(ROOT, file), 'utf8')),
    );

  expect(code.length).toBeGreaterThan(150);
  expect(reaching.length).toBeGreaterThan(0);
  expect(undeclared).toEqual([]);
});

test('V3.6.1 no page, style or script names another host', () => {
  const foreign = filesUnder('src')
    .filter((file) => /\.(tsx|css|js|typ)$/.test(file) && !file.includes('.test.'))
    .filter((file) =>
      /(?:src|href|url\(|@import)[=\s("']*https?:\/\//.test(readFileSync(path.join(ROOT, file), 'utf8')),
    );

  expect(foreign).toEqual([]);
});

test('V1.3.2 nothing makes code out of text, and markup is set by hand in one place, from drawings of our own', () => {
  const risky = code.filter(({ text }) =>
    /\beval\(|new Function\(|\bvm\b.*from 'node:vm'|innerHTML\s*=|dangerouslySetInnerHTML/.test(text),
  );

  expect(risky.map(({ file }) => file)).toEqual(['src/portal/ui/scene.tsx']);
});
