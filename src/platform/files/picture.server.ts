import { Transformer } from '@napi-rs/image';
import type { Refusal } from '#kernel/refusal.ts';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import { pictureHead } from './picture-head.ts';

/** A picture as it may be shown: WebP, upright, with nothing but pixels in it. */
export interface DrawnPicture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const MEGABYTE = 1024 * 1024;
export const PICTURE_MEGABYTES_MAX = 10;
/** A camera has these; more would take a gigabyte to unpack. */
const MEGAPIXELS_MAX = 50;
const QUALITY = 78;
/** Orientations of EXIF beyond this change width and height over. */
const ON_ITS_SIDE = 4;

/** Decoding takes hundreds of megabytes: pictures wait for each other. */
let last: Promise<unknown> = Promise.resolve();

/** Why these bytes are not taken for a picture, before anything is decoded; undefined when they are. */
export function pictureRefusal(bytes: Uint8Array): Refusal | undefined {
  if (bytes.length > PICTURE_MEGABYTES_MAX * MEGABYTE)
    return { code: 'platform.picture.too-large', facts: { field: 'file', megabytes: PICTURE_MEGABYTES_MAX } };
  const head = pictureHead(bytes);
  if (!head) return { code: 'platform.picture.wrong-kind', facts: { field: 'file' } };
  const megapixels = (head.width * head.height) / 1_000_000;
  if (megapixels > MEGAPIXELS_MAX)
    return {
      code: 'platform.picture.too-many-pixels',
      facts: { field: 'file', width: head.width, height: head.height, megapixels: MEGAPIXELS_MAX },
    };
  return undefined;
}

/**
 * Decodes and encodes anew, once for each width: turned as the camera was held, never enlarged. What the file said
 * beside its pixels (place, camera, owner, anything behind the end) is not in the answer. Works off the main thread.
 */
export async function redrawn(bytes: Uint8Array, widths: readonly number[]): Promise<readonly DrawnPicture[]> {
  refuseIf(pictureRefusal(bytes));
  const drawing = last.then(async () => {
    const drawn: DrawnPicture[] = [];
    for (const width of widths) drawn.push(await drawnOnce(bytes, width));
    return drawn;
  });
  last = drawing.catch(() => undefined);
  return await drawing.catch(() => {
    throw new Refused({ code: 'platform.picture.damaged', facts: { field: 'file' } });
  });
}

async function drawnOnce(bytes: Uint8Array, width: number): Promise<DrawnPicture> {
  const { width: across, height: down, orientation = 1 } = await new Transformer(bytes).metadata(true);
  const upright = new Transformer(bytes).rotate();
  const isWider = (orientation > ON_ITS_SIDE ? down : across) > width;
  const made = await (isWider ? upright.resize(width) : upright).webp(QUALITY);
  const head = pictureHead(made);
  if (!head) throw new Error('the encoder wrote no picture');
  return { bytes: Uint8Array.from(made), width: head.width, height: head.height };
}
