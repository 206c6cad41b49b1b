import type { ConsolidatedUnit, Figure, Indicator, Spread } from '#reporting/public.ts';
import type { SnapshotDefinition, SnapshotFigure, SnapshotSpread, SnapshotUnit } from './model.ts';

/** What the snapshot keeps of an indicator: enough to read its figures years later without the dictionary of that time. */
export function definitionOf(indicator: Indicator): SnapshotDefinition {
  const { countedBy: _counted, isRequired: _required, isEntered: _entered, ...kept } = indicator;
  return kept;
}

export function figureOf(figure: Figure): SnapshotFigure {
  return {
    current: spreadOf(figure.current),
    lastYear: spreadOf(figure.lastYear),
    plan: spreadOf(figure.plan),
    counted: figure.counted && spreadOf(figure.counted),
    basis: figure.basis,
  };
}

function spreadOf({ total, byUnit, coverage }: Spread): SnapshotSpread {
  return { total, byUnit, coverage };
}

export function unitOf(unit: ConsolidatedUnit, workbook: SnapshotUnit['workbook']): SnapshotUnit {
  return {
    code: unit.code,
    name: unit.name,
    shortName: unit.shortName,
    provinceName: unit.provinceName,
    provinceCode: unit.provinceCode,
    geographicRank: unit.geographicRank,
    submitted: unit.isSubmitted,
    submittedAt: unit.isSubmitted ? (unit.submittedAt?.toISOString() ?? null) : null,
    submittedBy: unit.isSubmitted ? unit.submittedBy : null,
    receipt: unit.isSubmitted ? unit.receipt : null,
    workbook: unit.isSubmitted ? workbook : null,
  };
}
