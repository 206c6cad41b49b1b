type Value = number | string | boolean;
/** A range is a list; a fault is what Excel shows as `#VALUE!` or `#DIV/0!`. */
type Result = Value | Value[] | Fault;
class Fault {}

const TOKEN = /\s*("(?:[^"])*"|'[^']+'!|[A-Z]+\d+(?::[A-Z]+\d+)?|[A-Z]+(?=\()|\d+(?:\.\d+)?|[-+*/&=(),])/y;

/** Looks a cell up: its value, computed when it is a formula. */
export type Lookup = (sheet: string, address: string) => Value;

/** Evaluates the formulas that the tables use, independently of what their writer computed. */
export function evaluate(formula: string, sheet: string, lookup: Lookup): Value | 'fault' {
  const tokens = tokensOf(formula);
  const reader = new Reader(tokens, sheet, lookup);
  const result = reader.comparison();
  if (tokens.length !== reader.at) throw new Error(`cannot read ${formula} at ${tokens[reader.at]}`);
  if (result instanceof Fault) return 'fault';
  if (Array.isArray(result)) throw new Error('a cell holds one value');
  return result;
}

function tokensOf(formula: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const found = TOKEN.exec(formula)?.[1];
    if (found === undefined) throw new Error(`cannot read ${formula}`);
    tokens.push(found);
  }
  return tokens;
}

class Reader {
  at = 0;
  private readonly tokens: readonly string[];
  private readonly sheet: string;
  private readonly lookup: Lookup;

  constructor(tokens: readonly string[], sheet: string, lookup: Lookup) {
    this.tokens = tokens;
    this.sheet = sheet;
    this.lookup = lookup;
  }

  comparison(): Result {
    let left = this.joined();
    while (this.take('=')) left = pairwise(left, this.joined(), (a, b) => a === b);
    return left;
  }

  private joined(): Result {
    let left = this.sum();
    while (this.take('&')) left = pairwise(left, this.sum(), (a, b) => `${a}${b}`);
    return left;
  }

  private sum(): Result {
    let left = this.product();
    for (;;) {
      if (this.take('+'))
        left = pairwise(
          left,
          this.product(),
          arithmetic((a, b) => a + b),
        );
      else if (this.take('-'))
        left = pairwise(
          left,
          this.product(),
          arithmetic((a, b) => a - b),
        );
      else return left;
    }
  }

  private product(): Result {
    let left = this.atom();
    for (;;) {
      if (this.take('*'))
        left = pairwise(
          left,
          this.atom(),
          arithmetic((a, b) => a * b),
        );
      else if (this.take('/'))
        left = pairwise(
          left,
          this.atom(),
          arithmetic((a, b) => (b === 0 ? new Fault() : a / b)),
        );
      else return left;
    }
  }

  private atom(): Result {
    const token = this.tokens[this.at++] ?? '';
    if (token.startsWith('"')) return token.slice(1, -1);
    if (token.endsWith('!')) return this.cells(token.slice(1, -2), this.tokens[this.at++] ?? '');
    if (/^\d/.test(token)) return Number(token);
    if (/^[A-Z]+\d/.test(token)) return this.cells(this.sheet, token);
    if (token === '(') return this.closed(this.comparison());
    this.take('(');
    return this.call(token);
  }

  private call(name: string): Result {
    const given: Result[] = [this.comparison()];
    while (this.take(',')) given.push(this.comparison());
    return this.closed(FUNCTIONS[name]?.(given) ?? new Fault());
  }

  private cells(sheet: string, reference: string): Result {
    const [first = '', last] = reference.split(':');
    if (last === undefined) return this.lookup(sheet, first);
    return addressesOf(first, last).map((address) => this.lookup(sheet, address));
  }

  private closed<T>(value: T): T {
    if (!this.take(')')) throw new Error('a bracket is never closed');
    return value;
  }

  private take(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }
}

/** Sums pass over text, as in Excel; a product of ranges is made cell by cell. */
const FUNCTIONS: Readonly<Record<string, (given: readonly Result[]) => Result>> = {
  SUM: (given) => numbersOf(given).reduce((sum, number) => sum + number, 0),
  COUNT: (given) => numbersOf(given).length,
  IF: ([condition, then = '', otherwise = '']) => (condition ? then : otherwise),
  IFERROR: ([tried = new Fault(), otherwise = '']) => (tried instanceof Fault ? otherwise : tried),
  ISNUMBER: ([given]) =>
    Array.isArray(given) ? given.map((value) => typeof value === 'number') : typeof given === 'number',
  SUMPRODUCT: (given) => {
    const lists = given.map((list) => (Array.isArray(list) ? list : []));
    const factorOf = (value: Value | undefined) => (typeof value === 'number' ? value : 0);
    return (lists[0] ?? []).reduce(
      (sum: number, _, at) => sum + lists.reduce((all, list) => all * factorOf(list[at]), 1),
      0,
    );
  },
};

function numbersOf(given: readonly Result[]): number[] {
  return given.flat().filter((value) => typeof value === 'number');
}

function pairwise(a: Result, b: Result, apply: (a: Value, b: Value) => Value | Fault): Result {
  if (a instanceof Fault || b instanceof Fault) return new Fault();
  if (!Array.isArray(a) || !Array.isArray(b)) {
    if (Array.isArray(a) || Array.isArray(b)) throw new Error('a range with a single cell');
    return apply(a, b);
  }
  const all = a.map((value, at) => apply(value, b[at] ?? ''));
  return all.some((value) => value instanceof Fault) ? new Fault() : (all as Value[]);
}

function arithmetic(apply: (a: number, b: number) => number | Fault): (a: Value, b: Value) => Value | Fault {
  return (a, b) => (typeof a === 'string' || typeof b === 'string' ? new Fault() : apply(Number(a), Number(b)));
}

function addressesOf(first: string, last: string): string[] {
  const row = first.replace(/\D/g, '');
  const [from, until] = [first, last].map((address) => numberOf(address.replace(/\d/g, '')));
  return Array.from({ length: (until ?? 0) - (from ?? 0) + 1 }, (_, at) => lettersOf((from ?? 0) + at) + row);
}

function numberOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function lettersOf(number: number): string {
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return number > 26 ? lettersOf(Math.floor((number - 1) / 26)) + letter : letter;
}
