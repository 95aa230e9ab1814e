// The widget as assistive technology gets it: the accessibility tree that Chromium makes, the whole task by it alone, what
// is announced, and the list that does what the drawing does.
//
// tests/browser/golden/ holds the tree of the main states as text; UPDATE=1 writes it anew.

import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';

import { button, connect, Finger, rate } from './hands.js';
import { browserTest, PHONE } from './harness.js';
import { brushReady, check, click, openDemo, openTrial, record, settled } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ nodeId: string, parentId?: string, ignored: boolean, role?: { value: string }, name?: { value: string }, backendDOMNodeId?: number }} Node */

const GOLDEN = new URL('golden/', import.meta.url);

/** Compares the widget's tree with what was found right. @param {Page} page @param {string} name */
async function assertTree(page, name) {
  await settled(page);
  const tree = await page.locator('pain-map').first().ariaSnapshot();
  // The years go with the calendar.
  const text = `${tree.split('\n').filter((line) => !/option "(19|20)\d\d"/.test(line)).join('\n')}\n`;
  const file = new URL(`tree-${name}.txt`, GOLDEN);
  if (process.env.UPDATE === '1') {
    await mkdir(GOLDEN, { recursive: true });
    await writeFile(file, text);
  }
  assert.equal(text, await readFile(file, 'utf8'), `${name}: UPDATE=1 writes the golden text anew`);
}

const TRIAL = `<form><label for="map">Where does it hurt?</label><pain-map id="map" name="pain" views="posterior anterior" crop="shoulders"
  ask="intensity worst-intensity spread qualities size since note"></pain-map></form>`;

browserTest('the tree in the main states', {}, async ({ page, site }) => {
  await openTrial(page, site.url, TRIAL);
  await assertTree(page, 'empty');
  await click(page, { x: 600, y: 2300 });
  await assertTree(page, 'selected');
  await rate(page, 7).check();
  await button(page, 'Show where it spreads').click();
  await assertTree(page, 'spread-waiting');
  await click(page, { x: 300, y: 1400 });
  await assertTree(page, 'spread');
  await button(page, 'Done').click();
  await assertTree(page, 'done');
  await button(page, 'Paint an area').click();
  await brushReady(page);
  await click(page, { x: -500, y: 2300 });
  await assertTree(page, 'area');
  await button(page, 'Clear all').click();
  await page.getByRole('checkbox', { name: 'No pain today' }).check();
  await assertTree(page, 'no-pain');
  await button(page, 'Help').click();
  await page.getByRole('dialog').waitFor();
  await assertTree(page, 'help');
  await button(page, 'Close').click();
  await page.locator('pain-map').evaluate((element) => element.toggleAttribute('readonly', true));
  await assertTree(page, 'read-only');
});

browserTest('the tree on a telephone', { viewport: PHONE, touch: true }, async ({ page, site }) => {
  await openTrial(page, site.url, TRIAL);
  await new Finger(page).at({ x: 600, y: 2300 });
  await assertTree(page, 'telephone-selected');
});

/** Chromium's accessibility tree, and what assistive technology can do with it. */
class Tree {
  /** @type {Node[]} */
  #nodes = [];

  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  async read() {
    await settled(this.page);
    const session = await connect(this.page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    this.#nodes = /** @type {Node[]} */ (nodes);
  }

  /** The node of this role and name, within one of this name where that is given. @param {string} role @param {string | RegExp} name @param {string} [within] */
  find(role, name, within) {
    const found = this.#nodes.filter((node) => !node.ignored && node.role?.value === role
      && (typeof name === 'string' ? node.name?.value === name : name.test(node.name?.value ?? ''))
      && (within === undefined || this.#lies(node, within)));
    assert.equal(found.length, 1, `${found.length} nodes are a ${role} “${name}”`);
    return /** @type {Node} */ (found[0]);
  }

  /** @param {Node} node @param {string} within */
  #lies(node, within) {
    /** @type {Node | undefined} */
    let up = node;
    while (up && up.name?.value !== within) up = this.#nodes.find(({ nodeId }) => nodeId === up?.parentId);
    return up !== undefined;
  }

  /** What a screen reader's “press” does: a click without a pointer. @param {string} role @param {string | RegExp} name @param {string} [within] */
  async press(role, name, within) {
    await this.read();
    const session = await connect(this.page);
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: Number(this.find(role, name, within).backendDOMNodeId) });
    await session.send('Runtime.callFunctionOn', {
      objectId: String(object.objectId),
      functionDeclaration: "function () { if (this.click) this.click(); else this.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true })); }",
    });
  }

  /** Gives a value to what has this role and name, as a screen reader does or by letters. @param {string} role @param {string} name @param {string} text */
  async fill(role, name, text) {
    await this.read();
    const session = await connect(this.page);
    const backendNodeId = Number(this.find(role, name).backendDOMNodeId);
    await session.send('DOM.focus', { backendNodeId });
    if (role === 'textbox') {
      await this.page.keyboard.type(text);
      return;
    }
    const { object } = await session.send('DOM.resolveNode', { backendNodeId });
    await session.send('Runtime.callFunctionOn', {
      objectId: String(object.objectId),
      arguments: [{ value: text }],
      functionDeclaration: "function (text) { this.value = [...this.options].find((option) => option.text === text).value; this.dispatchEvent(new Event('change', { bubbles: true, composed: true })); }",
    });
  }
}

