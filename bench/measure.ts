import { writeFile } from 'node:fs/promises';

/** One figure of a benchmark; `ratio` is the figure divided by its floor, measured in the same run. */
export interface Figure {
  readonly name: string;
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio: number | null;
  /** What the issue asks for, when it asks; benchmarks print, they do not fail. */
  readonly aim: string;
}

const figures: Figure[] = [];

/** Prints `name · figure · unit · ratio to floor` and keeps it for bench.json. */
export function report(figure: Figure): void {
  figures.push(figure);
  const ratio = figure.ratio === null ? 'no floor' : `${round(figure.ratio)} × floor`;
  const aim = figure.aim ? ` · aim ${figure.aim}` : '';
  process.stdout.write(`${figure.name} · ${figure.figure} ${round(figure.value)} · ${figure.unit} · ${ratio}${aim}\n`);
}

export async function writeFigures(): Promise<void> {
  await writeFile('bench.json', `${JSON.stringify(figures, null, 2)}\n`);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/**
 * Runs ours and the floor in turns, so that both feel the same noise; one warm-up of each is not counted.
 * Answers the medians and our 95th percentile in milliseconds.
 */
export async function inTurns(
  rounds: number,
  ours: () => Promise<unknown>,
  floor: () => Promise<unknown>,
): Promise<{ ours: number; p95: number; floor: number }> {
  await ours();
  await floor();
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    mine.push(await timed(ours));
    theirs.push(await timed(floor));
  }
  return { ours: quantile(mine, 0.5), p95: quantile(mine, 0.95), floor: quantile(theirs, 0.5) };
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Largest resident memory of this process while `work` runs, in megabytes; looked at every 20 ms. */
export async function peakMegabytes(work: () => Promise<unknown>): Promise<number> {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 20);
  try {
    await work();
  } finally {
    clearInterval(timer);
    look();
  }
  return peak / 1_048_576;
}
