import { assert, present } from '#kernel/assert.ts';
import type { Book } from './fields.ts';
import { CREDIT_FUNDS, factsOf, ORGANISATIONS } from './fields.ts';
import type { Incoming } from './matching.ts';
import type { CreditFundRow, Facts, FactValue, RegisterRow } from './model.ts';

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();
const BLOCK_BYTES = 1 << 20;

/**
 * Rows of a sheet kept as bytes, a third of what they take as objects: a workbook may have a hundred thousand. A row is
 * made anew each time it is looked at; reading them in order is cheap.
 */
export class PackedRows<Row extends RegisterRow | CreditFundRow> implements Iterable<Row> {
  readonly #book: Book;
  readonly #names: readonly string[];
  readonly #money: readonly number[];
  readonly #ids: (string | null)[] = [];
  readonly #rowNos: number[] = [];
  readonly #blocks: Uint8Array[] = [];
  /** Of each row three numbers: which block, from where, how long. */
  readonly #places: number[] = [];
  #used = BLOCK_BYTES;
  #last: { readonly at: number; readonly facts: Facts } | undefined;

  private constructor(book: Book) {
    this.#book = book;
    const fields = [...book.own, ...book.report];
    this.#names = fields.map((field) => field.name);
    this.#money = fields.flatMap((field, place) => (field.type === 'bigint' ? [place] : []));
  }

  static ofRegister(rows: Iterable<RegisterRow> = []): PackedRows<RegisterRow> {
    return new PackedRows<RegisterRow>(ORGANISATIONS).#taking(rows);
  }

  static ofCreditFunds(rows: Iterable<CreditFundRow> = []): PackedRows<CreditFundRow> {
    return new PackedRows<CreditFundRow>(CREDIT_FUNDS).#taking(rows);
  }

  get length(): number {
    return this.#rowNos.length;
  }

  add(row: Row): void {
    const facts = factsOf(this.#book, row);
    const bytes = ENCODER.encode(JSON.stringify(this.#names.map((name) => facts[name] ?? null)));
    if (this.#used + bytes.length > BLOCK_BYTES) {
      this.#blocks.push(new Uint8Array(Math.max(BLOCK_BYTES, bytes.length)));
      this.#used = 0;
    }
    this.#blocks.at(-1)?.set(bytes, this.#used);
    this.#places.push(this.#blocks.length - 1, this.#used, bytes.length);
    this.#used += bytes.length;
    this.#ids.push(row.id);
    this.#rowNos.push(row.rowNo);
  }

  *[Symbol.iterator](): Iterator<Row> {
    for (let at = 0; at < this.length; at += 1) {
      const fields: Record<string, unknown> = { ...this.factsAt(at), id: this.#ids[at], rowNo: this.#rowNos[at] };
      for (const place of this.#money) {
        const name = this.#names[place] ?? '';
        if (fields[name] !== null) fields[name] = BigInt(String(fields[name]));
      }
      yield fields as unknown as Row;
    }
  }

  /** What the row says, as the history keeps it. */
  factsAt(at: number): Facts {
    if (this.#last?.at === at) return this.#last.facts;
    const [block = 0, from = 0, length = 0] = this.#places.slice(at * 3, at * 3 + 3);
    const bytes = present(this.#blocks[block], 'a block of rows').subarray(from, from + length);
    const values = JSON.parse(DECODER.decode(bytes)) as readonly FactValue[];
    assert(values.length === this.#names.length, 'a row has a value for each field');
    const facts: Record<string, FactValue> = {};
    this.#names.forEach((name, place) => {
      facts[name] = values[place] ?? null;
    });
    this.#last = { at, facts };
    return facts;
  }

  /** The rows as they are compared with the register. */
  incoming(): readonly Incoming[] {
    return this.#rowNos.map((rowNo, at) => new PackedRow(this, at, this.#ids[at] ?? null, rowNo));
  }

  #taking(rows: Iterable<Row>): this {
    for (const row of rows) this.add(row);
    return this;
  }
}

class PackedRow implements Incoming {
  readonly id: string | null;
  readonly rowNo: number;
  readonly #rows: { factsAt(at: number): Facts };
  readonly #at: number;

  constructor(rows: { factsAt(at: number): Facts }, at: number, id: string | null, rowNo: number) {
    this.#rows = rows;
    this.#at = at;
    this.id = id;
    this.rowNo = rowNo;
  }

  get facts(): Facts {
    return this.#rows.factsAt(this.#at);
  }
}
