import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import typescript from 'typescript';
import { byHand } from './by-hand.mjs';

const printed = {
  kind: 'live',
  paths: ['apps/gateway/src/graph.live.spec.ts'],
  named: 'and whatever else is printed',
};
const rows = { kind: 'live', paths: ['test/leaks/rows.live.spec.ts'] };
const pure = {
  kind: 'pure',
  paths: ['libs/identity/src/access', 'libs/read-models/src', 'libs/access-log/src'],
};
const graph = { kind: 'live', paths: ['test/leaks/graph.live.spec.ts'] };
const specsOf = { policy: [rows, pure], graph: [graph] };

const RULES = 'libs/identity/src/access/rules.ts';

/** The rules as values: of their file nothing is needed but the text. */
const rulesIn = (text) => {
  const { outputText } = typescript.transpileModule(text.replace(/^export \{ areas.*$/m, ''), {
    compilerOptions: { module: typescript.ModuleKind.CommonJS, target: typescript.ScriptTarget.ES2022 },
  });
  const exports = {};
  new Function('exports', 'require', outputText)(exports, () => ({}));
  return exports.accessRules;
};

/** Every rule, taken away. */
const rules = (copy) => {
  const text = readFileSync(join(copy, RULES), 'utf8');
  const whole = text.replace('export const accessRules: AccessRules = {', 'const whole: AccessRules = {');
  return Object.entries(rulesIn(text)).flatMap(([kind, all]) =>
    all.map((rule, nth) => ({
      name: `rule ${kind}: ${rule.role} ${rule.relation} ${rule.class ?? rule.area}`,
      file: RULES,
      text: `${whole}\nexport const accessRules: AccessRules = { ...whole, ${kind}: whole.${kind}.filter((_, index) => index !== ${nth}) };\n`,
      specs: [pure, printed],
    })),
  );
};

const filesBelow = (copy, folder, ending) =>
  readdirSync(join(copy, folder), { recursive: true })
    .filter((name) => name.endsWith(ending) && !name.endsWith(`.spec${ending}`))
    .map((name) => join(folder, name));

/** The text from an opening brace to the one that closes it. */
const braced = (text, from) => {
  let depth = 0;
  for (let at = text.indexOf('{', from); ; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}' && (depth -= 1) === 0) return text.slice(text.indexOf('{', from), at + 1);
  }
};

const less = (access, part) => Object.fromEntries(Object.entries(access).filter(([name]) => name !== part));

/** A projection's access without each of its parts, and open to everybody. */
const accessBroken = (access) => [
  ...['organisations', 'people', 'localities'].flatMap((part) =>
    (access[part] ?? []).map((column) => [
      `without ${part} ${column}`,
      { ...access, [part]: access[part].filter((other) => other !== column) },
    ]),
  ),
  ...['everyone', 'operators', 'sharedWith', 'unshared', 'classColumn', 'counted']
    .filter((part) => part in access)
    .map((part) => [`without ${part}`, less(access, part)]),
  ...(access.everyone ? [] : [['open to everybody', { ...access, everyone: true }]]),
];

const tables = (copy) =>
  [
    ...filesBelow(copy, 'libs/contexts', '.projection.ts'),
    'libs/projections/src/history/history.projection.ts',
  ].flatMap((file) => {
    const text = readFileSync(join(copy, file), 'utf8');
    const at = text.indexOf('  access: {');
    if (at < 0) return [];
    const literal = braced(text, at);
    const access = new Function(`return ${literal}`)();
    return accessBroken(access).map(([how, broken]) => ({
      name: `table ${file.split('/').at(-1).replace('.projection.ts', '')} ${how}`,
      file,
      text: text.slice(0, at) + text.slice(at).replace(literal, JSON.stringify(broken)),
      specs: [printed],
    }));
  });

/** Every class of a field or type of the graph, said to be public. */
const fields = (copy) =>
  filesBelow(copy, 'libs', '.ts').flatMap((file) => {
    const text = readFileSync(join(copy, file), 'utf8');
    return [
      ...text.matchAll(
        /@Extensions\(\{ class: '(C[1-4])' \}\)\s+(?:export class |readonly |@Field[^]*?readonly )(\w+)/g,
      ),
    ].map((found) => ({
      name: `field ${found[2]} of ${file.split('/').at(-1)} (${found[1]})`,
      file,
      text:
        text.slice(0, found.index) +
        found[0].replace(found[1], 'C0') +
        text.slice(found.index + found[0].length),
      specs: [printed],
    }));
  });

const written = (copy) =>
  byHand.map(({ name, file, from, to }) => {
    const text = readFileSync(join(copy, file), 'utf8');
    if (text.split(from).length !== 2) throw new Error(`${name}: ${file} has not one “${from}”.`);
    return { name, file, text: text.replace(from, () => to), specs: specsOf[name.split(' ')[0]] };
  });

/** All the ways in which access is broken, one at a time. */
export const breaks = (copy) => [...rules(copy), ...written(copy), ...tables(copy), ...fields(copy)];
