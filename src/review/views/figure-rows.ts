import type { SnapshotBody, SnapshotDefinition, SnapshotSpread } from '../model.ts';
import { scaleOf, shown } from '../papers/figure-text.ts';

/** A cell of the table of figures; what it leads to is named as `HTX.SO/LMHTX-NA`. */
export interface FigureCell {
  readonly name: string;
  /** Null: missing. */
  readonly text: string | null;
}

export interface FigureRow {
  readonly code: string;
  readonly label: string;
  readonly unit: string;
  readonly indent: number;
  /** Heads a group when it differs from the row before. */
  readonly group: string;
  readonly units: readonly FigureCell[];
  readonly total: FigureCell;
  /** `5/6`, or null when every unit has the figure. */
  readonly coverage: string | null;
}

/** The figures of one form as a table shows them: units north to south, then the cluster. */
export function figureRows(snapshot: SnapshotBody, formCode: string): readonly FigureRow[] {
  return snapshot.definitions
    .filter((definition) => definition.formCode === formCode)
    .map((definition) => figureRow(snapshot, definition));
}

function figureRow(snapshot: SnapshotBody, definition: SnapshotDefinition): FigureRow {
  const spread: SnapshotSpread | undefined = snapshot.figures[definition.code]?.current;
  const scale = scaleOf(definition);
  const cell = (name: string, amount: string | null | undefined): FigureCell => ({
    name,
    text: amount === null || amount === undefined ? null : shown(scale, amount),
  });
  const { have, of } = spread?.coverage ?? { have: 0, of: snapshot.units.length };
  return {
    code: definition.code,
    label: definition.name,
    unit: scale.unit,
    indent: definition.indent,
    group: definition.groupName,
    units: snapshot.units.map((unit) => cell(`${definition.code}/${unit.code}`, spread?.byUnit[unit.code])),
    total: cell(definition.code, spread?.total),
    coverage: have < of ? `${have}/${of}` : null,
  };
}
