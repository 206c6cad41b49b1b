import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every installed package must carry a licence that asks nothing of those who run or change this product. */
const PERMISSIVE: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Packages that help to build or test and are not shipped; each with the licence it may have. */
const BUILD_AND_TEST_ONLY: Readonly<Record<string, string>> = {
  '@axe-core/playwright': 'MPL-2.0',
  'axe-core': 'MPL-2.0',
  lightningcss: 'MPL-2.0',
  'lightningcss-linux-x64-gnu': 'MPL-2.0',
  'caniuse-lite': 'CC-BY-4.0',
};

interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

const modules = path.join(import.meta.dirname, '..', 'node_modules');
const packages = packagesIn(modules);
const bad = packages.filter((each) => !isAllowed(each));
for (const { name, version, licence } of bad) console.error(`${name}@${version}: ${licence || 'no licence named'}`);
console.log(`${packages.length} packages, ${bad.length} with a licence that is not on the list`);
process.exitCode = bad.length === 0 && packages.length > 100 ? 0 : 1;

function isAllowed(each: Package): boolean {
  return satisfies(each.licence) || (each.licence !== '' && BUILD_AND_TEST_ONLY[each.name] === each.licence);
}

/** Of `A OR B` one must be permissive (that one is taken), of `A AND B` both. */
function satisfies(expression: string): boolean {
  const plain = expression.replaceAll(/[()]/g, '');
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((licence) => PERMISSIVE.has(licence.trim())));
}

function packagesIn(folder: string): readonly Package[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => {
      const inside = path.join(folder, name);
      return name.startsWith('@')
        ? packagesIn(inside)
        : [...packageAt(inside), ...packagesIn(path.join(inside, 'node_modules'))];
    });
}

function packageAt(folder: string): readonly Package[] {
  const file = path.join(folder, 'package.json');
  if (!existsSync(file)) return [];
  const { name, version, license } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  return [{ name: String(name), version: String(version), licence: typeof license === 'string' ? license : '' }];
}
