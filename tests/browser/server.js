// Starts the example intake server on a free port, as a program of its own.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** The line that the server prints once it listens. */
const READY = /^listening on (http:\/\/\S+)$/;

/**
 * @typedef {object} Site
 * @property {string} url the address of the demo, with a slash at its end
 * @property {() => Promise<unknown>} last the last record that was accepted, null if none was
 * @property {() => Promise<void>} stop
 */

/** @returns {Promise<Site>} */
export async function startServer() {
  const program = process.env.PAINMAP_SERVER;
  if (!program) throw new Error('PAINMAP_SERVER is not set: run `cargo xtask test browser`');
  const www = process.env.PAINMAP_WWW ? ['--www', process.env.PAINMAP_WWW] : [];
  const server = spawn(program, ['--port', '0', '--keep-last', ...www], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  /** @type {Promise<void>} */
  const ended = new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => resolve());
  });

  /** @type {Promise<string>} */
  const ready = new Promise((resolve) => {
    createInterface(server.stdout).on('line', (line) => {
      const address = READY.exec(line)?.[1];
      if (address) resolve(address);
    });
  });
  const url = await Promise.race([ready, ended]);
  if (!url) throw new Error('the server ended before it listened');

  // A test file that is stopped half-way must not leave a server behind.
  process.once('exit', () => server.kill());
  return {
    url,
    async last() {
      const answer = await fetch(new URL('api/last', url));
      return answer.status === 404 ? null : await answer.json();
    },
    async stop() {
      server.kill();
      await ended;
    },
  };
}
