import { RULES } from '../rules/registry';
import type { Suggestion } from './suggestion';

/** The longest comment that is looked back through for its beginning. */
const LONGEST = 2000;

const WORDS: readonly (readonly [word: string, zh: string, en: string])[] = [
  ['nianbao-disable-next-line', '下一行停用规则', 'turns rules off in the next line'],
  ['nianbao-disable', '从这里起停用规则', 'turns rules off from here on'],
  ['nianbao-enable', '恢复停用的规则', 'turns them on again'],
  ['nianbao-disable-file', '整个文件停用规则', 'turns rules off in the whole file'],
];

/**
 * Inside a comment: the words that turn rules off, behind one of them the names of rules that are not there yet. Behind
 * ` -- ` stands a reason, of which nobody else knows anything.
 * @returns null outside of comments
 */
export function suggestDirectives(text: string, offset: number): Suggestion[] | null {
  const open = text.lastIndexOf('<!--', offset - 1);
  if (open < 0 || offset < open + 4 || offset - open > LONGEST) return null;
  const written = text.slice(open, offset);
  if (written.includes('-->')) return null;
  const [, word] = /^<!--\s*([a-z-]*)$/.exec(written) ?? [];
  if (word !== undefined) {
    return WORDS.map(([directive, zh, en]) => suggestion(directive, word, { zh, en }));
  }
  const [, names] = /^<!--\s*nianbao-(?:disable-next-line|disable-file|disable|enable)\s([\s\S]*)$/.exec(written) ?? [];
  if (names === undefined || /(?:^|\s)--(?:\s|$)/.test(names)) return [];
  const there = names.split(/[\s,，、]+/);
  const typed = there.pop() ?? '';
  return RULES.filter(({ name }) => !there.includes(name)).map(({ name, description }) =>
    suggestion(name, typed, description),
  );

  function suggestion(label: string, typed: string, detail: Suggestion['detail']): Suggestion {
    const rest = /^[a-z/-]*?(?=-->|[^a-z/-]|$)/.exec(text.slice(offset, offset + 60))?.[0] ?? '';
    return {
      kind: 'rule',
      label,
      detail,
      filter: label,
      range: { start: offset - typed.length, end: offset + rest.length },
      text: label,
      snippet: null,
    };
  }
}
