// The check of the package's files (crates/xtask/tools/packed.mjs) finds what it is there to find.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { inExamples } from './stage.js';

const CHECK = fileURLToPath(new URL('../../../crates/xtask/tools/packed.mjs', import.meta.url));

const folder = await mkdtemp(join(tmpdir(), 'painmap-package-'));
after(() => rm(folder, { recursive: true }));

/**
 * What the check says of the package after a change.
 * @param {(copy: string) => Promise<unknown>} change
 * @returns {Promise<string>}
 */
async function checked(change) {
  const copy = join(folder, 'copy');
  await rm(copy, { recursive: true, force: true });
  await cp(inExamples('plain-html/node_modules/painmap'), copy, { recursive: true });
  await change(copy);
  const entries = await readdir(copy, { recursive: true });
  const names = entries.filter((entry) => !entries.some((other) => other.startsWith(`${entry}/`)));
  const list = `${copy}.json`;
  await writeFile(list, JSON.stringify(names));
  return new Promise((resolve) => {
    execFile('node', [CHECK, copy, list], (_, stdout, stderr) => resolve(stdout + stderr));
  });
}

/** @param {string} copy @param {string} file @param {(text: string) => string} change */
async function edit(copy, file, change) {
  await writeFile(join(copy, file), change(await readFile(join(copy, file), 'utf8')));
}

test('the package itself is good', async () => {
  assert.equal(await checked(async () => {}), '');
});

test('files that nothing asks for and files that are missing are refused', async () => {
  assert.equal(await checked((copy) => writeFile(join(copy, 'dist/notes.txt'), '')), 'nothing asks for dist/notes.txt\n');
  assert.equal(await checked((copy) => rm(join(copy, 'dist/views/lateral-neutral.atlas'))), 'dist/views/lateral-neutral.atlas is not in the package\n');
  assert.equal(await checked((copy) => rm(join(copy, 'types/record.d.ts'))), 'types/record.d.ts is not in the package\n');
});

test('names that bundlers can’t follow are refused', async () => {
  for (const code of ['import(`./${name}.js`)', 'import(name)', 'new URL(`./${name}.atlas`,import.meta.url)', 'new URL(name+".atlas",import.meta.url)']) {
    assert.equal(await checked((copy) => edit(copy, 'dist/pain-map.js', (text) => text + code)), `dist/pain-map.js: bundlers can't follow ${code}\n`);
  }
});

test('a package that runs or needs something when it is installed is refused', async () => {
  const with_ = (/** @type {object} */ more) => checked((copy) => edit(copy, 'package.json', (text) => JSON.stringify({ ...JSON.parse(text), ...more })));
  assert.equal(await with_({ scripts: { postinstall: 'true' } }), 'package.json has scripts\n');
  assert.equal(await with_({ dependencies: { one: '1.0.0' } }), 'package.json has dependencies\n');
});
