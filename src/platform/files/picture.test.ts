import { Transformer } from '@napi-rs/image';
import { expect, test } from 'vitest';
import { pictureRefusal, redrawn } from './picture.server.ts';
import { pictureHead } from './picture-head.ts';
import { telephonePicture } from './testing.ts';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const codeOf = async (work: Promise<unknown>) =>
  await work.then(
    () => 'taken',
    (error) => error.refusal?.code ?? error,
  );

async function encoded(kind: 'jpeg' | 'png' | 'webp', width = 60, height = 40): Promise<Uint8Array> {
  const picture = Transformer.fromRgbaPixels(new Uint8Array(width * height * 4).fill(120), width, height);
  return await picture[kind]();
}

/** A PNG that says these measures and holds next to nothing. */
async function claiming(width: number, height: number): Promise<Uint8Array> {
  const bytes = Buffer.from(await encoded('png'));
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

test.each(['jpeg', 'png', 'webp'] as const)('a %s says its kind and size before it is decoded', async (kind) => {
  expect(pictureHead(await encoded(kind))).toEqual({ kind, width: 60, height: 40 });
});

test('what a telephone writes beside the pixels is gone, and the picture stands upright', async () => {
  const sent = await telephonePicture(800, 400);
  expect(await new Transformer(sent).metadata(true)).toMatchObject({
    orientation: 6,
    exif: { 'GPS latitude': '18°40\'0.00" N' },
  });

  const [large, small] = await redrawn(sent, [1600, 200]);

  for (const picture of [large, small]) {
    const bytes = picture?.bytes ?? new Uint8Array();
    expect(text(bytes)).not.toMatch(/Exif|EXIF|XMP|ICCP|NGUOI THU|script/);
    expect((await new Transformer(bytes).metadata(true)).exif ?? {}).toEqual({});
  }
  expect([large?.width, large?.height]).toEqual([400, 800]);
  expect([small?.width, small?.height]).toEqual([200, 400]);
});

test('pixels stay where they were: the dark half of an upright picture is on top', async () => {
  const [drawn] = await redrawn(await telephonePicture(80, 40), [1600]);
  const pixels = await new Transformer(drawn?.bytes ?? new Uint8Array()).rawPixels();
  const channels = pixels.length / (40 * 80);

  expect(pixels[0]).toBeLessThan(60);
  expect(pixels[(40 * 80 - 1) * channels]).toBeGreaterThan(200);
});

test.each([
  {
    what: 'a drawing with a script',
    bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  },
  { what: 'a GIF', bytes: Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1') },
  { what: 'a web page', bytes: Buffer.from('<!doctype html><script>alert(1)</script>') },
  { what: 'nothing', bytes: Buffer.alloc(0) },
  { what: 'a JPEG that ends after its first bytes', bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) },
])('$what is no picture for us', ({ bytes }) => {
  expect(pictureRefusal(bytes)).toMatchObject({ code: 'platform.picture.wrong-kind' });
});

test('a picture that would unfold to gigabytes is refused by its head, in no time', async () => {
  const bomb = await claiming(60_000, 60_000);
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const begun = performance.now();
    expect(await codeOf(redrawn(bomb, [640]))).toBe('platform.picture.too-many-pixels');
    times.push(performance.now() - begun);
  }

  expect(Math.min(...times)).toBeLessThan(100);
});

test('a WebP whose small canvas hides a large frame is measured by the frame', async () => {
  const frame = Buffer.from(await encoded('webp', 60, 40));
  const canvas = Buffer.from('VP8X\x0a\0\0\0\0\0\0\0\x09\0\0\x09\0\0', 'latin1');
  const file = Buffer.concat([frame.subarray(0, 12), canvas, frame.subarray(12)]);

  expect(pictureHead(file)).toEqual({ kind: 'webp', width: 60, height: 40 });
});

test('a file over ten megabytes and a damaged one are refused with what to do', async () => {
  const cut = (await encoded('png', 300, 300)).slice(0, 120);

  expect(pictureRefusal(new Uint8Array(10 * 1024 * 1024 + 1))).toMatchObject({ code: 'platform.picture.too-large' });
  expect(await codeOf(redrawn(cut, [640]))).toBe('platform.picture.damaged');
  expect(await codeOf(redrawn(await encoded('png'), [640]))).toBe('taken');
});
