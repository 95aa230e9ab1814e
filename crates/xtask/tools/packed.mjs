// Checks what an npm package would hold: node packed.mjs FOLDER LIST, the list of its files as JSON.
//
// Every script, and every file that one of them asks for, must be there, and nothing that none asks for.
// Names of files must stand in the code in full, since bundlers follow no others.
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const [folder = '', list = ''] = process.argv.slice(2);
/** @type {Set<string>} */
const files = new Set(JSON.parse(readFileSync(list, 'utf8')));
const text = (/** @type {string} */ file) => readFileSync(join(folder, file), 'utf8');
const settings = JSON.parse(text('package.json'));
/** @type {string[]} */
const faults = [];

for (const kind of ['scripts', 'dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies', 'bin']) {
  if (settings[kind]) faults.push(`package.json has ${kind}`);
}

// What people ask for, and what npm and the licences want.
const reached = new Set(['package.json', 'README.md', 'LICENSE-APACHE', 'LICENSE-MIT']);
for (const target of Object.values(settings.exports).flatMap((entry) => Object.values(typeof entry === 'string' ? { entry } : entry))) {
  reached.add(normalize(target));
}
for (const file of reached) {
  if (!files.has(file)) faults.push(`${file} is not in the package`);
  else for (const name of asked(file)) reached.add(normalize(join(dirname(file), name)));
}
for (const file of files) if (!reached.has(file)) faults.push(`nothing asks for ${file}`);

if (faults.length) {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exitCode = 1;
}

/** The files that a file names, by their paths from it. @param {string} file */
function asked(file) {
  const source = /\.(js|d\.ts|html)$/.test(file) ? text(file) : '';
  if (file.endsWith('.html')) return [...source.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, name]) => name ?? '');
  for (const [part] of source.matchAll(/\bimport\((?!['"`][^$]*?['"`]\))[^)]*\)|new URL\((?!['"`][^$]*?['"`],)[^)]*import\.meta\.url\)/g)) {
    faults.push(`${file}: bundlers can't follow ${part}`);
  }
  const found = source.matchAll(/(?:\bfrom|\bimport|\bimport\(|new URL\()\s*(['"`])([^'"`$]+)\1/g);
  const own = [...found].map(([, , name]) => name ?? '').filter((name) => file.endsWith('.js') || name.startsWith('.'));
  // Types are named as the scripts would be.
  return file.endsWith('.d.ts') ? own.map((name) => name.replace(/\.js$/, '.d.ts')) : own;
}
