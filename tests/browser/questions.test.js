// The questions: which are asked, where the answers land, one at a time on a telephone, and the notice
// that is always there.

import assert from 'node:assert/strict';

import { browserTest, PHONE } from './harness.js';
import { choose, LANGUAGES, openWidget, put, QUESTIONS, RECORD, seenQuestions } from './trial.js';
import { ask, check, openTrial, record, setAttributes, settled } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */

const ALL = `ask="${QUESTIONS.join(' ')}"`;
const SPOT = { id: 'm1', kind: 'spot', view: 'posterior', at: [-600, 1790] };
const ONE = { format: 'painmap/1', marks: [SPOT] };
const NOTICE = /may not be read right away.*chest pain.*numbness between the legs.*new weakness.*loss of bladder or bowel control.*urgent care now/;

/** The mark without what is derived. @param {Page} page */
async function answers(page) {
  const [{ place, ...mark }] = (await record(page)).marks;
  assert.deepEqual(place, { side: 'right', regions: ['suprascapular'] });
  return mark;
}

/** The control of an answer. @param {Page} page @param {string} question @param {string} value */
const option = (page, question, value) => page.locator(`.panel .question.${question} input[value="${value}"]`);

browserTest('each word of `ask` brings its question and no other', {}, async ({ page, site }) => {
  await openWidget(page, site.url, ALL, { record: ONE, select: 0 });
  assert.deepEqual((await seenQuestions(page)).sort(), [...QUESTIONS].sort());
  for (const word of QUESTIONS) {
    await setAttributes(page, { ask: word });
    await settled(page);
    assert.deepEqual(await seenQuestions(page), [word], `only ${word}`);
    await setAttributes(page, { ask: QUESTIONS.filter((other) => other !== word).join('\n ') });
    await settled(page);
    assert.deepEqual((await seenQuestions(page)).sort(), QUESTIONS.filter((other) => other !== word).sort(), `without ${word}`);
  }
  await setAttributes(page, { ask: '' });
  await settled(page);
  assert.deepEqual(await seenQuestions(page), []);
  await setAttributes(page, { ask: null });
  await settled(page);
  assert.deepEqual(await seenQuestions(page), ['intensity', 'spread', 'qualities', 'provoked-by', 'depth', 'size', 'note']);
  // What is not asked has no key either.
  await setAttributes(page, { ask: 'intensity' });
  await page.locator('.surface').press('s');
  assert.equal(await page.locator('.surface').getAttribute('data-mode'), 'spot');
  // An area has the size that was painted.
  await setAttributes(page, { ask: 'size note' });
  await put(page, RECORD);
  await choose(page, 1);
  assert.deepEqual(await seenQuestions(page), ['note']);
});

