// Questions as native controls: a fieldset with radio buttons or check boxes that follow the record.
import { h } from './nodes.js';

let groups = 0;

/**
 * A question with its answers.
 * @param {string} name - what is asked, a class and a part
 * @param {string} legend - the key of its words
 * @param {...Node} content
 */
export function question(name, legend, ...content) {
  return h('fieldset', { class: `question ${name}`, part: 'question' }, h('legend', { text: legend }), ...content);
}

/**
 * Answers of which one, or with `many` any number, can be chosen.
 * @param {[value: string, text: string][]} answers - each value with the key of its words, or `=` and the words themselves
 * @param {{ many?: boolean, label?: string }} [how]
 */
export function options(answers, { many = false, label } = {}) {
  groups += 1;
  const name = `choice-${groups}`;
  return h('div', { class: 'options', role: label ? 'group' : undefined, label }, ...answers.map(([value, text]) => {
    const words = text.startsWith('=') ? h('span', {}, text.slice(1)) : h('span', { text });
    return h('label', { class: 'option' }, h('input', { type: many ? 'checkbox' : 'radio', name, value }), words);
  }));
}

/** The inputs of a question. @param {Element} group */
export function inputs(group) {
  return /** @type {NodeListOf<HTMLInputElement>} */ (group.querySelectorAll('.option input'));
}

/** The answer that is on in each group of radio buttons. @type {WeakMap<Element, string | undefined>} */
const shown = new WeakMap();

/** Checks what the record says. @param {Element} group @param {readonly string[]} values */
export function check(group, values) {
  for (const input of inputs(group)) input.checked = values.includes(input.value);
  shown.set(group, chosen(group)[0]);
}

/** Whether a question has an answer. @param {Element} element */
export function isAnswered(element) {
  const fields = /** @type {NodeListOf<HTMLTextAreaElement | HTMLSelectElement>} */ (element.querySelectorAll('textarea, select'));
  return element.querySelector('input:checked') !== null || [...fields].some(({ value }) => value !== '');
}

/** What is chosen. @param {Element} group */
function chosen(group) {
  return [...inputs(group)].filter((input) => input.checked).map((input) => input.value);
}

/**
 * Calls back with what is chosen after every choice: a radio button that is on is taken back by choosing it again.
 * @param {Element} group
 * @param {(values: string[]) => void} answered
 */
export function listen(group, answered) {
  group.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.type === 'radio' && shown.get(group) === target.value) target.checked = false;
    const values = chosen(group);
    shown.set(group, values[0]);
    answered(values);
  });
}

/**
 * An object with a member set or, where there is no value, taken away; nothing where none is left.
 * @param {Record<string, any> | undefined} object
 * @param {string} member
 * @param {unknown} value
 */
export function changed(object, member, value) {
  const others = Object.entries(object ?? {}).filter(([name]) => name !== member);
  const members = value === undefined ? others : [...others, [member, value]];
  return members.length ? Object.fromEntries(members) : undefined;
}
