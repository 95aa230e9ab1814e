// Writes what is said of the element: node write.mjs ROOT MANIFEST PAGE
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { elementPage } from './element-page.mjs';
import { manifest } from './manifest.mjs';

const [root = '', manifestFile = '', pageFile = ''] = process.argv.slice(2);
const made = manifest(join(root, 'www'));
const help = join(root, 'www/src/interface/help.js');
const { KEYS } = existsSync(help) ? await import(pathToFileURL(help).href) : { KEYS: [] };
const texts = JSON.parse(readFileSync(join(root, 'crates/painmap/locales/en.json'), 'utf8'));
writeFileSync(manifestFile, `${JSON.stringify(made, null, 2)}\n`);
writeFileSync(pageFile, elementPage(made, KEYS, texts));
