import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { formatDate, formatMoment } from '#platform/i18n/format.ts';
import { xlsxFile } from '#register/public.ts';
import { getSample } from '../findings.ts';
import { resultLabels, stateLabels, findingText as text } from '../messages.findings.vi.ts';
import type { KeptItem } from '../model.ts';
import { alliancesToReadFrom } from '../permissions.ts';
import type { SampleFile } from './take-out-sample.ts';

/** A kept sample with its findings and follow-ups as a workbook; that somebody took it out is kept in the record. */
export async function takeOutFindings(ctx: Ctx, sampleId: string): Promise<SampleFile> {
  requireReading(ctx);
  const { sample, items } = await getSample(ctx, ctx.read, sampleId);
  const { columns: heads } = text;
  const head = [
    heads.no,
    ...sample.columns.slice(0, 1),
    heads.stratum,
    ...sample.columns.slice(1),
    heads.result,
    heads.figure,
    heads.recorded,
    heads.found,
    heads.note,
    heads.evidence,
    heads.foundBy,
    heads.foundAt,
    heads.task,
    heads.mendedBy,
    heads.dueOn,
    heads.state,
    heads.answer,
  ];
  const bytes = await xlsxFile([head, ...items.map(rowOf)], text.sheetName);
  await ctx.transact(async (tx) => {
    const facts = { seed: sample.seed, rows: items.length, fingerprint: sample.fingerprint };
    await record(tx, ctx, 'inspection.findings-taken-out', sample.id, facts);
  });
  return {
    name: text.fileName(sample.seed),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes,
  };
}

function requireReading(ctx: Ctx): void {
  alliancesToReadFrom(ctx);
}

function rowOf(item: KeptItem): readonly (string | number)[] {
  const { followUp } = item;
  const [name = '', ...others] = item.cells;
  return [
    item.itemNo,
    name,
    item.stratum,
    ...others,
    item.result === null ? text.notLooked : resultLabels[item.result],
    item.figureName,
    item.recorded,
    item.found,
    item.note,
    item.evidence,
    item.foundBy ?? '',
    item.foundAt === null ? '' : formatMoment(item.foundAt),
    followUp?.task ?? '',
    followUp?.mendedBy ?? '',
    followUp ? formatDate(followUp.dueOn) : '',
    followUp ? stateLabels[followUp.state] : '',
    followUp?.answer ?? '',
  ];
}
