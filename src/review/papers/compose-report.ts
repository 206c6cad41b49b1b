import { refuseIf } from '#kernel/refusal.ts';
import { dayInVietnam, isoDate } from '#kernel/time.ts';
import { formatMoment, officialDate, shortOfficialDate } from '#platform/i18n/format.ts';
import type { OfficialPaper, PaperBlock, SectionCode, SnapshotBody, SnapshotFile, SnapshotSection } from '../model.ts';
import { SECTION_CODES } from '../model.ts';
import { contextText } from '../text/context.ts';
import { appendicesOf } from './compose-appendices.ts';
import { provinceChart, provinceTable, ratingTable, tableOf, taskTable } from './compose-tables.ts';
import { words } from './messages.vi.ts';

/** A table or chart that stands at the end of a section, or of its `within`-th numbered part where it has that many. */
interface Exhibit {
  readonly block: (snapshot: SnapshotBody) => PaperBlock;
  readonly within?: number;
}

const EXHIBITS: Partial<Record<SectionCode, readonly Exhibit[]>> = {
  development: [
    { block: provinceTable, within: 1 },
    { block: provinceChart, within: 1 },
    { block: (snapshot) => tableOf(snapshot, 2), within: 1 },
    { block: (snapshot) => tableOf(snapshot, 3), within: 3 },
    { block: ratingTable, within: 4 },
    { block: (snapshot) => tableOf(snapshot, 5), within: 5 },
  ],
  'credit-funds': [{ block: (snapshot) => tableOf(snapshot, 6) }],
  'support-fund': [{ block: (snapshot) => tableOf(snapshot, 7) }],
  advice: [{ block: (snapshot) => tableOf(snapshot, 8) }],
  emulation: [{ block: (snapshot) => tableOf(snapshot, 9) }],
  limits: [{ block: (snapshot) => tableOf(snapshot, 10) }],
  tasks: [{ block: taskTable }],
};

