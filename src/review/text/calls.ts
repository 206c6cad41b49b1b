import type { Decimal } from '#kernel/decimal.ts';
import { compare, divide, multiply, subtract } from '#kernel/decimal.ts';
import { formatPercent } from '#platform/i18n/format.ts';
import type { SnapshotUnit } from '../model.ts';
import type { CallName, TextNode } from './ast.ts';
import type { BoundFigure, SpreadAspect } from './figures.ts';
import {
  amountOf,
  bindFigure,
  coverSameUnits,
  formatAmount,
  isBound,
  orderUnits,
  percentOf,
  spreadOf,
} from './figures.ts';
import type { Fragment, Place } from './fragment.ts';
import { join, lack, MISSING_TEXT, number, refuse, refuseUnbound, words } from './fragment.ts';
import { inCaseOf, quantifiersOf, wordFor } from './quantify.ts';

type CallNode = TextNode & { kind: 'call' };
type Render = (place: Place, node: CallNode, bound: BoundFigure, over: BoundFigure | null) => Fragment;

/** A comparison whose two sides are not both there, or cover different units. */
const NOT_COMPARABLE = 'chưa có số để so sánh';

const OPTIONS: Readonly<Partial<Record<CallName, readonly string[]>>> = {
  LIETKE: ['theo', 'mẫu'],
  TANGGIAM: ['đơn vị'],
};

/** Renders `{NAME(…)}`; a figure or option that it does not know leaves the chip unresolved. */
export function renderCall(place: Place, node: CallNode): Fragment {
  const unknown = Object.keys(node.options).find((key) => !OPTIONS[node.name]?.includes(key));
  if (unknown !== undefined) return refuse(node, 'unknown-option', unknown);
  const bound = bindFigure(place.snapshot, node.basis.figure);
  if (!isBound(bound)) return refuseUnbound(node, bound);
  const over = node.basis.over ? bindFigure(place.snapshot, node.basis.over) : null;
  if (over && !isBound(over)) return refuseUnbound(node, over);
  return RENDER[node.name](place, node, bound, over);
}

const RENDER: Readonly<Record<CallName, Render>> = {
  LIETKE: listUnits,
  LUONGTU: quantify,
  TYTRONG: share,
  CUNGKY: (_, node, bound) => other(node, bound, 'last-year'),
  KEHOACH: (_, node, bound) => other(node, bound, 'plan'),
  DEM: (_, node, bound) => other(node, bound, 'counted'),
  TANGGIAM: change,
  TYLEKH: percentOfPlan,
  DOPHU: (_, __, bound) => {
    const { have, of } = bound.figure.current.coverage;
    return { ...number(bound, `${have}/${of}`, 'derived'), partial: [] };
  },
};

const ORDERS: Readonly<Record<string, 'geographic' | 'descending' | 'ascending'>> = {
  'địa lý': 'geographic',
  'giảm dần': 'descending',
  'tăng dần': 'ascending',
};

/** Every unit with its figure, "và" before the last; units that have none are named behind. */
function listUnits({ snapshot }: Place, node: CallNode, bound: BoundFigure): Fragment {
  const order = ORDERS[node.options.theo ?? 'địa lý'];
  if (!order) return refuse(node, 'unknown-option', node.options.theo ?? '');
  if (bound.unit) return refuse(node, 'unknown-unit', bound.unit.code);
  const pattern = node.options.mẫu ?? '{tỉnh} {n}';
  const amount = (unit: SnapshotUnit) => bound.figure.current.byUnit[unit.code] ?? null;
  const ofUnit = (unit: SnapshotUnit): BoundFigure => ({
    ...bound,
    unit,
    ref: `${bound.definition.code}/${unit.code}@${snapshot.period.code}`,
  });
  const units = orderUnits(snapshot.units, amount, order);
  const known = units.filter((unit) => amount(unit) !== null);
  const silent = units.filter((unit) => amount(unit) === null);
  const items = known.flatMap((unit, index) => {
    const joint = index === 0 ? '' : index === known.length - 1 ? ' và ' : ', ';
    return [words(joint), listItem(pattern, ofUnit(unit), unit)];
  });
  const names = silent.map((unit) => unit.provinceName).join(', ');
  const tail = known.length === 0 ? MISSING_TEXT : `; riêng ${names} ${MISSING_TEXT}`;
  const missing = silent.flatMap((unit) => lack(ofUnit(unit)).missing);
  return join([...items, silent.length === 0 ? words('') : { ...words(tail), missing }]);
}

