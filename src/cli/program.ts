import { Command, Option } from 'commander';
import { addBackup } from './backup.ts';
import { addCheck } from './check.ts';
import { addConfig } from './config.ts';
import { addDemo } from './demo.ts';
import { addDrill } from './drill.ts';
import { addImport } from './import.ts';
import { addLineage } from './lineage.ts';
import type { Words } from './messages.vi.ts';
import { addMigrate } from './migrate.ts';
import { addPlaces } from './places.ts';
import { addRestore } from './restore.ts';
import { addRetention } from './retention.ts';
import { addReview } from './review.ts';
import { wordsOf } from './run.ts';
import { addServe } from './serve.ts';
import { addTemplate } from './template.ts';
import { addUser } from './user.ts';
import { addVerify } from './verify.ts';
import '../kept.ts';
import '../words.ts';

/** A command of the command line, added to the program; its words in the chosen language. */
export type AddCommand = (program: Command, words: Words) => void;

const COMMANDS: readonly AddCommand[] = [
  addServe,
  addMigrate,
  addTemplate,
  addImport,
  addDemo,
  addReview,
  addVerify,
  addLineage,
  addUser,
  addBackup,
  addRestore,
  addDrill,
  addCheck,
  addConfig,
  addRetention,
  addPlaces,
];

export function makeProgram(argv: readonly string[]): Command {
  const words = wordsOf(argv);
  const program = new Command('hopluc')
    .description(words.title)
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .configureHelp({
      showGlobalOptions: true,
      optionDescription: (option) => option.description,
      styleTitle: (title) => words.headings[title as keyof typeof words.headings] ?? title,
    })
    .helpOption('-h, --help', words.options.help)
    .helpCommand(false)
    .option('--json', words.options.json)
    .addOption(new Option('--lang <lang>', words.options.lang).choices(['vi', 'en']).default('vi'));
  for (const add of COMMANDS) add(program, words);
  return program;
}
