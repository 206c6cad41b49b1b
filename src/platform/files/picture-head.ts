/** What the first bytes of a picture say of it, read without decoding anything. */
export interface PictureHead {
  readonly kind: 'jpeg' | 'png' | 'webp';
  readonly width: number;
  readonly height: number;
}

type Size = Pick<PictureHead, 'width' | 'height'>;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Frames of JPEG that name a size: all `SOFn`, without the tables that lie between them. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const SCAN = 0xda;

/** The kind and the size of a JPEG, PNG or WebP; undefined for everything else. Of several sizes named, the largest. */
export function pictureHead(bytes: Uint8Array): PictureHead | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (PNG.every((byte, index) => bytes[index] === byte)) return headOf('png', pngSizes(view, bytes));
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return headOf('jpeg', jpegSizes(view));
  if (ascii(bytes, 0) === 'RIFF' && ascii(bytes, 8) === 'WEBP') return headOf('webp', webpSizes(view, bytes));
  return undefined;
}

function headOf(kind: PictureHead['kind'], sizes: readonly Size[]): PictureHead | undefined {
  const width = Math.max(0, ...sizes.map((size) => size.width));
  const height = Math.max(0, ...sizes.map((size) => size.height));
  return width > 0 && height > 0 ? { kind, width, height } : undefined;
}

function pngSizes(view: DataView, bytes: Uint8Array): Size[] {
  if (view.byteLength < 24 || ascii(bytes, 12) !== 'IHDR') return [];
  return [{ width: view.getUint32(16), height: view.getUint32(20) }];
}

function jpegSizes(view: DataView): Size[] {
  const sizes: Size[] = [];
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) break;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === SCAN) break;
    if (isFrame(marker)) sizes.push({ width: view.getUint16(at + 7), height: view.getUint16(at + 5) });
    at += 2 + view.getUint16(at + 2);
  }
  return sizes;
}

/** The canvas and every frame: a small canvas may not hide a large frame. */
function webpSizes(view: DataView, bytes: Uint8Array): Size[] {
  const sizes: Size[] = [];
  for (let at = 12; at + 18 <= view.byteLength; ) {
    const kind = ascii(bytes, at);
    if (kind === 'VP8X') sizes.push({ width: 1 + uint24(view, at + 12), height: 1 + uint24(view, at + 15) });
    if (kind === 'VP8L') {
      const bits = view.getUint32(at + 9, true);
      sizes.push({ width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) });
    }
    if (kind === 'VP8 ')
      sizes.push({ width: view.getUint16(at + 14, true) & 0x3fff, height: view.getUint16(at + 16, true) & 0x3fff });
    // An animation's frames begin inside their own part.
    const length = view.getUint32(at + 4, true);
    at += kind === 'ANMF' ? 24 : 8 + length + (length % 2);
  }
  return sizes;
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_0000;
}

function ascii(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
