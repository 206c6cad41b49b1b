/** The papers of a review as outsiders name them. */
export const PAPERS = {
  docx: 'bao-cao.docx',
  pdf: 'bao-cao.pdf',
  tables: 'bieu-tong-hop.xlsx',
  snapshot: 'snapshot.json',
} as const;

export type PaperName = (typeof PAPERS)[keyof typeof PAPERS];
