import { defineConfig } from 'vitest/config';

/** Tests about the code itself: part of `npm run check`, and of `npm test`. */
export default defineConfig({
  test: {
    include: ['tools/**/*.test.ts'],
    globalSetup: ['src/platform/testing/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { requireAssertions: true },
  },
});
