import { z } from 'zod';
import { readDay } from '#kernel/day-vi.ts';
import { clean, controlCharacterAt } from '#kernel/text-vi.ts';
import type { IsoDate } from '#kernel/time.ts';
import { sayRefusal } from '#platform/i18n/words.ts';
import { isMasked, maskPhone } from '#platform/privacy/mask.ts';
import { fieldLabels } from './messages.vi.ts';
import { editText, sayDayProblem } from './messages-pages.vi.ts';
import type { ActKind, Facts, FactValue, OrganisationStatus } from './model.ts';
import { organisationRefusals } from './rules.ts';
import { allowedActs } from './statuses.ts';

const TEXTS = [
  'name',
  'shortName',
  'codeMissingReason',
  'certificateNo',
  'registeringBody',
  'address',
  'communeText',
  'districtText',
  'representativeName',
  'representativeTitle',
  'workPhone',
  'note',
] as const;
const CHOICES = ['kind', 'establishedPrecision', 'code', 'sectorCode', 'secondarySectorCode'] as const;
const DAYS = ['registeredOn', 'establishedOn', 'confirmedOn'] as const;

/** The fields of the form, in no order. The status is not among them: it changes by acts. */
export const EDITED_FIELDS: readonly string[] = [...TEXTS, ...CHOICES, ...DAYS];

/** Acts that one day and one ground say whole. Those with a successor need its name too, which no form asks for yet. */
export const RECORDED_STEPS = [
  'suspend',
  'resume',
  'cease',
  'begin-dissolution',
  'revoke',
  'restore',
  'dissolve',
] as const satisfies readonly ActKind[];

export type RecordedStep = (typeof RECORDED_STEPS)[number];

/** The lawful acts that the form can record in this status, to which the act `by` led. */
export function offeredSteps(status: OrganisationStatus, by?: ActKind): readonly RecordedStep[] {
  const allowed = allowedActs(status, by);
  return RECORDED_STEPS.filter((step) => allowed.includes(step));
}

const TEXT_LENGTH_MAX = 500;

function textOf(field: string) {
  return z
    .string()
    .max(TEXT_LENGTH_MAX, editText.tooLong)
    .refine((typed) => controlCharacterAt(typed) === undefined, editText.controlCharacter(fieldLabels[field] ?? field))
    .transform(clean);
}

/** A typed day; empty: not known. What cannot be a day says why. */
function dayOrNone(field: string) {
  return z.string().transform((typed, context) => (typed.trim() === '' ? null : dayOf(field, typed, context)));
}

/** The same where a day must be given. */
export const effectiveDay = z.string().transform((typed, context) => dayOf('effectiveOn', typed, context));

function dayOf(field: string, typed: string, context: z.RefinementCtx): IsoDate {
  const reading = readDay(typed);
  if (reading.ok) return reading.day;
  context.addIssue({ code: 'custom', message: `${fieldLabels[field] ?? field}: ${sayDayProblem(reading)}` });
  return z.NEVER;
}

type Shape = Record<(typeof TEXTS)[number], ReturnType<typeof textOf>>;
const texts = Object.fromEntries(TEXTS.map((field) => [field, textOf(field)])) as Shape;

/**
 * What the form sends: every field, the version that was seen, and for fields that someone changed meanwhile whose value
 * stays (`keep-name=theirs`). Rules of the register speak at their fields.
 */
export function editForm(today: IsoDate) {
  return z
    .looseObject({
      ...texts,
      kind: z.enum(['cooperative', 'cooperative-union', 'cooperative-group']),
      establishedPrecision: z.enum(['day', 'month', 'year']),
      code: textOf('code').transform((typed) => typed || null),
      sectorCode: textOf('sectorCode').transform((typed) => typed || null),
      secondarySectorCode: textOf('secondarySectorCode').transform((typed) => typed || null),
      registeredOn: dayOrNone('registeredOn'),
      establishedOn: dayOrNone('establishedOn'),
      confirmedOn: dayOrNone('confirmedOn'),
      seenVersion: z.coerce.number().int(),
    })
    .superRefine((input, context) => {
      const facts = { ...factsOfForm(input), status: 'operating', statusSince: null };
      for (const { field, severity, refusal } of organisationRefusals(facts, today)) {
        if (severity === 'error') context.addIssue({ code: 'custom', path: [field], message: sayRefusal(refusal) });
      }
      if (isMasked(input.workPhone) && input.workPhone !== input.seenPhone)
        context.addIssue({ code: 'custom', path: ['workPhone'], message: editText.phoneMasked });
    });
}

function factsOfForm(input: Readonly<Record<string, unknown>>): Facts {
  return Object.fromEntries(EDITED_FIELDS.map((field) => [field, input[field] as FactValue]));
}

/** The values to be written: what was typed, save where the other person's value is to stay and where the mask was left. */
export function wantedFields(input: Readonly<Record<string, unknown>>): Facts {
  return Object.fromEntries(
    Object.entries(factsOfForm(input)).filter(
      ([field, value]) => input[`keep-${field}`] !== 'theirs' && !(field === 'workPhone' && isMasked(String(value))),
    ),
  );
}

/** What became of fields while the form was open, as the refusal tells. */
export interface ChangedMeanwhile {
  readonly version: number;
  readonly by: string;
  readonly fields: readonly string[];
  readonly seen: Facts;
  readonly now: Facts;
}

export interface Merge {
  readonly version: number;
  readonly by: string;
  /** Fields that both changed, each in another way: a person decides. */
  readonly rows: readonly {
    readonly field: string;
    readonly seen: FactValue;
    readonly mine: FactValue;
    readonly theirs: FactValue;
  }[];
  /** What the form shows next: as typed, with the other person's values where nothing else was typed. */
  readonly values: Facts;
}

/** Sets what was typed beside what someone else wrote meanwhile. */
export function mergeOf(typed: Facts, meanwhile: ChangedMeanwhile): Merge {
  const changed = meanwhile.fields.filter((field) => field in typed);
  const isTheirs = (field: string) => typed[field] === meanwhile.seen[field];
  const rows = changed
    .filter((field) => !isTheirs(field) && typed[field] !== meanwhile.now[field])
    .map((field) => ({
      field,
      seen: meanwhile.seen[field] ?? null,
      mine: typed[field] ?? null,
      theirs: meanwhile.now[field] ?? null,
    }));
  const theirs = Object.fromEntries(changed.filter(isTheirs).map((field) => [field, meanwhile.now[field] ?? null]));
  return { version: meanwhile.version, by: meanwhile.by, rows, values: { ...typed, ...theirs } };
}

/** The same for the screen: a number that somebody else wrote is masked; one typed by the person themselves stays readable. */
export function maskedMerge(merge: Merge, typed: Facts): Merge {
  const { workPhone } = merge.values;
  if (typeof workPhone !== 'string' || workPhone === typed.workPhone) return merge;
  return { ...merge, values: { ...merge.values, workPhone: maskPhone(workPhone) } };
}
