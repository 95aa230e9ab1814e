// The contenders' pages and their server: all compressed beforehand, the same headers for all.

import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

import { CONTENDERS, PEERS } from './contenders.js';

const HERE = import.meta.dirname;

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
  '.atlas': 'application/octet-stream',
};

/**
 * @typedef {object} Site
 * @property {string} url
 * @property {() => void} stop
 */

/**
 * @param {{ dist: string, esbuild: string }} folders the built web component, and the npm package of the bundler
 * @returns {Promise<Site>}
 */
export async function startSite({ dist, esbuild }) {
  const files = new Map();
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && extname(path) in TYPES) {
      files.set(`/dist${path.slice(dist.length).replaceAll(sep, '/')}`, compress(await readFile(path)));
    }
  }
  const { build } = await import(pathToFileURL(join(esbuild, 'lib/main.js')).href);
  for (const { key, script } of PEERS) files.set(script, compress(await bundle(build, key)));
  const probe = await readFile(join(HERE, 'probe.js'), 'utf8');
  for (const contender of CONTENDERS) files.set(`/${contender.key}.html`, compress(page(contender, probe)));

  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://localhost').pathname;
    const body = files.get(address);
    if (!body) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(address)],
      'content-encoding': 'br',
      'content-length': body.length,
      'cache-control': 'no-store',
    });
    response.end(body);
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', () => resolve(undefined)); });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}`, stop: () => { server.close(); } };
}

/** @param {string | Uint8Array} bytes */
function compress(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } });
}

/**
 * One script with all that it needs, as a page in production would have it.
 * @param {(options: object) => Promise<{ outputFiles: { contents: Uint8Array }[] }>} build
 * @param {string} key
 */
async function bundle(build, key) {
  const { outputFiles: [script] } = await build({
    entryPoints: [join(HERE, 'pages', `${key}.js`)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return script.contents;
}

/**
 * Nothing is on the page but the contender, so that the first content on the screen is its own.
 * @param {import('./contenders.js').Contender} contender
 * @param {string} probe
 */
function page({ name, script, markup, knowledge }, probe) {
  const known = Object.entries(knowledge).map(([what, value]) => `${what}: ${value}`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${name}</title>
<link rel="icon" href="data:,">
<script>globalThis.contender = { ${known.join(', ')} };
${probe}</script>
<script type="module" src="${script}"></script>
<body><div id="first">${markup}</div></body>
</html>
`;
}
