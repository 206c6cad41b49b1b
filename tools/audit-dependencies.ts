import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dayInVietnam } from '#kernel/time.ts';
import { clockOf } from '#platform/clock.server.ts';

/** A weakness in a shipped package that we know of and bear until a day. */
export interface AuditException {
  /** As the registry names it, e.g. `GHSA-xxxx-xxxx-xxxx`. */
  readonly advisory: string;
  readonly package: string;
  /** Last day, `YYYY-MM-DD`; afterwards the check fails again. */
  readonly until: string;
  readonly why: string;
}

interface Via {
  readonly url?: string;
  readonly severity?: string;
  readonly title?: string;
  readonly name?: string;
}

interface AuditReport {
  readonly vulnerabilities?: Readonly<Record<string, { readonly via: readonly (Via | string)[] }>>;
}

const ROOT = path.join(import.meta.dirname, '..');
const GRAVE = new Set(['high', 'critical']);
const WAIT_MS_MAX = 30_000;

/** The grave weaknesses that no exception in force covers, a line each; undefined when the answer is no report. */
export function openFindings(
  answer: string,
  exceptions: readonly AuditException[],
  today: string,
): readonly string[] | undefined {
  const { vulnerabilities } = reportIn(answer);
  if (!vulnerabilities) return undefined;
  const borne = new Set(exceptions.filter((each) => each.until >= today).map((each) => each.advisory));
  const grave = Object.entries(vulnerabilities).flatMap(([name, { via }]) =>
    via
      .filter((each) => typeof each === 'object')
      .filter((each) => GRAVE.has(each.severity ?? '') && !borne.has(advisoryOf(each)))
      .map((each) => `${each.name ?? name}: ${each.severity} ${advisoryOf(each)} ${each.title ?? ''}`.trim()),
  );
  return [...new Set(grave)];
}

function reportIn(answer: string): AuditReport {
  try {
    return JSON.parse(answer) as AuditReport;
  } catch {
    return {};
  }
}

function advisoryOf({ url = '' }: Via): string {
  return url.replace(/^.*\//, '');
}

/** Asks the registry about what is shipped. Where it does not answer, says so and fails nothing. */
function audit(): number {
  const file = path.join(ROOT, 'docs/security/audit-exceptions.json');
  const { exceptions } = JSON.parse(readFileSync(file, 'utf8')) as { exceptions: readonly AuditException[] };
  const npm = ['audit', '--omit=dev', '--json', '--fetch-retries=0', `--fetch-timeout=${WAIT_MS_MAX / 3}`];
  const { stdout, error } = spawnSync('npm', npm, { cwd: ROOT, encoding: 'utf8', timeout: WAIT_MS_MAX });
  const found = openFindings(stdout ?? '', exceptions, dayInVietnam(clockOf({ now: undefined })()));
  if (!found) {
    console.log(`audit not possible here: ${error?.message ?? 'the registry gives no answer to npm audit'}`);
    return 0;
  }
  for (const line of found) console.error(line);
  console.log(`${found.length} high or critical weaknesses in shipped packages`);
  return found.length === 0 ? 0 : 1;
}

if (process.argv[1] === import.meta.filename) process.exitCode = audit();
