import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refused } from '#kernel/refusal.ts';
import { seal as sealAtCost, unseal } from './seal.server.ts';

const KEY = 'một câu bí mật';
/** Cheap, for tests: the cost says nothing about what is proven here. */
const seal = (plain: AsyncIterable<Uint8Array>, key: string) => sealAtCost(plain, key, { n: 16, r: 8, p: 1 });
const PIECE = 16 * 1024;

async function whole(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

/** In parts of that size, as a disk or a pipe would give them. */
function inParts(bytes: Uint8Array, size = 5000): AsyncIterable<Uint8Array> {
  return Readable.from(
    (function* parts() {
      for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size);
    })(),
  );
}

async function opening(bytes: Uint8Array, key = KEY): Promise<Buffer | Refused> {
  return await whole(unseal(inParts(bytes), key)).catch((error: unknown) => {
    if (error instanceof Refused) return error;
    throw error;
  });
}

function refusalIn(answer: Buffer | Refused) {
  return answer instanceof Refused ? answer.refusal : undefined;
}

describe('sealing', async () => {
  const plain = Buffer.from(Array.from({ length: 3 * PIECE + 100 }, (_, at) => (at * 7) % 251));
  const sealed = await whole(seal(inParts(plain), KEY));
  const headBytes = sealed.byteLength - plain.byteLength - 4 * 16;

  test.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE])('what was sealed is opened: %i bytes', async (length) => {
    const bytes = plain.subarray(0, length);

    expect(await opening(await whole(seal(inParts(bytes, 777), KEY)))).toEqual(bytes);
  });

  test('nothing of the plain text can be read, and the same text is never sealed the same', async () => {
    const words = Buffer.from('Hợp tác xã Đại Lộc '.repeat(200));
    const [one, two] = await Promise.all([whole(seal(inParts(words), KEY)), whole(seal(inParts(words), KEY))]);

    expect(one.includes('Đại')).toBe(false);
    expect(one.equals(two)).toBe(false);
  });

  test('ADM-02 another key is told from damage', async () => {
    expect(refusalIn(await opening(sealed, 'một câu khác'))).toEqual({ code: 'platform.backup.wrong-key', facts: {} });
  });

  test('ADM-02 wherever one bit is changed, nothing damaged is answered and the place is named', async () => {
    const places = fc.oneof(
      fc.integer({ min: 0, max: headBytes - 1 }),
      fc.integer({ min: headBytes, max: sealed.byteLength - 1 }),
    );
    await fc.assert(
      fc.asyncProperty(places, fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const harmed = Buffer.from(sealed);
        harmed[at] = (harmed[at] ?? 0) ^ (1 << bit);

        const refusal = refusalIn(await opening(harmed));

        expect(refusal?.code).toMatch(/^platform\.backup\.(damaged|cut-off|not-a-backup)$/);
        const { firstByte = 0, lastByte = headBytes } = (refusal?.facts ?? {}) as {
          firstByte: number;
          lastByte: number;
        };
        expect(at).toBeGreaterThanOrEqual(firstByte);
        expect(at).toBeLessThanOrEqual(lastByte);
        expect(lastByte - firstByte).toBeLessThanOrEqual(PIECE + 16);
      }),
      { numRuns: 300 },
    );
  });

  test('ADM-02 a file cut off anywhere is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: sealed.byteLength - 1 }), async (length) => {
        const refusal = refusalIn(await opening(sealed.subarray(0, length)));

        expect(refusal?.code).toMatch(/^platform\.backup\.(cut-off|not-a-backup)$/);
      }),
      { numRuns: 150, examples: [[headBytes], [headBytes + PIECE + 16], [0]] },
    );
  });

  test('ADM-02 pieces that changed places, are doubled, or were added at the end are refused', async () => {
    const size = PIECE + 16;
    const piece = (at: number) => sealed.subarray(headBytes + at * size, headBytes + (at + 1) * size);
    const head = sealed.subarray(0, headBytes);
    const orders = [
      [1, 0, 2, 3],
      [0, 0, 1, 2, 3],
      [0, 2, 3],
      [0, 1, 2, 3, 3],
    ];

    for (const order of orders) {
      const answer = await opening(Buffer.concat([head, ...order.map(piece)]));
      expect(refusalIn(answer)?.code).toMatch(/^platform\.backup\.(damaged|cut-off)$/);
    }
  });

  test('a head made for another file does not open this one', async () => {
    const other = await whole(seal(inParts(plain), KEY));

    const answer = await opening(Buffer.concat([other.subarray(0, headBytes), sealed.subarray(headBytes)]));

    expect(refusalIn(answer)?.code).toBe('platform.backup.damaged');
  });

  test.each(['', 'x', 'PK\u0003\u0004 một tệp Excel', 'HOPLUC'])(
    'what is no backup is called none: %j',
    async (text) => {
      expect(refusalIn(await opening(Buffer.from(text)))?.code).toBe('platform.backup.not-a-backup');
    },
  );
});
