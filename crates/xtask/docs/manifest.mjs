// The custom elements manifest: what editors and documentation are told of <pain-map>.
//
// The analyser reads the comments of the class. The class itself says which members there really are, and
// the hand-written types in www/types say of what type they are. What one of the three has and another
// lacks is an error.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { create, ts } from '@custom-elements-manifest/analyzer';

const ELEMENT = 'element.js';
const DEFINITION = 'pain-map.js';
// What the platform calls, and what TypeScript says of every element.
const NOT_CALLED = /^(constructor|form\w+Callback|(dis)?connectedCallback|attributeChangedCallback|upgrade|(add|remove)EventListener)$/;
/** Attributes whose property has a name of its own. @type {Record<string, string>} */
const FIELDS = { value: 'defaultValue', readonly: 'readOnly' };

/** @param {string} www the folder of the package */
export function manifest(www) {
  const files = sources(join(www, 'src'));
  const made = create({ modules: files, plugins: [] });
  const element = declaration(made, ELEMENT);
  const own = members(files, element.name);
  const types = typesOf(join(www, 'types/element.d.ts'), 'PainMapElement');

  same('members of the class and of www/types/element.d.ts', [...own.keys()], [...types.keys()]);
  const told = new Map(element.members.map((/** @type {Member} */ member) => [member.name, member]));
  element.members = [...own].map(([name, { readonly }]) => {
    const { type, description, method } = get(types, name);
    return {
      kind: method ? 'method' : 'field',
      name,
      description: told.get(name)?.description ?? description,
      ...(method ? signature(method) : { type: { text: type }, ...(readonly && { readonly }) }),
    };
  });

  element.events = element.events.filter((/** @type {Member} */ { description }) => description);
  const platform = ['input', 'change'];
  const events = [...platform, ...typesOf(join(www, 'types/events.d.ts'), 'PainMapEventMap').keys()];
  same('events in the comments and in www/types/events.d.ts', names(element.events), events);

  const attributes = typesOf(join(www, 'types/attributes.d.ts'), 'PainMapAttributes');
  same('attributes in the comments and in www/types/attributes.d.ts', names(element.attributes), [...attributes.keys()]);
  // In the order in which the types tell them.
  element.attributes = [...attributes.keys()].map((name) => {
    const attribute = element.attributes.find((/** @type {Member} */ one) => one.name === name);
    const field = FIELDS[name] ?? name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
    return { ...attribute, ...(own.has(field) && { fieldName: field }) };
  });

  same('custom properties in the comments and in the style sheets', names(element.cssProperties), customProperties(join(www, 'src')));
  element.superclass = { name: 'HTMLElement' };
  return {
    schemaVersion: made.schemaVersion,
    readme: '',
    modules: made.modules
      .filter(({ path }) => [ELEMENT, DEFINITION].includes(path))
      .map((module) => shipped(module)),
  };
}

/** @typedef {{ name: string, description?: string }} Member */
/** @typedef {{ type: string, description: string, method?: ts.MethodDeclaration }} Type */

/** The scripts of the element as the analyser takes them. @param {string} folder */
function sources(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.js'));
  return files.map((file) => ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.ES2022, true));
}

/** @param {any} made @param {string} path */
function declaration(made, path) {
  const module = made.modules.find((/** @type {any} */ one) => one.path === path);
  const element = module?.declarations.find((/** @type {any} */ one) => one.customElement);
  if (!element?.tagName) throw new Error(`${path} has no class with a tag in its comment (@tag)`);
  for (const kind of ['members', 'events', 'attributes', 'cssProperties', 'cssParts', 'cssStates', 'slots']) element[kind] ??= [];
  return element;
}

/**
 * The public members of a class and of those that it extends, in their order.
 * @param {ts.SourceFile[]} files
 * @param {string} name
 * @returns {Map<string, { readonly: boolean }>}
 */
function members(files, name) {
  const declared = files.flatMap(({ statements }) => statements).find((one) => ts.isClassDeclaration(one) && one.name?.text === name);
  if (!declared || !ts.isClassDeclaration(declared)) return new Map();
  const found = new Map();
  for (const member of declared.members) {
    const key = member.name?.getText() ?? '';
    const isStatic = ts.canHaveModifiers(member) && ts.getModifiers(member)?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
    if (!key || key.startsWith('#') || isStatic || NOT_CALLED.test(key)) continue;
    // A setter beside its getter.
    if (ts.isSetAccessor(member)) found.set(key, { readonly: false });
    else if (!found.has(key)) found.set(key, { readonly: ts.isGetAccessor(member) });
  }
  const base = declared.heritageClauses?.[0]?.types[0]?.expression.getText() ?? '';
  return new Map([...members(files, base), ...found]);
}

/**
 * The members that a class or an interface declares, with their types and comments.
 * @param {string} file
 * @param {string} name
 */
function typesOf(file, name) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  /** @type {Map<string, Type>} */
  const found = new Map();
  for (const statement of source.statements) {
    const declares = ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement);
    if (!declares || statement.name?.text !== name) continue;
    for (const member of statement.members) {
      const isStatic = ts.canHaveModifiers(member) && ts.getModifiers(member)?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
      const key = member.name && (ts.isStringLiteral(member.name) ? member.name.text : member.name.getText());
      if (!key || isStatic || NOT_CALLED.test(key) || found.has(key)) continue;
      const [comment] = ts.getJSDocCommentsAndTags(member);
      found.set(key, {
        type: /** @type {any} */ (member).type?.getText() ?? '',
        description: comment ? String(ts.getTextOfJSDocComment(comment.comment) ?? '').replace(/\s+/g, ' ') : '',
        ...(ts.isMethodDeclaration(member) && { method: member }),
      });
    }
  }
  if (!found.size) throw new Error(`${file} declares no ${name}`);
  return found;
}

/** @param {ts.MethodDeclaration} method */
function signature(method) {
  const parameters = method.parameters.map((parameter) => ({
    name: parameter.name.getText(),
    type: { text: parameter.type?.getText() ?? '' },
    ...(parameter.questionToken && { optional: true }),
  }));
  return { ...(parameters.length && { parameters }), return: { type: { text: method.type?.getText() ?? 'void' } } };
}

/** The custom properties that a page may set, from all style sheets. @param {string} folder */
function customProperties(folder) {
  const files = readdirSync(folder, { recursive: true }).map(String).filter((file) => /\.(js|css)$/.test(file));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  return [...new Set([...texts.matchAll(/var\((--pain-map-[a-z-]+)/g)].map(([, name]) => name ?? ''))];
}

/** A module under the name that it has in the package. @param {any} module */
function shipped(module) {
  const text = JSON.stringify({ ...module, path: `dist/${module.path}` });
  return JSON.parse(text.replace(/"module":"\/?([\w-]+\.js)"/g, '"module":"dist/$1"'));
}

/** @param {Member[]} list */
const names = (list) => list.map(({ name }) => name);

/** @template V @param {Map<string, V>} map @param {string} key @returns {V} */
const get = (map, key) => /** @type {V} */ (map.get(key));

/** @param {string} what @param {string[]} some @param {string[]} others */
function same(what, some, others) {
  const lacking = [some.filter((name) => !others.includes(name)), others.filter((name) => !some.includes(name))];
  if (lacking.flat().length) throw new Error(`${what} differ: only there ${lacking.map((list) => list.join(' ') || '-').join(', only here ')}`);
}
