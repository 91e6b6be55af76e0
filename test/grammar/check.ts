/**
 * The one place that knows how a grammar is run. A test writes a draft with the scopes it expects marked
 * in it, `«label 规章»	«number 0»`, and gets the draft back as the grammar sees it: what is
 * not marked must carry none of the scopes below, so each example also says what stays plain text.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';

const ROOT = new URL('../../', import.meta.url);

/** Short names for tests. Scopes that only shape a token (punctuation, `meta.*`) are left out unless they matter. */
const SHORT: Readonly<Record<string, string>> = {
  'markup.heading.title.nianbao': 'title',
  'markup.heading.section.nianbao': 'section',
  'markup.heading.subsection.nianbao': 'sub',
  'markup.heading.nianbao': 'heading',
  'keyword.control.enumerator.nianbao': 'enum',
  'support.type.label.nianbao': 'label',
  'support.type.label.total.nianbao': 'total',
  'punctuation.separator.alignment.nianbao': 'align',
  'constant.language.blank.nianbao': 'blank',
  'keyword.operator.change.nianbao': 'change',
  'constant.numeric.cell.nianbao': 'number',
  'constant.numeric.quantity.nianbao': 'count',
  'keyword.other.unit.nianbao': 'unit',
  'constant.numeric.date.nianbao': 'date',
  'constant.numeric.year.nianbao': 'year',
  'string.unquoted.document-number.nianbao': 'doc',
  'string.quoted.other.title.nianbao': 'work',
  'string.quoted.other.title.inner.nianbao': 'inner',
  'markup.bold.nianbao': 'bold',
  'markup.italic.nianbao': 'italic',
  'markup.underline.link.nianbao': 'url',
  'comment.block.html.nianbao': 'comment',
  'meta.tag.nianbao': 'tag',
  'entity.other.attribute-name.nianbao': 'attribute',
  'string.quoted.attribute.nianbao': 'value',
};

/** The names within a heading, for the few tests that look inside one. */
export const PARTS: Readonly<Record<string, string>> = {
  'punctuation.definition.heading.nianbao': 'hashes',
  'punctuation.definition.heading.number.nianbao': 'no',
  'entity.name.section.nianbao': 'name',
  'entity.name.section.subsection.nianbao': 'name',
  'entity.name.section.title.nianbao': 'name',
};

export const SEPARATORS: Readonly<Record<string, string>> = { 'punctuation.separator.column.nianbao': 'sep' };

let loaded: Promise<IGrammar> | undefined;

function grammar(): Promise<IGrammar> {
  loaded ??= (async () => {
    const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
    await oniguruma.loadWASM(readFileSync(wasm));
    const registry = new textmate.Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
        createOnigString: (text) => new oniguruma.OnigString(text),
      }),
      loadGrammar: async (scope) => {
        if (scope !== 'text.nianbao') return null;
        const file = new URL('syntaxes/nianbao.tmLanguage.json', ROOT);
        return textmate.parseRawGrammar(readFileSync(file, 'utf8'), 'nianbao.tmLanguage.json');
      },
    });
    const found = await registry.loadGrammar('text.nianbao');
    if (!found) throw new Error('text.nianbao did not load');
    return found;
  })();
  return loaded;
}

/** Holds the marks of `marked` against what the grammar gives for the text without them. */
export async function check(marked: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
  expect(await mark(marked.replace(/«[a-z]+ |»/g, ''), more)).toBe(marked);
}

/** The text with every scope of a known name marked in it. */
export async function mark(text: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const names = { ...SHORT, ...more };
  const rule = await grammar();
  let state = textmate.INITIAL;
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = rule.tokenizeLine(line, state);
    state = ruleStack;
    let out = '';
    let open: string[] = [];
    for (const token of tokens) {
      if (token.startIndex >= line.length) break;
      const wanted = token.scopes.flatMap((scope) => names[scope] ?? []);
      let same = 0;
      while (same < open.length && same < wanted.length && open[same] === wanted[same]) same += 1;
      out += '»'.repeat(open.length - same);
      out += wanted
        .slice(same)
        .map((name) => `«${name} `)
        .join('');
      out += line.slice(token.startIndex, token.endIndex);
      open = wanted;
    }
    lines.push(out + '»'.repeat(open.length));
  }
  return lines.join('\n');
}

/** Milliseconds that one line takes; rejects where the grammar gives up on it. */
export async function timeLine(line: string, limit: number): Promise<number> {
  const rule = await grammar();
  const start = performance.now();
  const { stoppedEarly } = rule.tokenizeLine2(line, textmate.INITIAL, limit);
  if (stoppedEarly) throw new Error(`the line took more than ${limit} ms`);
  return performance.now() - start;
}
