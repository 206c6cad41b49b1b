import type { z } from 'zod';
import type { Refusal } from '#kernel/refusal.ts';
import { controlCharacterAt } from '#kernel/text-vi.ts';
import { text } from './messages.vi.ts';

/** A refusal ready for the screen. */
export interface ProblemFacts {
  readonly code: string;
  readonly text: string;
  /** The legal ground, where there is one. */
  readonly law: string | null;
}

/** What an action answers when the form cannot be accepted; nothing that was typed is lost. */
export interface FormProblem {
  /** One sentence by field name. */
  readonly fields: Readonly<Record<string, string>>;
  readonly refusal: ProblemFacts | null;
  /** What was typed, by field name; never a password or a file. */
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}

/** 404 for codes that end in `.not-found` or `.unknown`, 403 for `.denied`, 410 for `.expired`, 429 for `.too-many`, 409 for every other lawful no. */
export function statusOf(refusal: Refusal): 403 | 404 | 409 | 410 | 429 {
  if (/\.(not-found|unknown)$/.test(refusal.code)) return 404;
  if (refusal.code.endsWith('.denied')) return 403;
  if (refusal.code.endsWith('.expired')) return 410;
  if (refusal.code.endsWith('.too-many')) return 429;
  return 409;
}

/** The first sentence of each field, by the field's own name (a list's entries speak under the list's name). */
export function fieldsOf(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const name = String(issue.path[0] ?? '');
    fields[name] ??= issue.message;
  }
  return fields;
}

/** A sentence for each field whose text holds control characters other than tab and line end; undefined when none does. */
export function controlCharacters(form: FormData): Record<string, string> | undefined {
  const dirty = [...form.entries()].flatMap(([name, value]) =>
    typeof value === 'string' && controlCharacterAt(value) !== undefined
      ? [[name.replace(/\[\]$/, ''), text.dirty]]
      : [],
  );
  return dirty.length > 0 ? Object.fromEntries(dirty) : undefined;
}

const NEVER_GIVEN_BACK = /password|mat-?khau/i;

export function valuesOf(form: FormData): Record<string, string | string[]> {
  const values = new Map<string, string | string[]>();
  for (const name of new Set(form.keys())) {
    if (NEVER_GIVEN_BACK.test(name)) continue;
    const texts = form.getAll(name).filter((value) => typeof value === 'string');
    if (name.endsWith('[]')) values.set(name.slice(0, -2), texts);
    else if (texts.length > 0) values.set(name, texts.at(-1) ?? '');
  }
  return Object.fromEntries(values);
}

/** What stood in the field when the form came back, or what it began with. */
export function typed(problem: FormProblem | undefined, name: string, begin = ''): string {
  const value = problem?.values[name];
  return typeof value === 'string' ? value : begin;
}