function listItem(pattern: string, bound: BoundFigure, unit: SnapshotUnit): Fragment {
  const parts = pattern.split(/(\{tỉnh\}|\{đơn vị\}|\{n\})/).map((part) => {
    if (part === '{tỉnh}') return words(unit.provinceName);
    if (part === '{đơn vị}') return words(unit.name);
    return part === '{n}' ? number(bound, formatAmount(bound.definition, amountOf(bound) ?? '0')) : words(part);
  });
  return join(parts);
}

function quantify(place: Place, node: CallNode, bound: BoundFigure, over: BoundFigure | null): Fragment {
  if (!over && bound.definition.kind !== 'ratio') return refuse(node, 'not-a-share', bound.definition.code);
  const percent = percentOf(bound, over);
  const word = percent === null ? undefined : wordFor(percent, quantifiersOf(place.snapshot.rules));
  return word === undefined ? lack(bound) : number(bound, inCaseOf(word, place.beginsSentence), 'derived');
}

function share(_: Place, node: CallNode, bound: BoundFigure, over: BoundFigure | null): Fragment {
  if (!over) return refuse(node, 'not-a-share', bound.definition.code);
  const percent = percentOf(bound, over);
  return percent === null ? lack(bound) : number(bound, formatPercent(percent), 'derived');
}

function other(node: CallNode, bound: BoundFigure, aspect: SpreadAspect): Fragment {
  if (!spreadOf(bound.figure, aspect)) return refuse(node, 'not-counted', bound.definition.code);
  const amount = amountOf(bound, aspect);
  return amount === null ? lack(bound) : number(bound, formatAmount(bound.definition, amount), aspect);
}

/** Against the same period last year, where both sides cover the same units; a ratio changes by percentage points. */
function change(place: Place, node: CallNode, bound: BoundFigure): Fragment {
  const pair = comparable(place, bound, 'last-year');
  if (!pair) return words(NOT_COMPARABLE);
  const unitWord = node.options['đơn vị'] ?? bound.definition.unit;
  return number(bound, changeText(bound, subtract(pair.now, pair.then), unitWord), 'derived');
}

function changeText({ definition }: BoundFigure, difference: Decimal, unitWord: string): string {
  const sign = compare(difference, '0');
  if (sign === 0) return 'không thay đổi';
  const amount = formatAmount(definition, sign < 0 ? multiply(difference, '-1') : difference);
  const verb = sign > 0 ? 'tăng' : 'giảm';
  if (definition.kind === 'ratio') return `${verb} ${amount.replace('%', '')} điểm phần trăm`;
  return definition.unit === 'đồng' ? `${verb} ${amount}` : `${verb} ${amount} ${unitWord}`;
}

function percentOfPlan(place: Place, _: CallNode, bound: BoundFigure): Fragment {
  const pair = comparable(place, bound, 'plan');
  const ratio = pair && divide(pair.now, pair.then);
  return ratio === undefined ? words(NOT_COMPARABLE) : number(bound, formatPercent(multiply(ratio, '100')), 'derived');
}

/** The current amount and the other; undefined when one is missing or the totals cover different units. */
function comparable({ snapshot }: Place, bound: BoundFigure, aspect: 'last-year' | 'plan') {
  const [now, then] = [amountOf(bound), amountOf(bound, aspect)];
  const there = spreadOf(bound.figure, aspect);
  const isWhole = bound.unit !== null || (there && coverSameUnits(snapshot, bound.figure.current, there));
  return now !== null && then !== null && isWhole ? { now, then } : undefined;
}
