import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import type { Client } from '../capabilities';
import {
  type Explanation,
  equation,
  explainPlace,
  type Finding,
  type Meaning,
  type Place,
  placeAt,
  REGULATION,
  ruleMeta,
  type Sum,
} from '../core';
import type { View } from '../drafts';
import { ruleUrl } from '../ruleUrl';
import { WORDS, type Words } from '../words';
import { offsetOf } from './places';

/** What stands at a position: what it is, what its sums are, what it means; and the rules of the findings there. */
export function hover({ draft, settings }: View, { position }: HoverParams, client: Client): Hover | null {
  const offset = offsetOf(draft, position);
  if (offset === null) return null;
  const place = placeAt(draft.report, offset);
  const explanation = place && explainPlace(draft.report, place);
  const told = place && explanation && !isPlain(place, explanation) ? { place, explanation } : null;
  const findings = draft.findings(settings).filter(({ range }) => range.start <= offset && offset <= range.end);
  const range = told?.place.range ?? findings[0]?.range;
  if (!range) return null;
  const writer = new Writer(client);
  const blocks = [...(told ? writer.explanation(told.place, told.explanation) : []), ...writer.rules(findings)];
  return {
    contents: { kind: client.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText, value: blocks.join('\n\n') },
    range: draft.lines.rangeAt(range),
  };
}

/** Whether there is nothing to say of a label but what it says itself. */
function isPlain({ kind }: Place, { meanings, sums }: Explanation): boolean {
  return kind === 'head' && meanings.length === 0 && sums.length === 0;
}

/** Words as a client shows them: Markdown for those that read it, else plain text. */
class Writer {
  readonly #client: Client;
  readonly #words: Words;

  constructor(client: Client) {
    this.#client = client;
    this.#words = WORDS[client.language];
  }

  /** Blocks that an empty line stands between. */
  explanation(place: Place, { title, meanings, sums, expected, notice }: Explanation): string[] {
    const { language } = this.#client;
    const { colon, blank, should, asked } = this.#words;
    const content = place.kind === 'cell' ? `${colon}${this.#plain(place.cell.text || blank)}` : '';
    const wanted = expected === null ? '' : this.#words.comma + should(expected);
    return [
      this.#bold(title[language]) + content + wanted,
      ...(sums.length > 0 ? [sums.map((sum) => this.#item(this.#sum(sum))).join('\n')] : []),
      ...meanings.map((meaning) => this.#meaning(meaning)),
      ...(notice === null ? [] : [asked(notice)]),
    ];
  }

  /** Each rule once, with its page; the finding itself is shown by the client. */
  rules(findings: readonly Finding[]): string[] {
    const names = [...new Set(findings.map(({ rule }) => rule))];
    const lines = names.map((name) => {
      const about = ruleMeta(name)?.description[this.#client.language];
      return (
        this.#link(name, ruleUrl(name, this.#client.language)) +
        (about === undefined ? '' : this.#words.colon + this.#plain(about))
      );
    });
    return lines.length > 0 ? [lines.map((line) => this.#item(line)).join('\n')] : [];
  }

  #sum(sum: Sum): string {
    const numbers = this.#client.markdownHover ? `\`${equation(sum)}\`` : equation(sum);
    const state = sum.off === 0 ? ' ✓' : this.#words.comma + this.#words.off(sum.off);
    return this.#plain(sum.name[this.#client.language]) + this.#words.colon + numbers + state;
  }

  #meaning({ text, source }: Meaning): string {
    const { language } = this.#client;
    const link = source.zh.includes('《政府信息公开条例》') ? REGULATION.url : null;
    const from = link === null ? source[language] : this.#link(source[language], link);
    return `${this.#plain(text[language])}${this.#words.stop}${this.#words.basis}${from}`;
  }

  #bold(text: string): string {
    return this.#client.markdownHover ? `**${escaped(text)}**` : text;
  }

  #item(text: string): string {
    return this.#client.markdownHover ? `- ${text}` : text;
  }

  #link(text: string, url: string): string {
    return this.#client.markdownHover ? `[${escaped(text)}](${url})` : `${text} ${url}`;
  }

  #plain(text: string): string {
    return this.#client.markdownHover ? escaped(text) : text;
  }
}

/** Text that Markdown shows as it is. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&').replace(/\s+/g, ' ');
}
