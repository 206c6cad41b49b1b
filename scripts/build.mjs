// npm run build: builds the web application when its sources changed.
import { ensureBuilt, ensureInstalled } from './bootstrap.mjs';

ensureInstalled();
await ensureBuilt();
