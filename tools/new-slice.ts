import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** npm run new:slice NAME: the files a slice starts with. */
const [slice = ''] = process.argv.slice(2);
if (!/^[a-z]+(-[a-z]+)*$/.test(slice)) {
  console.error('usage: npm run new:slice NAME, e.g. npm run new:slice lending');
  process.exit(64);
}

const folder = path.join(import.meta.dirname, '../src', slice);
if (existsSync(folder)) {
  console.error(`src/${slice} is there already`);
  process.exit(2);
}

const files: Readonly<Record<string, string>> = {
  'README.md': `# ${slice}\n\nWhat it is for, its words, its states, its sources of law.\n`,
  'public.ts': '// What other slices may use.\nexport {};\n',
  'model.ts': '// Types, ids, states.\nexport {};\n',
  'rules.ts': '// Pure decisions, with their @law.\nexport {};\n',
  'queries.ts': '// One function per question.\nexport {};\n',
  'permissions.ts': `import { action } from '#platform/access/permissions.ts';

/** One action per command. */
export const see = action('${slice}.see', {});
`,
  'messages.vi.ts': `/** A sentence for each refusal: what, where, how to mend. */
export const refusals = {};
`,
};
mkdirSync(folder);
for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
console.log(`src/${slice}: ${Object.keys(files).join(', ')}
Then: "#${slice}/*" in package.json › imports, a step in tools/boundaries.ts, its words in src/words.ts,
its pages in src/routes.ts, and npm run new:migration ${slice.replaceAll('-', '_')} …`);
