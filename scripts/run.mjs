// node scripts/run.mjs COMMAND [ARGUMENT…]: with what the project needs installed and the right Node first on PATH.
import { ensureInstalled, fail, run } from './bootstrap.mjs';

const [command, ...args] = process.argv.slice(2);
if (!command) fail('Cách dùng: node scripts/run.mjs LỆNH [THAM SỐ…]');
ensureInstalled();
process.exit(await run(command, args));