browserTest('each answer lands under its member, and can be taken back', {}, async ({ page, site }) => {
  await openWidget(page, site.url, ALL, { record: ONE, select: 0 });
  const untouched = await answers(page);
  assert.deepEqual(untouched, SPOT, 'a question alone answers nothing');
  /** @type {[string, string, string, unknown][]} */
  const single = [
    ['intensity', '0', 'intensity', 0], ['intensity', '6', 'intensity', 6], ['intensity', '10', 'intensity', 10],
    ['worst-intensity', '0', 'worstIntensity', 0], ['worst-intensity', '10', 'worstIntensity', 10],
    ['depth', 'superficial', 'depth', 'superficial'], ['depth', 'deep', 'depth', 'deep'], ['depth', 'unsure', 'depth', 'unsure'],
    ['course', 'constant', 'course', 'constant'], ['course', 'intermittent', 'course', 'intermittent'],
    ['size', '60', 'radius', 60], ['size', '120', 'radius', 120], ['size', '260', 'radius', 260],
    ...['spontaneous', 'pressure', 'movement'].map((word) => /** @type {[string, string, string, unknown]} */ (['provoked-by', word, 'provokedBy', [word]])),
    ...['aching', 'dull', 'sharp', 'burning', 'stabbing', 'throbbing', 'cramping', 'tight', 'sore', 'tingling', 'numb']
      .map((word) => /** @type {[string, string, string, unknown]} */ (['qualities', word, 'qualities', [word]])),
  ];
  for (const [question, value, member, expected] of single) {
    const control = option(page, question, value);
    await control.click();
    assert.deepEqual(await answers(page), { ...untouched, [member]: expected }, `${question}: ${value}`);
    assert.equal(await control.isChecked(), true);
    await control.click();
    assert.deepEqual(await answers(page), untouched, `${question}: ${value} taken back`);
    assert.equal(await control.isChecked(), false);
  }
  // Of several answers each stands for itself.
  for (const word of ['burning', 'aching']) await option(page, 'qualities', word).click();
  assert.deepEqual([...(await answers(page)).qualities].sort(), ['aching', 'burning']);
  await option(page, 'qualities', 'burning').click();
  assert.deepEqual((await answers(page)).qualities, ['aching']);
  await option(page, 'qualities', 'aching').click();

  const [year, month] = [page.locator('.since select').first(), page.locator('.since select').last()];
  assert.equal(await month.isDisabled(), true, 'a month needs its year');
  await year.selectOption('2024');
  assert.equal((await answers(page)).since, '2024');
  await month.selectOption('03');
  assert.equal((await answers(page)).since, '2024-03');
  await month.selectOption('');
  assert.equal((await answers(page)).since, '2024');
  await year.selectOption('');
  assert.deepEqual(await answers(page), untouched);

  const note = page.locator('.panel .note textarea');
  await note.fill('worse after desk work');
  assert.equal((await answers(page)).note, 'worse after desk work');
  await note.fill('');
  assert.deepEqual(await answers(page), untouched);

  await page.locator('.spread [data-do=spread]').click();
  await page.locator('.waiting select').selectOption({ index: 3 });
  await page.locator('.waiting .naming button').click();
  await settled(page);
  const [spread] = (await answers(page)).radiation;
  assert.equal(spread.intensity, undefined);
  await page.locator('.spreads select').selectOption('0');
  assert.equal((await answers(page)).radiation[0].intensity, 0);
  await page.locator('.spreads select').selectOption('');
  assert.deepEqual((await answers(page)).radiation, [spread]);
  await page.locator('.spreads button').click();
  assert.deepEqual(await answers(page), untouched);
});

browserTest('on a telephone they come one at a time, and each can be skipped', { viewport: PHONE, touch: true }, async ({ page, site }) => {
  await openWidget(page, site.url, ALL, { record: ONE });
  await page.locator('.list [data-do=select]').tap();
  await page.locator('.panel:not([hidden])').waitFor();
  await settled(page);
  const next = page.locator('.panel .next');
  /** Taps, and waits until this step is there. @param {import('playwright-core').Locator} control @param {number} step */
  const turn = async (control, step) => {
    await control.tap();
    await page.locator('.panel .count', { hasText: new RegExp(`^${step} of`) }).waitFor();
    await settled(page);
  };
  const steps = [['intensity', 'spread'], ...QUESTIONS.filter((word) => !/^(intensity|spread|history)$/.test(word)).map((word) => [word])];
  const seen = async () => (await seenQuestions(page)).filter((word) => word !== 'history');
  const before = await ask(page, 'value');
  for (const [index, questions] of steps.entries()) {
    assert.deepEqual(await seen(), questions, `step ${index + 1}`);
    assert.equal(await page.locator('.panel .count').textContent(), `${index + 1} of ${steps.length}`);
    const box = await page.locator('.panel').boundingBox();
    assert.ok(box && box.x >= 0 && box.x + box.width <= PHONE.width && box.height <= PHONE.height / 2, 'it leaves half of the screen to the map');
    if (index === steps.length - 1) break;
    assert.equal(await next.textContent(), index ? 'Skip' : 'More questions');
    await turn(next, index + 2);
    const [following = ''] = steps[index + 1] ?? [];
    const legend = await page.locator(`.panel .question.${following} legend`).textContent();
    assert.equal((await page.locator('[role=status]').textContent())?.trim(), legend, 'the next question is told');
  }
  assert.equal(await next.isVisible(), false);
  assert.equal(await ask(page, 'value'), before, 'who skips all answers nothing');

  const depth = steps.findIndex(([word]) => word === 'depth');
  for (let step = steps.length - 2; step >= depth; step -= 1) {
    await turn(page.getByRole('button', { name: 'Previous' }), step + 1);
    assert.deepEqual(await seen(), steps[step]);
  }
  assert.equal(await next.textContent(), 'Skip');
  await option(page, 'depth', 'deep').tap();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('pain-map')).map.marks[0].depth);
  await settled(page);
  assert.equal(await next.textContent(), 'Next', 'what is answered is not skipped');
  await page.getByRole('button', { name: 'Done' }).tap();
  assert.equal((await record(page)).marks[0].depth, 'deep');
});

