import { expect, test } from 'vitest';
import { passkeyAnswer, wayBack } from './own-door.ts';

test.each([
  ['{"id":"abc_-9","response":{}}', { id: 'abc_-9', response: {} }],
  ['{"id":"a\\u0000b"}', { id: '' }],
  ['{"id":7}', { id: '' }],
  ['{"id":', { id: '' }],
  ['null', { id: '' }],
  ['[]', { id: '' }],
])('what a browser’s script sent as %s is read as %j', (sent, read) => {
  expect(passkeyAnswer.parse(sent)).toEqual(read);
});

test.each([
  ['/van-phong/ky?x=1', '/van-phong/ky?x=1'],
  ['/dang-nhap/thiet-lap', '/dang-nhap/thiet-lap'],
  ['/dang-nhap', '/van-phong'],
  ['/dang-nhap/thiet-lap/../../dang-xuat', '/van-phong'],
  ['//evil.example', '/van-phong'],
  ['https://evil.example', '/van-phong'],
  ['/\\evil.example', '/van-phong'],
  ['/a\nb', '/van-phong'],
])('after signing in, %s leads to %s', (wanted, back) => {
  expect(wayBack(new Request(`https://hopluc.example/dang-nhap?ve=${encodeURIComponent(wanted)}`))).toBe(back);
});
