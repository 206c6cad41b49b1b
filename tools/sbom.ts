import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** One package of the lock file, as far as a list of what is shipped needs it. */
interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

type Lock = Readonly<Record<string, Locked>>;

const ROOT = path.join(import.meta.dirname, '..');
const INSIDE = 'node_modules/';

/**
 * What is shipped, in the form of CycloneDX 1.6: every package of the lock file that is not for development, with its
 * version, licence and hash, and what it rests on. Made from the lock file alone: no network, the same bytes each time.
 */
export function sbomOf(lockText: string, ownText: string): string {
  const lock: Lock = JSON.parse(lockText).packages;
  const own = JSON.parse(ownText) as { name: string; version: string; license: string };
  const shipped = Object.entries(lock)
    .filter(([at, each]) => at !== '' && !each.dev && !each.link)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const root = { type: 'application', 'bom-ref': own.name, name: own.name, version: own.version };
  return `${JSON.stringify(
    {
      $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      serialNumber: `urn:uuid:${uuidOf(lockText)}`,
      version: 1,
      metadata: { component: { ...root, licenses: [{ license: { id: own.license } }] } },
      components: shipped.map(([at, each]) => componentOf(at, each)),
      dependencies: [
        { ref: own.name, dependsOn: restsOn(lock, '') },
        ...shipped.map(([at]) => ({ ref: refOf(lock, at), dependsOn: restsOn(lock, at) })),
      ],
    },
    null,
    2,
  )}\n`;
}

function componentOf(at: string, each: Locked) {
  const name = nameOf(at);
  return {
    type: 'library',
    'bom-ref': `${at.slice(INSIDE.length)}@${each.version}`,
    name,
    version: each.version,
    scope: each.optional ? 'optional' : 'required',
    purl: `pkg:npm/${name.replace('@', '%40')}@${each.version}`,
    ...(each.license ? { licenses: [{ expression: each.license }] } : {}),
    ...(each.integrity ? { hashes: [hashOf(each.integrity)] } : {}),
  };
}

function hashOf(integrity: string): { alg: string; content: string } {
  const [kind = '', digest = ''] = integrity.split('-', 2);
  return { alg: kind.replace(/^sha/, 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') };
}

function restsOn(lock: Lock, at: string): readonly string[] {
  const { dependencies = {}, optionalDependencies = {} } = lock[at] ?? {};
  return Object.keys({ ...dependencies, ...optionalDependencies })
    .map((name) => foundFrom(lock, at, name))
    .filter((found) => found !== undefined)
    .map((found) => refOf(lock, found))
    .sort();
}

/** As Node looks for it: beside what asks, then one folder up, and so on. */
function foundFrom(lock: Lock, at: string, name: string): string | undefined {
  for (let folder = at; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf(`/${INSIDE}`)))) {
    const candidate = folder === '' ? `${INSIDE}${name}` : `${folder}/${INSIDE}${name}`;
    if (candidate in lock) return candidate;
    if (folder === '') return undefined;
  }
}

function refOf(lock: Lock, at: string): string {
  return `${at.slice(INSIDE.length)}@${lock[at]?.version}`;
}

function nameOf(at: string): string {
  return at.slice(at.lastIndexOf(INSIDE) + INSIDE.length);
}

/** From the content, so that the same lock file has the same number. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

if (process.argv[1] === import.meta.filename) {
  const read = (name: string) => readFileSync(path.join(ROOT, name), 'utf8');
  const sbom = sbomOf(read('package-lock.json'), read('package.json'));
  mkdirSync(path.join(ROOT, 'build'), { recursive: true });
  writeFileSync(path.join(ROOT, 'build', 'sbom.json'), sbom);
  console.log(`build/sbom.json: ${JSON.parse(sbom).components.length} packages are shipped`);
}
