/** What the acts of a slice are called, and what their facts are called. */
export interface EventWords {
  readonly events: Readonly<Record<string, string>>;
  readonly eventFacts: Readonly<Record<string, string>>;
}

const slices = new Map<string, EventWords>();

/** Makes a slice's words known to this process; its kinds begin with the slice's name. Called by `src/words.ts`. */
export function registerEvents(words: EventWords): void {
  for (const kind of Object.keys(words.events)) slices.set(sliceOf(kind), words);
}

/** The words of a kind; the kind itself when no slice has words for it. */
export function sayEvent(kind: string): string {
  return slices.get(sliceOf(kind))?.events[kind] ?? kind;
}

/** The words of one fact of that kind; its name when there are none. */
export function sayFact(kind: string, name: string): string {
  return slices.get(sliceOf(kind))?.eventFacts[name] ?? name;
}

/** Every kind that has words, slice by slice. */
export function knownEvents(): readonly string[] {
  return [...new Set([...slices.values()].flatMap(({ events }) => Object.keys(events)))].sort();
}

function sliceOf(kind: string): string {
  return kind.split('.', 1)[0] ?? kind;
}