const NOW = 'How strong is it now?';
const PLACES = 'Places on the body';

browserTest('the whole task by the accessibility tree alone', {}, async ({ page, site }) => {
  await openDemo(page, site.url);
  const tree = new Tree(page);
  await tree.fill('textbox', 'Your name', 'Sam Doe');
  await tree.press('option', 'shoulder blade, right side', PLACES);
  await tree.press('radio', '7', NOW);
  await tree.press('checkbox', 'aching');
  await tree.press('button', 'Show where it spreads');
  await tree.press('option', 'lower side of the neck, right side', PLACES);
  await tree.press('button', 'Done');
  await tree.press('option', 'lower back beside the spine, lower part, left side', PLACES);
  await tree.press('radio', '4', NOW);
  // A mark is chosen by its name too, and its place is told to be marked.
  await tree.press('option', /^1\. shoulder blade, right side; 7 of 10/);
  await tree.read();
  tree.find('heading', 'Mark 1: shoulder blade, right side');
  await tree.press('button', 'Send to the clinic');
  await page.waitForURL('**/submit');
  const { marks } = /** @type {any} */ (await site.last());
  assert.deepEqual(marks.map((/** @type {any} */ mark) => [mark.intensity, mark.place.side, mark.radiation?.length ?? 0]), [[7, 'right', 1], [4, 'left', 0]]);
});

/** What was announced last. @param {Page} page */
async function said(page) {
  await settled(page);
  return ((await page.getByRole('status').textContent()) ?? '').trim();
}

browserTest('the list does all that the drawing does, and changes are announced', {}, async ({ page, site }) => {
  await openTrial(page, site.url, TRIAL);
  const tree = new Tree(page);
  const place = async (/** @type {string} */ name) => {
    await tree.fill('combobox', 'Place', name);
    await tree.press('button', 'Add this place');
  };
  await place('shoulder blade, left side');
  assert.equal(await said(page), 'Mark 1 added: shoulder blade, left side.');
  await tree.press('radio', '6', NOW);
  await settled(page);
  assert.match((await page.locator('.list li span').textContent()) ?? '', /6 of 10/);
  await tree.press('button', 'Show where it spreads');
  assert.equal(await said(page), 'Tap where it spreads to.');
  await place('lower side of the neck, left side');
  assert.match(await said(page), /spreads to: lower side of the neck, left side/);
  await tree.press('button', 'Move this mark');
  assert.equal(await said(page), 'Tap where the mark should be.');
  await place('between the shoulder blade and the spine, left side');
  assert.equal(await said(page), 'Mark 1 moved: between the shoulder blade and the spine, left side.');
  await tree.press('button', 'Done');

  await tree.press('button', 'Paint an area');
  await brushReady(page);
  await place('shoulder blade, right side');
  assert.match(await said(page), /^Shoulder blade, right side/);
  assert.deepEqual((await record(page)).marks.map((/** @type {any} */ { kind }) => kind), ['spot', 'area']);
  await tree.press('button', 'Erase from the area');
  await tree.press('button', 'Large');
  await place('shoulder blade, right side');
  assert.equal(await said(page), 'The area is gone. Undo brings it back.');
  await tree.press('button', 'Undo');
  assert.equal(await said(page), 'Undone.');
  await tree.press('button', 'Redo');
  assert.equal(await said(page), 'Done again.');
  await tree.press('button', 'Mark a spot');

  await tree.press('button', 'Change mark 1');
  await tree.read();
  tree.find('heading', 'Mark 1: between the shoulder blade and the spine, left side');
  await tree.press('button', 'Delete mark 1');
  assert.equal(await said(page), 'Mark deleted. Undo brings it back.');
  await tree.press('button', 'Undo');
  await tree.press('button', 'Clear all');
  assert.equal(await said(page), 'All marks cleared. Undo brings them back.');
  await tree.press('button', 'Undo');
  assert.equal(await said(page), 'Undone.');
  await tree.press('checkbox', 'No pain today');
  assert.equal(await said(page), 'All marks cleared. Undo brings them back.');
  await tree.press('button', 'Undo');
  const { status, said: told } = await check(JSON.stringify(await record(page)));
  assert.equal(status, 0, told);
});
