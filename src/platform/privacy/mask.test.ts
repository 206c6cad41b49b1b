import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMasked, maskPhone } from './mask.ts';

test.each([
  ['0912345678', '0912 ••• 678'],
  ['02383845678', '0238 ••• 678'],
  ['0912 345 678', '0912 ••• 678'],
  ['0912345678; 02383845678', '0912 ••• 678; 0238 ••• 678'],
  ['18001234', '1800 ••• 234'],
  ['113', '•••'],
  ['', ''],
])('PDP-02 the number %s is shown as %s', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown);
});

test('PDP-02 a masked number never shows more than seven digits of a number, whatever was typed', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9 .;/+-]{1,40}$/), (typed) => {
      const parts = maskPhone(typed).split('; ');
      expect(parts.every((part) => part.replaceAll(/\D/g, '').length <= 7)).toBe(true);
      expect(parts.every((part) => part === '' || isMasked(part))).toBe(true);
    }),
  );
});
