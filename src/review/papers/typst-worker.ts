import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** What the page asks of this thread, and what it answers. */
export interface PdfOrder {
  readonly id: number;
  /** The paper as JSON; the layout reads it and nothing else. */
  readonly paper: string;
  /** Seconds since 1970, for the dates that the file itself shows. */
  readonly madeAtSeconds: number;
}
export type PdfAnswer =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly problem: string };

const FACES = [
  '400Regular/Tinos_400Regular.ttf',
  '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  '700Bold/Tinos_700Bold.ttf',
  '700Bold_Italic/Tinos_700Bold_Italic.ttf',
];
/** Archival, with tags for screen readers and Unicode for every letter. */
const STANDARD = 'a-2a';
/** Results of earlier papers that are kept to make the next one faster. */
const CACHE_AGE_MAX = 2;

const require = createRequire(import.meta.url);
const fontBlobs = FACES.map((face) => readFileSync(require.resolve(`@expo-google-fonts/tinos/${face}`)));
const layout = readFileSync(path.join(import.meta.dirname, 'official-paper.typ'), 'utf8');
const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs }] });

parentPort?.on('message', (order: PdfOrder) => {
  const answer = answerTo(order);
  parentPort?.postMessage(answer, 'pdf' in answer ? [answer.pdf.buffer as ArrayBuffer] : []);
});

function answerTo({ id, paper, madeAtSeconds }: PdfOrder): PdfAnswer {
  try {
    const pdf = compiler.pdf(
      { mainFileContent: layout, inputs: { paper } },
      { pdfStandard: STANDARD, creationTimestamp: madeAtSeconds },
    );
    return { id, pdf: Uint8Array.from(pdf) };
  } catch (error) {
    return { id, problem: describe(error) };
  } finally {
    compiler.evictCache(CACHE_AGE_MAX);
  }
}

/** The compiler throws objects that are no errors. */
function describe(error: unknown): string {
  if (error instanceof Error) return error.message;
  const short = (error as { shortDiagnostics?: unknown } | null)?.shortDiagnostics;
  return JSON.stringify(short ?? String(error));
}
