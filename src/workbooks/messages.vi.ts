import { importSentences } from './messages-import.vi.ts';
import { readingSentences, type Sentences } from './messages-reading.vi.ts';

export { refusals } from './messages-import.vi.ts';

/** Every sentence that a report on a workbook can hold, by code. */
export const sentences: Sentences = {
  ...readingSentences,
  ...importSentences,
};