browserTest('on a telephone the story comes one question at a time', { viewport: PHONE, touch: true }, async ({ page, site }) => {
  await openWidget(page, site.url, ALL, { record: ONE });
  const part = page.locator('.history');
  const asked = () => part.locator('.question:visible legend').allTextContents();
  const all = await part.locator('.question legend').allTextContents();
  const before = await ask(page, 'value');
  assert.deepEqual(await asked(), all.slice(0, 1));
  for (const [index, legend] of all.entries()) {
    await part.locator('.count', { hasText: `${index + 1} of ${all.length}` }).waitFor();
    assert.deepEqual(await asked(), [legend]);
    if (index) assert.equal((await page.locator('[role=status]').textContent())?.trim(), legend, 'the next question is told');
    if (index < all.length - 1) await part.getByRole('button', { name: 'Skip' }).tap();
  }
  assert.equal(await part.getByRole('button', { name: 'Skip' }).count(), 0, 'after the last comes none');
  assert.equal(await ask(page, 'value'), before, 'who skips all answers nothing');
  await part.getByRole('checkbox', { name: 'Massage', exact: true }).check();
  await part.getByRole('button', { name: 'Previous' }).tap();
  await part.getByRole('button', { name: 'Skip' }).tap();
  assert.deepEqual((await record(page)).history, { treatments: ['massage'] });
});

