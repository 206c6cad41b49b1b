import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { folderStore } from './store.server.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'hopluc-store-'));
const store = folderStore(folder);
const bytes = Buffer.from('một tệp');
const [old, since, later] = [new Date('2020-01-01'), new Date('2020-06-01'), new Date('2120-01-01')];

afterAll(async () => await rm(folder, { recursive: true }));

test('PDP-05 a file is forgotten for good, unless somebody has put the same bytes since', async () => {
  const sha256 = await store.put(bytes);
  await utimes(path.join(folder, sha256.slice(0, 2), sha256), old, old);

  await store.put(bytes);
  await store.forget(sha256, since);
  const putAgain = await store.get(sha256);
  await store.forget(sha256, later);

  expect(putAgain).toEqual(bytes);
  expect(await store.get(sha256)).toBeUndefined();
});

test('forgetting what is not there, and what is no name of a file, does nothing', async () => {
  await store.forget('0'.repeat(64), later);
  await store.forget('../../etc/passwd', later);

  expect(await store.get('../../etc/passwd')).toBeUndefined();
});
