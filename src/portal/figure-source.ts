import { dayInVietnam } from '#kernel/time.ts';
import { formatDate, formatMoment } from '#platform/i18n/format.ts';
import { parseFigureRef } from '#reporting/public.ts';
import type { SnapshotFile } from '#review/public.ts';
import { renderText } from '#review/public.ts';
import { text } from './messages.vi.ts';
import { plainOf } from './plain.ts';

/** Where a published figure comes from, as far as the public may see: down to the unit and its workbook. */
export interface FigureSource {
  readonly name: string;
  readonly place: string;
  readonly value: string;
  readonly definition: string;
  readonly lock: string;
  readonly hash: string;
  readonly submitted: string | null;
  readonly workbook: { readonly fileName: string; readonly sha256: string } | null;
  /** For a figure of the cluster: its parts by unit. */
  readonly parts: readonly { readonly place: string; readonly value: string; readonly ref: string }[];
}

/** The source of a figure of this locked review; undefined when the review does not have it. */
export function figureSource(file: SnapshotFile, refText: string): FigureSource | undefined {
  const { snapshot } = file;
  const ref = parseFigureRef(refText);
  const definition = snapshot.definitions.find((one) => one.code === ref?.indicator);
  if (!ref || !definition || ref.period !== snapshot.period.code) return undefined;
  const unit = snapshot.units.find((one) => one.code === ref.unit);
  if (ref.unit !== null && !unit) return undefined;
  const render = (chip: string) => plainOf(renderText(`{${chip}}`, snapshot).paragraphs.flat());
  return {
    name: definition.name,
    place: unit?.name ?? snapshot.cluster.name,
    value: render(unit ? `${definition.code}/${unit.code}` : definition.code),
    definition: definition.definition,
    lock: text.lineage.lockedValue(snapshot.version, formatDate(dayInVietnam(new Date(snapshot.madeAt)))),
    hash: file.hash,
    submitted: unit?.submittedAt ? formatMoment(new Date(unit.submittedAt)) : null,
    workbook: unit?.workbook ?? null,
    parts: unit
      ? []
      : snapshot.units.map((one) => ({
          place: one.provinceName,
          value: render(`${definition.code}/${one.code}`),
          ref: `${definition.code}/${one.code}@${snapshot.period.code}`,
        })),
  };
}
