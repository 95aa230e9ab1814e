// Serves the files of a folder on a free port, under a policy of the test's own.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** What a page needs to hold the widget, and no more. */
export const STRICT = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];
export const TRUSTED_TYPES = ["require-trusted-types-for 'script'", "trusted-types 'none'"];

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
};

/**
 * @typedef {object} Folder
 * @property {string} origin the server's address, without a slash at its end
 * @property {string[]} asked the paths that were asked for, without what follows a question mark
 * @property {() => Promise<void>} stop
 */

/**
 * @param {string} folder
 * @param {{ policy?: string[], change?: (path: string, text: string) => string }} [how] the policy of its pages, and
 *   what is changed in the texts of pages on their way
 * @returns {Promise<Folder>}
 */
export async function serveFolder(folder, { policy = STRICT, change = (_, text) => text } = {}) {
  /** @type {string[]} */
  const asked = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://here').pathname);
    asked.push(path);
    try {
      const file = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
      const bytes = await readFile(file);
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'content-security-policy': policy.join('; ') });
      response.end(type.startsWith('text/html') ? change(path, bytes.toString()) : bytes);
    } catch {
      // Browsers ask for an icon by themselves.
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
    }
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', () => resolve(undefined)); });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    stop: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}
