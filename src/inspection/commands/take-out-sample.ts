import { csvFile } from '#kernel/csv.ts';
import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import type { SampleAddress } from '../address.ts';
import { text } from '../messages.vi.ts';
import { requireDrawing } from '../permissions.ts';
import { readSheet } from '../sheet.ts';

export interface SampleFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The sheet as a file, with what is needed to draw it again; that somebody took it out is kept in the record. */
export async function takeOutSample(ctx: Ctx, address: SampleAddress): Promise<SampleFile> {
  requireDrawing(ctx);
  const { columns, draw, rows } = await readSheet(ctx, address);
  if (!draw) throw new Refused({ code: 'inspection.sample.not-drawn', facts: {} });
  const { seed, population, strata, allianceCode } = address;
  const { fingerprint } = draw;
  const { id, seed: seedHead, fingerprint: fingerprintHead } = text.fileColumns;
  const head = [text.no, text.stratum, ...columns, text.finding, text.followUp, id, seedHead, fingerprintHead];
  const body = rows.map((row, at) => [at + 1, row.stratum, ...row.cells, '', '', row.id, seed, fingerprint]);
  await ctx.transact(async (tx) => {
    const facts = {
      population,
      alliances: allianceCode,
      strata,
      seed,
      drawn: rows.length,
      of: draw.population,
      fingerprint,
    };
    await record(tx, ctx, 'inspection.sample-taken-out', 'inspection.sample', facts);
  });
  return { name: text.fileName(seed), mediaType: 'text/csv; charset=utf-8', bytes: csvFile([head, ...body]) };
}
