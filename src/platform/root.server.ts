import { existsSync } from 'node:fs';
import path from 'node:path';

/** The project's folder, also when this code runs bundled from `build/`: the nearest folder above that holds the migrations. */
export function projectRoot(): string {
  if (process.env.HOPLUC_ROOT) return process.env.HOPLUC_ROOT;
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'migrations', 'migrations.txt'))) {
    const above = path.dirname(folder);
    if (above === folder) throw new Error('the folder of the project is not above this program; set HOPLUC_ROOT');
    folder = above;
  }
  return folder;
}
