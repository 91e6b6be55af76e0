/**
 * Writes what the documentation and the settings repeat of the rules: the head of each page in `docs/rules/`, the
 * tables of its README, the rule names of the setting `nianbao.severity`, and the schema of `nianbao.config.json`.
 * All of it comes from the registry. And the snippets, which come from the templates and standard sentences.
 * What stands outside the markers is written by hand and stays; a rule without a page gets a skeleton.
 *
 *   node scripts/docs.mjs           write
 *   node scripts/docs.mjs --check   write nothing; exit 1 and name what is stale
 */

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** @typedef {import('../server/src/core/rules/rule').Rule} Rule */

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const PAGES = 'docs/rules';
const SNIPPETS = 'snippets/nianbao.json';
const README = `${PAGES}/README.md`;
const SCHEMA = 'schemas/nianbao.config.json';
const BEGIN = '<!-- generated:begin -->';
const END = '<!-- generated:end -->';

const SEVERITIES = { error: '错误', warning: '警告', information: '信息', hint: '提示' };
const FAMILIES = { section: '六个部分', table: '三张表', balance: '勾稽关系', prose: '正文' };

/** The registry and the address of a page, bundled in memory, so that nothing has to be built first. */
async function load() {
  const { outputFiles } = await build({
    stdin: {
      contents:
        "export { LEVELS, RULES, plainSnippets } from './server/src/core'; export { ruleUrl } from './server/src/ruleUrl';",
      resolveDir: ROOT,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
    charset: 'utf8',
    logLevel: 'error',
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

/** @param {readonly string[]} lines */
function generated(lines) {
  return [BEGIN, ...lines, END].join('\n');
}

/** @param {string} text @param {string} block the markers and what stands between them */
function replaceBlock(text, block) {
  const from = text.indexOf(BEGIN);
  const to = text.indexOf(END);
  if (from < 0 || to < from) throw new Error(`${BEGIN} … ${END} is not there`);
  return text.slice(0, from) + block + text.slice(to + END.length);
}

/** @param {Rule} rule */
function severityWords(rule) {
  return `${SEVERITIES[rule.severity]}（\`${rule.severity}\`）`;
}

/** @param {Rule} rule */
function head(rule) {
  const other = rule.severity === 'warning' ? 'hint' : 'warning';
  const softened = rule.structural && rule.severity === 'error' ? '；2019 年度报告降为警告' : '';
  return generated([
    '',
    `# ${rule.name}`,
    '',
    `${rule.description.zh}。`,
    '',
    `- 默认级别：${severityWords(rule)}${softened}`,
    `- 依据：${rule.source}`,
    `- 改级别：设置 \`"nianbao.severity": { "${rule.name}": "${other}" }\`；不查写 \`"off"\`（[可用的级别](README.md#级别)）`,
    `- English: ${rule.description.en}. [More](#english)`,
    '',
  ]);
}

/** @param {Rule} rule */
function skeleton(rule) {
  return `${head(rule)}

## 检查什么

## 为什么

## 不报的情形

## 怎样改

## 示例

### 错误

\`\`\`markdown wrong
\`\`\`

### 正确

\`\`\`markdown right
\`\`\`

## English
`;
}

/** @param {readonly Rule[]} rules @param {(rule: Rule) => string} pageOf */
function overview(rules, pageOf) {
  const families = [...new Set(rules.map((rule) => rule.name.split('/')[0]))];
  const rowOf = (rule) => [
    `[${rule.name}](${pageOf(rule)})`,
    SEVERITIES[rule.severity],
    rule.description.zh,
    rule.description.en,
  ];
  return generated(
    families.flatMap((family) => [
      '',
      `### ${FAMILIES[family] ?? family}`,
      '',
      ...table([
        ['规则', '默认级别', '检查什么', 'In English'],
        ...rules.filter((rule) => rule.name.startsWith(`${family}/`)).map(rowOf),
      ]),
      '',
    ]),
  ).replaceAll('\n\n\n', '\n\n');
}

/** A table with its columns in line, as the formatter wants it. */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => width(row[column]))));
  const line = (row) => `| ${row.map((cell, i) => cell + ' '.repeat(widths[i] - width(cell))).join(' | ')} |`;
  const [header, ...body] = rows;
  return [line(header), `| ${widths.map((w) => '-'.repeat(w)).join(' | ')} |`, ...body.map(line)];
}

/** Columns that words take in an editor: two for every full-width character. */
function width(words) {
  return words.length + (words.match(/[\u2e80-\ud7af\uf900-\ufaff\uff01-\uff5e\uffe0-\uffe6]/g)?.length ?? 0);
}

/** The rule names of the setting, each with its description as a key of the package's texts. */
function manifest(text, rules) {
  const pack = JSON.parse(text);
  const setting = pack.contributes?.configuration?.properties?.['nianbao.severity'];
  if (!setting?.propertyNames) return text;
  setting.propertyNames.enum = rules.map((rule) => rule.name);
  setting.propertyNames.enumDescriptions = rules.map((rule) => `%${textKey(rule)}%`);
  return json(pack);
}

