import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export type Messages = Record<string, string>;
export interface MessageTree {
  [key: string]: string | MessageTree;
}

const isText = (node: ts.Node | undefined): node is ts.StringLiteralLike =>
  node !== undefined && ts.isStringLiteralLike(node);

/** Plural forms of a message: what `count` and `defaultValue_one` in the values say. */
function pluralOf(values: ts.Node | undefined): { counted: boolean; one?: string } {
  if (!values || !ts.isObjectLiteralExpression(values)) {
    return { counted: false };
  }
  const property = (name: string): ts.ObjectLiteralElementLike | undefined =>
    values.properties.find((candidate) => candidate.name?.getText() === name);
  const one = property('defaultValue_one');
  return {
    counted: property('count') !== undefined,
    one: one && ts.isPropertyAssignment(one) && isText(one.initializer) ? one.initializer.text : undefined,
  };
}

function addCall(call: ts.CallExpression, file: string, found: Messages): void {
  const [key, message, values] = call.arguments;
  if (!isText(key) || !isText(message)) {
    throw new Error(`${file}: t() needs its key and English text as literals: ${call.getText().slice(0, 80)}`);
  }
  const { counted, one } = pluralOf(values);
  const forms: Messages = counted && one ? { _one: one, _other: message.text } : { '': message.text };
  for (const [suffix, text] of Object.entries(forms)) {
    const name = key.text + suffix;
    if (found[name] !== undefined && found[name] !== text) {
      throw new Error(`${file}: ${name} says "${text}" here and "${found[name]}" elsewhere.`);
    }
    found[name] = text;
  }
}

/** Every `t('key', 'English')` in the plugin's sources: key (with plural suffix) → English text. */
export function messagesInSources(folder: string): Messages {
  const found: Messages = {};
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.endsWith(path.join('i18n', 't.ts')));
  for (const file of files) {
    const source = ts.createSourceFile(
      file,
      fs.readFileSync(path.join(folder, file), 'utf8'),
      ts.ScriptTarget.ES2022,
      true
    );
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && node.expression.getText() === 't') {
        addCall(node, file, found);
      }
      node.forEachChild(visit);
    };
    visit(source);
  }
  return found;
}

/** `{a: {b: 'x'}}` → `{'a.b': 'x'}`. */
export function flatten(tree: MessageTree, prefix = ''): Messages {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value]] : Object.entries(flatten(value, `${prefix}${key}.`))
    )
  );
}

/** `{'a.b': 'x'}` → `{a: {b: 'x'}}`, keys sorted. */
export function nest(messages: Messages): MessageTree {
  const tree: MessageTree = {};
  for (const key of Object.keys(messages).sort()) {
    const steps = key.split('.');
    const last = steps.pop()!;
    let branch = tree;
    for (const step of steps) {
      const next = (branch[step] ??= {});
      if (typeof next === 'string') {
        throw new Error(`${key}: ${step} is a text already, it cannot hold others.`);
      }
      branch = next;
    }
    branch[last] = messages[key]!;
  }
  return tree;
}
