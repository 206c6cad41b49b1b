import { makeProgram } from './cli/program.ts';
import { runProgram } from './cli/run.ts';

process.exit(await runProgram(makeProgram(process.argv), process.argv));