const TEXT_PREFIX = 'rule.';

/** @param {Rule} rule */
function textKey(rule) {
  return TEXT_PREFIX + rule.name;
}

/** The package's texts with the descriptions of the rules, behind everything that is written by hand. */
function texts(text, rules, language) {
  const all = JSON.parse(text);
  const wanted = Object.fromEntries(rules.map((rule) => [textKey(rule), rule.description[language]]));
  const written = Object.entries(all).filter(([key]) => key.startsWith(TEXT_PREFIX));
  if (JSON.stringify(written) === JSON.stringify(Object.entries(wanted))) return text;
  const own = Object.entries(all).filter(([key]) => !key.startsWith(TEXT_PREFIX));
  return json({ ...Object.fromEntries(own), ...wanted });
}

/** What an editor offers and says in a `nianbao.config.json`; the server itself says what is wrong in one. */
function schema(rules, levels) {
  const words = { ...SEVERITIES, off: '不检查', default: '规则的默认级别' };
  const both = ({ zh, en }) => `${zh}\n\n${en}`;
  return json({
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'nianbao.config.json',
    description: both({
      zh: '年报校核：这个文件夹及其下草稿的共同约定。编辑器和命令行都读它；离草稿最近的一份有效。',
      en: 'Nianbao: what a team has agreed on for the drafts in this folder and below. Read by editor and command line alike; the nearest file holds.',
    }),
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      severity: {
        description: both({
          zh: '各规则的级别；没有列出的用默认级别。个人设置 nianbao.severity 中写明的优先。',
          en: 'Severity by rule; rules that are not listed keep their own. What somebody lists in the setting nianbao.severity comes first.',
        }),
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          rules.map((rule) => [
            rule.name,
            { description: both(rule.description), allOf: [{ $ref: '#/definitions/level' }] },
          ]),
        ),
      },
      ignore: {
        description: both({
          zh: '不检查的文件和文件夹，相对于本文件所在的文件夹；可用 *、?、[…]、**。',
          en: 'Files and folders that are not checked, from the folder of this file; with *, ?, […], **.',
        }),
        type: 'array',
        items: { type: 'string', minLength: 1 },
      },
    },
    definitions: { level: { enum: levels, enumDescriptions: levels.map((level) => words[level]) } },
  });
}

/** Snippets for language `nianbao`: the same templates and sentences that the language server offers. */
function snippets(all) {
  return json(Object.fromEntries(all.map(({ name, prefix, body }) => [name, { prefix, body: body.split('\n') }])));
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** @returns {Promise<string | null>} null where there is no such file */
async function read(path) {
  try {
    return await readFile(join(ROOT, path), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Every file with a generated part: how it is and how it should be; pages that no rule has. */
async function plan() {
  const { LEVELS: levels, RULES: rules, plainSnippets, ruleUrl } = await load();
  const pageOf = (rule) => ruleUrl(rule.name).split('/').pop();
  const files = [];
  const add = async (path, make) => {
    const now = await read(path);
    try {
      files.push({ path, now, wanted: make(now) });
    } catch (error) {
      throw new Error(`${path}: ${error.message}`);
    }
  };
  for (const rule of rules) {
    await add(`${PAGES}/${pageOf(rule)}`, (now) => (now === null ? skeleton(rule) : replaceBlock(now, head(rule))));
  }
  const table = overview(rules, pageOf);
  await add(README, (now) => (now === null ? `# 规则一览\n\n${table}\n` : replaceBlock(now, table)));
  await add('package.json', (now) => manifest(now, rules));
  await add('package.nls.json', (now) => texts(now, rules, 'en'));
  await add('package.nls.zh-cn.json', (now) => texts(now, rules, 'zh'));
  await add(SCHEMA, () => schema(rules, levels));
  await add(SNIPPETS, () => snippets(plainSnippets()));
  const pages = await readdir(join(ROOT, PAGES)).catch(() => []);
  const known = new Set(['README.md', ...rules.map(pageOf)]);
  const orphans = pages.filter((name) => name.endsWith('.md') && !known.has(name)).map((name) => `${PAGES}/${name}`);
  return { stale: files.filter((file) => file.now !== file.wanted), orphans };
}

const { stale, orphans } = await plan();
for (const path of orphans) console.error(`${path}: no rule has this page`);
if (process.argv.includes('--check')) {
  for (const { path, now } of stale) console.error(`${path}: ${now === null ? 'missing' : 'stale'}, run npm run docs`);
} else {
  for (const folder of [PAGES, dirname(SCHEMA), dirname(SNIPPETS)])
    await mkdir(join(ROOT, folder), { recursive: true });
  for (const { path, now, wanted } of stale) {
    await writeFile(join(ROOT, path), wanted);
    console.log(`${path}: ${now === null ? 'written, fill it in' : 'brought up to date'}`);
  }
}
if (orphans.length > 0 || (process.argv.includes('--check') && stale.length > 0)) process.exitCode = 1;
