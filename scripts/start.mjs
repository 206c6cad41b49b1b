// npm start: from a fresh clone to a running system.
import { ensureBuilt, ensureInstalled, run } from './bootstrap.mjs';

ensureInstalled();
await ensureBuilt();
// React is twice as fast in production; whether this is production for our own rules is what the operator declared.
const env = { NODE_ENV: 'production', HOPLUC_DECLARED_NODE_ENV: process.env.NODE_ENV ?? '' };
process.exit(await run('node', ['--enable-source-maps', 'build/server/index.js'], { env }));
