import { spawn } from 'node:child_process';
import path from 'node:path';

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly told: string;
}

const PROGRAM = path.join(import.meta.dirname, '../../bin/hopluc');

/** Runs `bin/hopluc` as a person would, from another folder, with only these variables of ours set. */
export async function hopluc(args: readonly string[], env: NodeJS.ProcessEnv, cwd: string): Promise<Ran> {
  const { HOME, PATH, TMPDIR } = process.env;
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd, env: { HOME, PATH, TMPDIR, ...env } });
  const [out, told, status] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  return { status, out, told };
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const part of stream.setEncoding('utf8')) text += part;
  return text;
}
