import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** npm run new:migration SLICE WORDS: the next number, a file to fill, and the list that makes two equal numbers collide. */
const [slice, ...words] = process.argv.slice(2);
if (!slice || words.length === 0 || !/^[a-z]+$/.test(slice)) {
  console.error('usage: npm run new:migration SLICE WORDS, e.g. npm run new:migration register bulk edits');
  process.exit(64);
}

const folder = path.join(import.meta.dirname, '../migrations');
const names = migrationsIn(folder);
const number = String(Number(names.at(-1)?.slice(0, 4) ?? 0) + 1).padStart(4, '0');
const name = `${number}_${slice}__${words.join('_').toLowerCase().replaceAll(/\W+/g, '_')}.sql`;
const body = `-- What changes, and why.
-- create table ${slice}.thing (…);
-- comment on table ${slice}.thing is '@dist reference. What one row is.';
-- grant select, insert on ${slice}.thing to hopluc_app;
`;
writeFileSync(path.join(folder, name), body, { flag: 'wx' });
writeFileSync(path.join(folder, 'migrations.txt'), `${migrationsIn(folder).join('\n')}\n`);
console.log(`migrations/${name}\nThen: node scripts/run.mjs node tools/gen-tables.ts`);

function migrationsIn(where: string): readonly string[] {
  return readdirSync(where)
    .filter((each) => each.endsWith('.sql'))
    .sort();
}
