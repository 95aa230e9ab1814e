// The page docs/element.md, made from the manifest, the list of keys and the English texts.

/** @typedef {[names: string[], text: string][]} Keys */

/**
 * @param {any} manifest
 * @param {Keys} keys
 * @param {Record<string, string>} texts
 */
export function elementPage(manifest, keys, texts) {
  const element = manifest.modules.flatMap((/** @type {any} */ module) => module.declarations).find((/** @type {any} */ one) => one.customElement);
  const of = (/** @type {string} */ kind) => element.members.filter((/** @type {any} */ member) => member.kind === kind);
  const named = (/** @type {any[]} */ list) => list.map(({ name, description }) => [name ? code(name) : '(default)', sentence(description)]);
  const keyName = (/** @type {string} */ name) => `<kbd>${texts[name] ?? name}</kbd>`;
  return [
    '# The element',
    `${sentence(element.description)} How to put it into a form stands in [embedding.md](embedding.md); the record and the options have their types in \`www/types\`.`,
    'This page is written by `cargo xtask docs` from the source.',
    ...table('Attributes', ['attribute', 'type', 'property', 'meaning'], element.attributes.map((/** @type {any} */ one) => [
      code(one.name), code(one.type?.text ?? 'string'), one.fieldName ? code(one.fieldName) : '', sentence(one.description),
    ])),
    ...table('Properties', ['property', 'type', 'meaning'], of('field').map((/** @type {any} */ one) => [
      code(one.name), code(one.type.text), sentence(one.description) + (one.readonly ? ' Read only.' : ''),
    ])),
    ...table('Methods', ['method', 'meaning'], of('method').map((/** @type {any} */ one) => [code(call(one)), sentence(one.description)])),
    ...table('Events', ['event', 'type', 'meaning'], element.events.map((/** @type {any} */ one) => [
      code(one.name), code(one.type?.text ?? 'Event'), sentence(one.description),
    ]), 'All of them bubble and leave shadow trees. What the page’s script changes fires none.'),
    ...table('Slots', ['slot', 'meaning'], named(element.slots)),
    ...table('Parts', ['part', 'what it is'], named(element.cssParts), 'For `pain-map::part(…)` in a style sheet.'),
    ...table('Custom properties', ['property', 'what it sets'], named(element.cssProperties)),
    ...table('States', ['state', 'when'], named(element.cssStates), 'For `pain-map:state(…)` in a style sheet.'),
    ...table('Keys', ['keys', 'what they do'], keys.map(([names, text]) => [names.map(keyName).join(' '), sentence(texts[text] ?? missing(text))]),
      'On the map, in the words of its help.'),
  ].join('\n\n') + '\n';
}

/** A section, unless there is nothing to tell. @param {string} title @param {string[]} heads @param {string[][]} rows @param {string} [lead] */
function table(title, heads, rows, lead) {
  if (!rows.length) return [];
  const line = (/** @type {string[]} */ cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [`## ${title}`, ...(lead ? [lead] : []), [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')];
}

/** @param {any} method */
function call({ name, parameters = [], return: { type } }) {
  const given = parameters.map((/** @type {any} */ one) => `${one.name}${one.optional ? '?' : ''}: ${one.type.text}`);
  return `${name}(${given.join(', ')})${type.text === 'void' ? '' : `: ${type.text}`}`;
}

/** @param {string} text */
const code = (text) => `\`${text.replace(/\s+/g, ' ')}\``;

/** @param {string} [text] */
function sentence(text = '') {
  const words = text.replace(/\s+/g, ' ').trim();
  return words && words.charAt(0).toUpperCase() + words.slice(1) + (/[.!?]$/.test(words) ? '' : '.');
}

/** @param {string} key @returns {never} */
function missing(key) {
  throw new Error(`the English texts lack ${key}`);
}
