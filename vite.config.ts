import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { reactRouter } from '@react-router/dev/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';

/** The server itself is the input of the server build, so that pages and server share one graph of modules. */
export default defineConfig({
  plugins: [reactRouter(), compressedBeside()],
  build: { assetsInlineLimit: 0, reportCompressedSize: false },
  environments: {
    ssr: { build: { sourcemap: true, target: 'node22', rollupOptions: { input: './src/server.ts' } } },
  },
});

const COMPRESSIBLE = /\.(css|js|svg|json)$/;

/** Writes `.br` and `.gz` beside each text asset once, instead of compressing at each request. */
function compressedBeside(): Plugin {
  return {
    name: 'compressed-beside',
    apply: 'build',
    async writeBundle({ dir }) {
      if (this.environment.name !== 'client' || !dir) return;
      const folder = path.join(dir, 'assets');
      const names = (await readdir(folder)).filter((name) => COMPRESSIBLE.test(name));
      await Promise.all(names.map((name) => compress(path.join(folder, name))));
    },
  };
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file);
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes));
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}
