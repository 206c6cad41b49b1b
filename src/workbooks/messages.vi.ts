import { readingSentences, type Sentences } from './messages-reading.vi.ts';

/** Every sentence that a report on a workbook can hold, by code. */
export const sentences: Sentences = {
  ...readingSentences,
};
