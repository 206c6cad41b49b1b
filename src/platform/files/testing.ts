import { Transformer } from '@napi-rs/image';

/** A JPEG of these measures as a telephone would send it: held upright, with place, owner and a thumbnail of words behind. */
export async function telephonePicture(width = 800, height = 400): Promise<Uint8Array> {
  const pixels = new Uint8Array(width * height * 4).fill(255);
  // The left half is dark, so that a turn can be seen.
  for (let at = 0; at < pixels.length; at += 4) if ((at / 4) % width < width / 2) pixels.fill(20, at, at + 3);
  const plain = await Transformer.fromRgbaPixels(pixels, width, height).jpeg(90);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff()]);
  const marker = Buffer.from([0xff, 0xe1, 0, 0]);
  marker.writeUInt16BE(exif.length + 2, 2);
  const behind = Buffer.from('<html><script>alert(1)</script></html>');
  return Uint8Array.from(Buffer.concat([plain.subarray(0, 2), marker, exif, plain.subarray(2), behind]));
}

/** Tags as EXIF has them: turned by 90 degrees, whose camera, and where: 18°40′N 105°41′E. */
function tiff(): Buffer {
  const owner = Buffer.from('May anh cua NGUOI THU\0', 'latin1');
  const [first, gps, data] = [8, 8 + 2 + 3 * 12 + 4, 8 + 2 + 3 * 12 + 4 + 2 + 4 * 12 + 4];
  const whole = Buffer.alloc(data + owner.length + 48);
  whole.write('MM\0*', 0, 'latin1');
  whole.writeUInt32BE(first, 4);
  const entry = (at: number, [tag, type, count, value]: readonly [number, number, number, number]) => {
    whole.writeUInt16BE(tag, at);
    whole.writeUInt16BE(type, at + 2);
    whole.writeUInt32BE(count, at + 4);
    if (type === 3) whole.writeUInt16BE(value, at + 8);
    else whole.writeUInt32BE(value, at + 8);
  };
  const place = data + owner.length;
  whole.writeUInt16BE(3, first);
  entry(first + 2, [0x0112, 3, 1, 6]);
  entry(first + 14, [0x013b, 2, owner.length, data]);
  entry(first + 26, [0x8825, 4, 1, gps]);
  whole.writeUInt16BE(4, gps);
  entry(gps + 2, [1, 2, 2, 0x4e00_0000]);
  entry(gps + 14, [2, 5, 3, place]);
  entry(gps + 26, [3, 2, 2, 0x4500_0000]);
  entry(gps + 38, [4, 5, 3, place + 24]);
  owner.copy(whole, data);
  for (const [index, value] of [18, 40, 0, 105, 41, 0].entries()) {
    whole.writeUInt32BE(value, place + index * 8);
    whole.writeUInt32BE(1, place + index * 8 + 4);
  }
  return whole;
}
