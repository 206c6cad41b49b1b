import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { securityText } from './security-text.ts';

const TODAY = isoDate('2024-07-08');

test('whom to write to is said with a day on which the file is stale', () => {
  expect(securityText('bao-loi@hopluc.example', TODAY)).toBe(
    'Contact: mailto:bao-loi@hopluc.example\nExpires: 2025-01-04T00:00:00Z\nPreferred-Languages: vi, en\n',
  );
});

test.each(['', 'không phải hộp thư', 'a@b\nContact: mailto:evil@x', 'a@b>', '@'])('%j is no mailbox', (mailbox) => {
  expect(securityText(mailbox, TODAY)).toBeUndefined();
});
