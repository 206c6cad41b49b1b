import { claimedStories, isStory, storiesOf, testTitles } from './titles.ts';

/** Prints each story that the project claims (`docs/stories.txt`) with the tests whose titles begin with it. */
const claimed = claimedStories();
const titles = testTitles();
const stories = claimed.map((id) => ({ id, tests: titles.filter(({ title }) => storiesOf(title).includes(id)) }));

if (process.argv.includes('--json')) console.log(JSON.stringify(stories, null, 2));
else
  for (const { id, tests } of stories) {
    console.log(`${id} (${tests.length})`);
    for (const { file, title } of tests) console.log(`  ${file}: ${title}`);
  }

const unproved = stories.filter(({ tests }) => tests.length === 0).map(({ id }) => id);
const unknown = claimed.filter((id) => !isStory(id));
const unclaimed = new Set(titles.flatMap(({ title }) => storiesOf(title)).filter((id) => !claimed.includes(id)));
if (unproved.length > 0) console.error(`claimed without a test: ${unproved.join(', ')}`);
if (unknown.length > 0) console.error(`not in the specification: ${unknown.join(', ')}`);
if (unclaimed.size > 0) console.error(`tested but not claimed: ${[...unclaimed].sort().join(', ')}`);
process.exitCode = unproved.length + unknown.length === 0 ? 0 : 1;