browserTest('the story of the knot', {}, async ({ page, site }) => {
  await openWidget(page, site.url, ALL, { record: ONE });
  const history = async () => (await record(page)).history;
  const part = page.locator('.history');
  const within = (/** @type {string} */ question, /** @type {string} */ name) => part.locator(`.${question}`).getByLabel(name, { exact: true });
  assert.equal(await history(), undefined);

  for (const [name, sign] of [['The pain is getting worse', 'worsening'], ['The pain keeps me awake', 'keepsAwake'],
    ['It hurts deep in the muscle', 'deepMusclePain'], ['A sore spot that does not go away', 'persistentSpot']]) {
    const group = part.getByRole('group', { name, exact: true });
    for (const [answer, value] of /** @type {const} */ ([['Yes', true], ['No', false], ['Prefer not to say', 'prefer-not-to-say']])) {
      await group.getByLabel(answer, { exact: true }).click();
      assert.deepEqual(await history(), { signs: { [String(sign)]: value } });
    }
    await group.getByLabel('Prefer not to say', { exact: true }).click();
    assert.equal(await history(), undefined, `${sign} taken back`);
  }

  /** @type {[string, [string, string][]][]} */
  const lists = [
    ['aggravators', [['Poor posture', 'posture'], ['Overuse or repeated movements', 'overuse'], ['Sitting or lying much of the day', 'inactivity'], ['What I eat, or too little water', 'diet']]],
    ['treatedBy', [['Physiotherapist', 'physiotherapist'], ['Massage therapist', 'massage-therapist'], ['Chiropractor', 'chiropractor'], ['Family doctor', 'general-practitioner']]],
    ['treatments', [['Massage', 'massage'], ['Myofascial release', 'myofascial-release'], ['Exercises', 'exercises'], ['Acupuncture', 'acupuncture'], ['Ultrasound', 'ultrasound'],
      ['TENS (mild electric pulses)', 'tens'], ['Chiropractic adjustment', 'chiropractic-adjustment'], ['Injection', 'injection']]],
  ];
  for (const [member, choices] of lists) {
    for (const [name] of choices) await within(member, name).click();
    assert.deepEqual([...(await history())[member]].sort(), choices.map(([, word]) => word).sort());
    await within(member, 'None of these').click();
    assert.deepEqual(await history(), { [member]: [] }, 'none is an answer');
    await within(member, 'Prefer not to say').click();
    assert.deepEqual(await history(), { [member]: 'prefer-not-to-say' });
    await within(member, 'Prefer not to say').click();
    assert.equal(await history(), undefined, `${member} taken back`);
  }

  for (const [name, what] of [['Ice', 'ice'], ['Heat', 'heat'], ['Ice, then heat', 'ice-then-heat'], ['Walking, cycling or other exercise', 'aerobic-exercise'],
    ['Yoga or stretching', 'yoga-stretching'], ['Foam roller or self-massage', 'self-massage']]) {
    for (const [answer, helped] of [['I tried it', undefined], ['It did not help', 'no'], ['It helped a little', 'some'], ['It helped a lot', 'much']]) {
      await part.getByRole('combobox', { name: String(name), exact: true }).selectOption(String(answer));
      assert.deepEqual(await history(), { relief: [helped ? { what, helped } : { what }] });
    }
    await part.getByRole('combobox', { name: String(name), exact: true }).selectOption('I did not try it');
    assert.equal(await history(), undefined);
  }

  await part.getByRole('combobox', { name: 'Heat', exact: true }).selectOption('It helped a little');
  await within('treatments', 'Massage').click();
  await part.getByRole('group', { name: 'The pain keeps me awake', exact: true }).getByLabel('Yes').click();
  const { status, said } = await check(await ask(page, 'value'));
  assert.equal(status, 0, said);
  // One step of undo for each answer.
  await page.getByRole('button', { name: 'Undo' }).click();
  assert.deepEqual(await history(), { relief: [{ what: 'heat', helped: 'some' }], treatments: ['massage'] });
});

browserTest('the safety notice is always there', { allow: [/Failed to load resource/] }, async ({ page, site }) => {
  const notice = page.locator('.notice').filter({ visible: true });
  await openWidget(page, site.url, ALL, { record: ONE });
  /** @type {Record<string, string | null>[]} */
  const states = [{ ask: '' }, { mode: 'clinician' }, { readonly: '' }, { readonly: null, disabled: '' }, { disabled: null, mode: null, crop: 'neck' }];
  for (const state of states) {
    await setAttributes(page, state);
    await settled(page);
    assert.match((await notice.textContent()) ?? '', NOTICE, JSON.stringify(state));
    // A control that is disabled is passed over as a whole: its notice is seen, and no more.
    assert.equal(await notice.evaluate((element) => element.closest('[inert], [aria-hidden=true]') !== null), false, JSON.stringify(state));
  }
  await page.emulateMedia({ media: 'print' });
  assert.equal(await notice.count(), 1, 'in print');
  await page.emulateMedia({ media: 'screen' });
  const told = new Set();
  for (const lang of LANGUAGES) {
    await setAttributes(page, { lang });
    await page.locator(`.base[lang=${lang}]`).waitFor();
    told.add(await notice.textContent());
  }
  assert.equal(told.size, LANGUAGES.length);

  // A page's own words take its place.
  await openTrial(page, site.url, '<pain-map><p slot="notice">Call 911 for chest pain.</p></pain-map>');
  assert.equal(await page.getByText('Call 911').isVisible(), true);
  // Where the map can't be used, the notice stands over the fallback.
  await page.route('**/pain_map_bg.wasm', (route) => route.abort());
  await openTrial(page, site.url, '<pain-map name="pain"><textarea name="pain" aria-label="Where?"></textarea></pain-map>', { ready: false });
  await page.locator('pain-map:state(error)').waitFor();
  await notice.waitFor();
  assert.match((await notice.textContent()) ?? '', NOTICE);
});
