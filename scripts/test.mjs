// npm test: installs what is missing, runs every test, ends with `N passed, N failed`.
// npm test -- unit|older-database|browser [FILTER…] runs one part.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuilt, ensureInstalled, filesUnder, ROOT, run, say } from './bootstrap.mjs';
import { browserEnvironment } from './browser.mjs';

const OLDEST_POSTGRES = '15';
/** Tests of processes that are killed and of files that are read: slow, and no statement in them that others do not run. */
const ONCE = ['src/cli/kill.test.ts', 'src/cli/review-flow.test.ts', 'src/workbooks/testing/dirty-workbooks.test.ts'];
const PARTS = { unit, 'older-database': olderDatabase, browser };

const [wanted, ...filters] = process.argv.slice(2);
const chosen = wanted === undefined ? Object.keys(PARTS) : [wanted];
if (!chosen.every((name) => name in PARTS)) {
  say(`Cách dùng: npm test [-- ${Object.keys(PARTS).join('|')} [BỘ LỌC…]]`);
  process.exit(64);
}

ensureInstalled();
if (chosen.includes('browser')) await ensureBuilt();
const scratch = mkdtempSync(path.join(tmpdir(), 'hopluc-results-'));
const total = { passed: 0, failed: 0 };
// The second run on the database and the browser each leave a core idle, so they go together.
const together = ['older-database', 'browser'];
for (const name of chosen.filter((each) => !together.includes(each))) await PARTS[name]();
await Promise.all(chosen.filter((each) => together.includes(each)).map((name) => PARTS[name]()));
rmSync(scratch, { recursive: true, force: true });
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

async function unit() {
  await vitest('unit and database tests', filters, {});
}

/** The tests that use the database, once more on the oldest PostgreSQL that we promise to run on. */
async function olderDatabase() {
  const programs = oldestPostgres();
  if (!programs) {
    say(
      `PostgreSQL ${OLDEST_POSTGRES} server programs are not installed: the database tests ran on the embedded one only`,
    );
    return;
  }
  const tests = ['src', 'migrations', 'tools'].flatMap((folder) => filesUnder(path.join(ROOT, folder)));
  const withDatabase = tests.filter((file) => /\.test\.ts$/.test(file) && usesDatabase(file));
  const own = withDatabase.map((file) => path.relative(ROOT, file)).filter((file) => !ONCE.includes(file));
  const narrowed = own.filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)));
  if (narrowed.length === 0) return;
  await vitest(`database tests on PostgreSQL ${OLDEST_POSTGRES}`, narrowed, { HOPLUC_TEST_PROGRAMS: programs });
}

async function browser() {
  if (!filesUnder(path.join(ROOT, 'e2e')).some((file) => file.endsWith('.e2e.ts'))) return;
  await vitest('browser tests', ['--config', 'vitest.e2e.config.ts', ...filters], await browserEnvironment());
}

async function vitest(title, args, env) {
  say(`\n── ${title}`);
  const results = path.join(scratch, `${title}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const status = await run('vitest', ['run', ...reporters, ...args], { env });
  const { passed, failed } = countsIn(results);
  total.passed += passed;
  // A run can fail without a failed test: a file that does not load, an error nobody caught.
  total.failed += failed === 0 && status !== 0 ? 1 : failed;
}

function countsIn(results) {
  if (!existsSync(results)) return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests };
}

function usesDatabase(file) {
  return /\btestSystem\(|HOPLUC_TEST_PROGRAMS/.test(readFileSync(file, 'utf8'));
}

function oldestPostgres() {
  const config = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  const places = [
    process.env.HOPLUC_TEST_PROGRAMS,
    `/usr/lib/postgresql/${OLDEST_POSTGRES}/bin`,
    config.status === 0 ? config.stdout.trim() : undefined,
  ];
  return places.find(
    (folder) => folder && isOldest(path.join(folder, 'postgres')) && existsSync(path.join(folder, 'initdb')),
  );
}

function isOldest(program) {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return stdout?.includes(`PostgreSQL) ${OLDEST_POSTGRES}.`) ?? false;
}
