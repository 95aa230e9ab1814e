// What `import` finds in the package, without a DOM and in a development server, and what the types refuse.

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { test } from 'node:test';

import { inExamples, watched } from './stage.js';

/**
 * Runs node in an example's folder.
 * @param {string} example
 * @param {string[]} args
 * @returns {Promise<{ status: number, said: string }>}
 */
const node = (example, ...args) =>
  new Promise((resolve) => {
    execFile('node', args, { cwd: inExamples(example) }, (error, stdout, stderr) => {
      resolve({ status: error ? Number(error.code) : 0, said: stdout + stderr });
    });
  });

test('on a server the imports do nothing', async () => {
  const script = `
    const before = Object.getOwnPropertyNames(globalThis).join();
    for (const name of ['painmap', 'painmap/element', 'painmap/react', 'painmap/vue', 'painmap/svelte']) {
      const { PainMapElement } = await import(name);
      if (typeof PainMapElement !== 'function') throw new Error(name);
    }
    if (Object.getOwnPropertyNames(globalThis).join() !== before) throw new Error('there are new globals');
    for (const name of ['painmap/frame.html', 'painmap/custom-elements.json', 'painmap/package.json']) {
      const { existsSync } = await import('node:fs');
      if (!existsSync(new URL(import.meta.resolve(name)))) throw new Error(name);
    }
    console.log('good');`;
  assert.deepEqual(await node('plain-html', '--input-type=module', '--eval', script), { status: 0, said: 'good\n' });
});

test('React writes the element on a server', async () => {
  const script = `
    import { createElement } from 'react';
    import { renderToString } from 'react-dom/server';
    import 'painmap/react';
    console.log(renderToString(createElement('pain-map', { name: 'pain', required: true, crop: 'back' })));`;
  const { said } = await node('react', '--input-type=module', '--eval', script);
  assert.equal(said, '<pain-map name="pain" required="" crop="back"></pain-map>\n');
});

test('Vite’s development server finds the files too', async () => {
  const server = spawn('node', ['node_modules/vite/bin/vite.js', '--host', '127.0.0.1', '--port', '5391', '--clearScreen', 'false'], {
    cwd: inExamples('react'),
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await new Promise((resolve, reject) => {
      server.once('exit', () => reject(new Error('Vite ended')));
      createInterface(server.stdout).on('line', (line) => {
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(line)?.[0];
        if (found) resolve(found);
      });
    });
    await watched(address, async (page) => {
      await page.locator('pain-map:state(ready)').waitFor();
      await page.getByRole('button', { name: 'Front', exact: true }).first().click();
      await page.locator('.surface:not([aria-busy="true"])').waitFor();
    }, [/WebSocket|request to another server: ws:|favicon|404/]);
  } finally {
    server.kill();
  }
});

/** The example's form, and how its compiler is asked. @type {Record<string, [file: string, ...command: string[]]>} */
const COMPILERS = {
  react: ['Intake.tsx', 'node_modules/typescript/bin/tsc'],
  vue: ['Intake.vue', 'node_modules/vue-tsc/bin/vue-tsc.js'],
  svelte: ['Intake.svelte', 'node_modules/svelte-check/bin/svelte-check', '--output', 'machine'],
};

for (const [example, [file, ...command]] of Object.entries(COMPILERS)) {
  test(`${example}: templates are checked against the types`, async () => {
    const good = await readFile(inExamples(example, 'src', file), 'utf8');
    const bad = inExamples(example, 'src', file.replace('Intake', 'Wrong'));
    await writeFile(bad, good.replace('crop="back"', 'crop="knee"').replace('detail.id', 'detail.size'));
    try {
      const { status, said } = await node(example, ...command);
      assert.notEqual(status, 0);
      assert.match(said, /Type '\\?"knee\\?"' is not assignable/);
      assert.match(said, /Property 'size' does not exist on type 'PainMapSelectDetail'/);
    } finally {
      await rm(bad);
    }
  });
}