const RESULTS = [
  'situation',
  'development',
  'credit-funds',
  'support-fund',
  'advice',
  'emulation',
  'limits',
  'lessons',
] as const;
const PLANS = ['tasks', 'solutions', 'proposals'] as const;
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'];
/** Capitals that the left half of the letterhead holds on one line. */
const ONE_LINE_MAX = 22;
/** `{HTX.SO/LMHTX-NA}`: what is left of a chip that nothing answered. */
const CHIP = /\{[A-ZĐ][A-Z0-9ĐƯƠ]*[.(][^{}]*\}/;

/**
 * The cluster's report in the outline of the specification: words and tables of the snapshot and of nothing else.
 * Refuses while a chip in the text has no figure.
 *
 * @law 30/2020/NĐ-CP Phụ lục I
 */
export function composeReport(file: SnapshotFile): OfficialPaper {
  const { snapshot, hash } = file;
  for (const section of snapshot.text) refuseIf(unresolvedRefusal(section));
  const subject = words.subject(periodText(snapshot), nextPeriodText(snapshot));
  return {
    superiorBody: words.superiorBody,
    issuingBody: inTwoLines(snapshot.cluster.name.toUpperCase().replace(words.longForm, words.shortForm)),
    number: words.paperNumber,
    ...placeAndDate(snapshot),
    typeName: words.reportType,
    subject,
    grounds: linesOf(snapshot, 'grounds'),
    blocks: [
      ...linesOf(snapshot, 'opening').map(paragraph),
      ...partBlocks(snapshot, words.parts.results.number, words.parts.results.title(periodText(snapshot)), [
        ...RESULTS,
        ...unknownCodes(snapshot),
      ]),
      ...partBlocks(snapshot, words.parts.tasks.number, words.parts.tasks.title(nextPeriodText(snapshot)), PLANS),
    ],
    closing: linesOf(snapshot, 'closing').join(' ') || words.closing(snapshot.cluster.name),
    recipients: recipientsOf(snapshot),
    signer: signerOf(snapshot),
    appendices: appendicesOf(snapshot, subject),
    footer: footerOf(snapshot),
    mark: markOf(snapshot),
    snapshotHash: hash,
    madeAt: snapshot.madeAt,
  };
}

/** A long name breaks before its count of provinces, or else at the space nearest to its middle. */
function inTwoLines(name: string): string {
  if (name.length <= ONE_LINE_MAX) return name;
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  const beforeCount = name.search(/ \d/);
  const nearest = spaces.toSorted((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0] ?? 0;
  const at = beforeCount > 0 && beforeCount <= ONE_LINE_MAX ? beforeCount : nearest;
  return `${name.slice(0, at)}\n${name.slice(at + 1)}`;
}

function unresolvedRefusal(section: SnapshotSection) {
  const [chip] = CHIP.exec(section.rendered) ?? [];
  return chip
    ? { code: 'review.paper.unresolved-chip', facts: { section: section.title || section.code, chip } }
    : undefined;
}

function periodText(snapshot: SnapshotBody): string {
  return contextText(snapshot, 'KY.TEN', '') ?? snapshot.period.code;
}

function nextPeriodText(snapshot: SnapshotBody): string {
  return contextText(snapshot, 'KY.SAU', '') ?? '';
}

/** The place is the province of the head unit; the day that of the conference. */
function placeAndDate(snapshot: SnapshotBody): { place: string; dateLine: string } {
  const head = snapshot.offices.find((holder) => holder.office === 'head');
  const place = snapshot.units.find((unit) => unit.code === head?.unitCode)?.provinceName ?? '';
  const year = snapshot.period.lastDay.slice(0, 4);
  const dateLine = snapshot.conferenceOn ? officialDate(isoDate(snapshot.conferenceOn)) : words.blankDate(year);
  return { place, dateLine };
}

function partBlocks(snapshot: SnapshotBody, number: string, title: string, codes: readonly string[]): PaperBlock[] {
  const sections = codes.map((code) => sectionBlocks(snapshot, code)).filter((blocks) => blocks.content.length > 0);
  if (sections.length === 0) return [];
  return [
    { kind: 'part', number, title },
    ...sections.flatMap(({ title: name, content }, at): PaperBlock[] => [
      { kind: 'heading', level: 1, text: `${ROMAN[at] ?? at + 1}. ${name.toUpperCase()}` },
      ...content,
    ]),
  ];
}

function sectionBlocks(snapshot: SnapshotBody, code: string): { title: string; content: PaperBlock[] } {
  const section = snapshot.text.find((candidate) => candidate.code === code);
  const named = words.sections as Readonly<Record<string, string>>;
  return {
    title: section?.title || (named[code] ?? code),
    content: withExhibits(snapshot, linesOf(snapshot, code).map(blockOfLine), EXHIBITS[code as SectionCode] ?? []),
  };
}

/** Words first, then what they speak of; an empty table is left out. */
function withExhibits(snapshot: SnapshotBody, text: readonly PaperBlock[], exhibits: readonly Exhibit[]): PaperBlock[] {
  const parts = numberedParts(text);
  const last = parts.length - 1;
  return parts.flatMap((part, at) => {
    const here = exhibits.filter(({ within = last }) => Math.min(within, last) === at);
    const blocks = here.map(({ block }) => block(snapshot));
    return [...part, ...blocks.filter((block) => block.kind !== 'table' || block.rows.length > 0)];
  });
}

/** The blocks before the first heading, then those of each heading. */
function numberedParts(text: readonly PaperBlock[]): PaperBlock[][] {
  const parts: PaperBlock[][] = [[]];
  for (const block of text) {
    if (block.kind === 'heading') parts.push([]);
    parts.at(-1)?.push(block);
  }
  return parts;
}

function linesOf(snapshot: SnapshotBody, code: string): string[] {
  const section = snapshot.text.find((candidate) => candidate.code === code);
  return (section?.rendered ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function blockOfLine(line: string): PaperBlock {
  return line.startsWith('## ') ? { kind: 'heading', level: 2, text: line.slice(3) } : paragraph(line);
}

function paragraph(text: string): PaperBlock {
  return { kind: 'paragraph', inlines: [{ kind: 'text', text }] };
}

function unknownCodes(snapshot: SnapshotBody): string[] {
  const isKnown = (code: string) => (SECTION_CODES as readonly string[]).includes(code);
  return snapshot.text.map((section) => section.code).filter((code) => !isKnown(code));
}

function recipientsOf(snapshot: SnapshotBody): string[] {
  const written = linesOf(snapshot, 'recipients');
  const lines = written.length > 0 ? written : [...words.recipients];
  return lines.map((line) => line.replace(/^-\s*/, '').replace(/[;.]$/, ''));
}

/**
 * The head signs for the cluster, unless the signature was delegated on the day of the lock; while the office is vacant,
 * the deputy for the head.
 */
function signerOf(snapshot: SnapshotBody): OfficialPaper['signer'] {
  if (snapshot.signature) {
    const { authority, name } = snapshot.signature;
    return { authority: [words.signedForCluster, ...authority], name };
  }
  const named = (office: 'head' | 'deputy') =>
    snapshot.offices.find((holder) => holder.office === office && holder.fullName !== '')?.fullName;
  const [head, deputy] = [named('head'), named('deputy')];
  if (head === undefined && deputy !== undefined) {
    return { authority: [words.signedForCluster, words.signedForHead, words.clusterDeputy], name: deputy };
  }
  return { authority: [words.signedForCluster, words.clusterHead], name: head ?? '' };
}

function footerOf(snapshot: SnapshotBody): string {
  const at = new Date(snapshot.madeAt);
  return snapshot.isLocked
    ? words.lockedFooter(snapshot.version, shortOfficialDate(dayInVietnam(at)))
    : words.draftFooter(formatMoment(at));
}

/** `BẢN NHÁP`, `DỮ LIỆU MẪU`, both, or null for the true and final thing. */
export function markOf(snapshot: SnapshotBody): string | null {
  const marks = [...(snapshot.isLocked ? [] : [words.markDraft]), ...(snapshot.isDemo ? [words.markDemo] : [])];
  return marks.length > 0 ? marks.join(' · ') : null;
}
