import type { Decimal } from '#kernel/decimal.ts';
import { divide, multiply } from '#kernel/decimal.ts';
import { orderByCount } from '#organisations/public.ts';
import { formatNumber, formatPercent } from '#platform/i18n/format.ts';
import type { Inline, SnapshotBody } from '#review/public.ts';
import { renderText } from '#review/public.ts';
import type { Article, ArticleBlock, SceneName } from './model.ts';
import { plainOf } from './plain.ts';

/** A row of a table of figures by unit. */
export interface FigureRow {
  readonly unitCode: string;
  readonly provinceName: string;
  readonly value: string;
  readonly share: string;
  readonly ref: string;
}

/** A block as it is drawn: chips resolved, figures formatted. */
export type DrawnBlock =
  | { readonly kind: 'paragraph' | 'heading' | 'note'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'photo'; readonly scene: SceneName; readonly caption: string; readonly alt: string }
  | {
      readonly kind: 'figure-table';
      readonly caption: string;
      readonly unitName: string;
      readonly rows: readonly FigureRow[];
      readonly total: string;
      /** `100,0%`, or a dash when there is no total. */
      readonly totalShare: string;
      readonly indicator: string;
    }
  | { readonly kind: 'tasks'; readonly items: readonly string[] };

export interface DrawnArticle {
  readonly title: string;
  readonly lead: readonly Inline[];
  readonly blocks: readonly DrawnBlock[];
  /** Chips that name nothing in the snapshot: such an article is not published. */
  readonly unresolved: readonly string[];
}

/** Resolves every chip of an article against its one snapshot; without a snapshot there are no chips. */
export function drawArticle(
  article: Pick<Article, 'title' | 'lead' | 'blocks'>,
  snapshot: SnapshotBody | null,
): DrawnArticle {
  const unresolved: string[] = [];
  const draw = (text: string): readonly Inline[] => {
    if (snapshot === null) return [{ kind: 'text', text }];
    const rendered = renderText(text, snapshot);
    unresolved.push(...rendered.unresolved.map((chip) => chip.source));
    return rendered.paragraphs.flat();
  };
  return {
    title: plainOf(draw(article.title)),
    lead: draw(article.lead),
    blocks: article.blocks.flatMap((block) => drawBlock(block, draw, snapshot)),
    unresolved,
  };
}

function drawBlock(
  block: ArticleBlock,
  draw: (text: string) => readonly Inline[],
  snapshot: SnapshotBody | null,
): readonly DrawnBlock[] {
  if (block.kind === 'photo') return [{ ...block, caption: plainOf(draw(block.caption)) }];
  if (block.kind === 'tasks') return [block];
  if (block.kind !== 'figure-table') return [{ kind: block.kind, inlines: draw(block.text) }];
  return snapshot === null ? [] : [figureTable(snapshot, block.indicator, block.order)];
}

/** One indicator by unit with its share of the cluster; a missing figure is a dash, never 0. */
export function figureTable(
  snapshot: SnapshotBody,
  indicator: string,
  order: 'count' | 'geography',
): DrawnBlock & { kind: 'figure-table' } {
  const figure = snapshot.figures[indicator];
  const definition = snapshot.definitions.find((one) => one.code === indicator);
  const amountOf = (unit: SnapshotBody['units'][number]): Decimal | null => figure?.current.byUnit[unit.code] ?? null;
  const total = figure?.current.total ?? null;
  const byPlace = [...snapshot.units].sort((a, b) => a.geographicRank - b.geographicRank);
  const units =
    order === 'geography' ? byPlace : orderByCount(byPlace, (code) => numberOf(figure?.current.byUnit[code] ?? null));
  return {
    kind: 'figure-table',
    indicator,
    caption: `${definition?.name ?? indicator} theo tỉnh`,
    unitName: definition?.unit ?? '',
    rows: units.map((unit) => ({
      unitCode: unit.code,
      provinceName: unit.provinceName,
      value: formatNumber(amountOf(unit)),
      share: shareText(amountOf(unit), total),
      ref: `${indicator}/${unit.code}@${snapshot.period.code}`,
    })),
    total: formatNumber(total),
    totalShare: shareText(total, total),
  };
}

function numberOf(amount: Decimal | null): number | null {
  return amount === null ? null : Number(amount);
}

function shareText(part: Decimal | null, whole: Decimal | null): string {
  if (part === null || whole === null) return formatPercent(null);
  return formatPercent(divide(multiply(part, '100'), whole) ?? null);
}

/** A figure of the whole cluster in a list. */
export interface OtherFigure {
  readonly name: string;
  readonly value: string;
  readonly coverage: string;
  readonly ref: string;
}

/** What the public page shows beside the count of cooperatives; whole-cluster figures only. */
const PUBLIC_INDICATORS: readonly string[] = [
  'HTX.HD',
  'HTX.MOI',
  'HTX.GIAITHE',
  'HTX.NN.TL',
  'TV.SO',
  'LD.TX',
  'TN.BQ',
  'DT.BQ',
  'CGT.SO',
  'BT.SO',
  'XL.TK.TL2',
  'QTD.SO',
  'QTD.NX.TL',
  'QUY.DN',
  'QUY.HTXVAY',
];

/** The other figures of the period for the public, each with how many units have reported it. */
export function otherFigures(snapshot: SnapshotBody): readonly OtherFigure[] {
  return PUBLIC_INDICATORS.flatMap((code) => {
    const figure = snapshot.figures[code];
    const definition = snapshot.definitions.find((one) => one.code === code);
    if (!figure || !definition) return [];
    const { coverage } = figure.current;
    return [
      {
        name: definition.name,
        value: plainOf(renderText(`{${code}}`, snapshot).paragraphs.flat()),
        coverage: `${coverage.have}/${coverage.of}`,
        ref: `${code}@${snapshot.period.code}`,
      },
    ];
  });
}
