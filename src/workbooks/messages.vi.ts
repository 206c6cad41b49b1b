import { refusals as importRefusals, importSentences } from './messages-import.vi.ts';
import { personalSentences } from './messages-personal.vi.ts';
import { readingSentences, type Sentences } from './messages-reading.vi.ts';

/** A file that cannot be opened is refused in the words that its report has. */
const fileRefusals = Object.fromEntries(
  Object.entries(readingSentences)
    .filter(([code]) => code.startsWith('workbooks.file.'))
    .map(([code, { say }]) => [code, say]),
);

export const refusals = { ...importRefusals, ...fileRefusals };

/** Every sentence that a report on a workbook can hold, by code. */
export const sentences: Sentences = {
  ...personalSentences,
  ...readingSentences,
  ...importSentences,
};
