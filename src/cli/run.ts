import type { Command } from 'commander';
import { CommanderError } from 'commander';
import { Refused } from '#kernel/refusal.ts';
import { sayRefusal } from '#platform/i18n/words.ts';
import { en } from './messages.en.ts';
import type { Words } from './messages.vi.ts';
import { vi } from './messages.vi.ts';

/** What a command ends with: done, failed (bug, I/O), refused (bad input, rule), wrong usage. */
export const STATUS = { done: 0, failed: 1, refused: 2, usage: 64 } as const;
export type Status = (typeof STATUS)[keyof typeof STATUS];

/** How a command speaks: the answer on stdout (one JSON document with `--json`), everything else on stderr. */
export interface Cli {
  readonly words: Words;
  readonly json: boolean;
  /** For people, on stderr. */
  tell(sentence: string): void;
  /** The answer: the document with `--json`, else the lines. */
  answer(document: unknown, lines: readonly string[]): void;
}

/** Wrong usage found after parsing, e.g. a value that no option accepts. */
export class WrongUsage extends Error {}

export type Work = (cli: Cli, command: Command) => Promise<Status | undefined>;

/** Makes a commander action of a command's work: its status becomes the process's, whatever it throws. */
export function act(work: Work) {
  return async function action(this: Command): Promise<void> {
    const cli = cliOf(this);
    try {
      process.exitCode = (await work(cli, this)) ?? STATUS.done;
    } catch (error) {
      process.exitCode = explain(cli, error);
    }
  };
}

/** Runs the whole command line and answers the exit status. */
export async function runProgram(program: Command, argv: readonly string[]): Promise<Status> {
  try {
    await program.parseAsync(argv);
    return (process.exitCode ?? STATUS.done) as Status;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return STATUS.done;
    const words = wordsOf(argv);
    const sentence = error instanceof CommanderError ? usageSentence(words, error) : undefined;
    process.stderr.write(`${sentence ?? words.failed(reasonOf(error))}\n`);
    return sentence ? STATUS.usage : STATUS.failed;
  }
}

/** The language is needed before anything is parsed: help and complaints are in it too. */
export function wordsOf(argv: readonly string[]): Words {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const wanted = argv[at]?.split('=')[1] ?? argv[at + 1];
  return at >= 0 && wanted === 'en' ? en : vi;
}

function cliOf(command: Command): Cli {
  const { json = false, lang } = command.optsWithGlobals<{ json?: boolean; lang?: string }>();
  const words = lang === 'en' ? en : vi;
  return {
    words,
    json,
    tell: (sentence) => void process.stderr.write(`${sentence}\n`),
    answer(document, lines) {
      const plain = JSON.stringify(document, (_, value) => (typeof value === 'bigint' ? String(value) : value), 2);
      process.stdout.write(json ? `${plain}\n` : lines.map((line) => `${line}\n`).join(''));
    },
  };
}

function explain(cli: Cli, error: unknown): Status {
  if (error instanceof WrongUsage) {
    cli.tell(error.message);
    return STATUS.usage;
  }
  if (error instanceof Refused) {
    const text = sayRefusal(error.refusal);
    cli.tell(cli.words.refused(error.refusal.code, text));
    if (cli.json) cli.answer({ refused: { code: error.refusal.code, text } }, []);
    return STATUS.refused;
  }
  const { code, path } = error as NodeJS.ErrnoException;
  const known = code && path ? cli.words.inputOutput(code, path) : undefined;
  cli.tell(known ?? cli.words.failed(reasonOf(error)));
  if (cli.json) cli.answer({ failed: { text: known ?? (error instanceof Error ? error.message : String(error)) } }, []);
  return STATUS.failed;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function usageSentence(words: Words, error: CommanderError): string {
  const [, name = ''] = /'([^']*)'/.exec(error.message) ?? [];
  const { usage } = words;
  const sentences: Readonly<Record<string, string>> = {
    'commander.unknownCommand': usage.unknownCommand(name),
    'commander.unknownOption': usage.unknownOption(name),
    'commander.missingArgument': usage.missingArgument(name),
    'commander.optionMissingArgument': usage.missingValue(name),
    'commander.missingMandatoryOptionValue': usage.missingOption(name),
    'commander.excessArguments': usage.tooMany(),
    'commander.invalidArgument': usage.invalid(name),
    'commander.help': usage.missingCommand(),
  };
  return sentences[error.code] ?? error.message;
}
