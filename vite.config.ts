import { reactRouter } from '@react-router/dev/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';

/** The server itself is the input of the server build, so that pages and server share one graph of modules. */
export default defineConfig({
  plugins: [reactRouter(), pagesStayOnTheServer()],
  build: { assetsInlineLimit: 0, reportCompressedSize: false },
  environments: {
    ssr: { build: { sourcemap: true, target: 'node22', rollupOptions: { input: './src/server.ts' } } },
  },
});

const AS_CLIENT_ROUTE = '?__react-router-build-client-route';

/**
 * Pages do not hydrate, so nothing of them is built for browsers: a component may use what it likes of its slice.
 * Style sheets and scripts that a page links to (`?url`) come out of the server build.
 */
function pagesStayOnTheServer(): Plugin {
  return {
    name: 'pages-stay-on-the-server',
    transform: (_code, id) => (id.endsWith(AS_CLIENT_ROUTE) ? { code: 'export {};', map: null } : undefined),
  };
}
