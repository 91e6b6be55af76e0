/** Texts as they stand on the web, whole: silent as they are, and each of their numbers flagged when it is changed. */
import { checkReport, type Finding, parseReport } from '../../server/src/core';
import { writeTable } from '../../server/src/core/edit/writeTable';
import { tableSpec } from '../../server/src/core/forms';
import { cellTexts } from './frames';
import { readTexts, type Stated, type WebText } from './texts/read';

export interface TextScore {
  readonly texts: number;
  /** Texts that nothing wrong is said of. */
  readonly quiet: number;
  readonly tried: number;
  readonly caught: number;
  /** A line for each text with a false alarm, and for each number that was missed. */
  readonly told: readonly string[];
}

/** The report that begins with a text, its tables balanced. */
export function renderText(spec: WebText, text: string): string {
  const cells = cellTexts(spec);
  const style = { layout: 'tabs', eol: '\n', halfWidth: text.includes('(一)') } as const;
  const table = (id: 'proactive' | 'requests' | 'disputes'): string =>
    writeTable(tableSpec(spec.form, id), (name) => cells.get(name) ?? '0', style);
  return `${text}二、主动公开政府信息情况
${table('proactive')}
三、收到和处理政府信息公开申请情况
${table('requests')}
四、政府信息公开行政复议、行政诉讼情况
${table('disputes')}
五、存在的主要问题及改进情况
存在的问题是公开内容不够丰富。下一步将加强业务培训，提升公开质量。
六、其他需要报告的事项
${spec.form === '2021' ? '本年度未收取信息处理费。' : '无。'}
`;
}

/** So far from a changed number a finding may stand and be of it. */
const NEAR = 60;

/** @param folder path of the texts */
export function evaluateTexts(folder: string): TextScore {
  const texts = readTexts(folder);
  const told: string[] = [];
  let quiet = 0;
  let tried = 0;
  let caught = 0;
  for (const spec of texts) {
    const { name, text, stated } = spec;
    const before = loud(renderText(spec, text));
    const wrong = before.filter((f) => !spec.expected.includes(f.rule));
    if (wrong.length === 0) quiet++;
    for (const f of wrong) told.push(`误 ${name} ${f.rule} ${f.message.zh}`);
    const known = new Set(before.map(key));
    for (const [n, one] of stated.entries()) {
      tried++;
      const number = String(Number(one.number.replace(/[,，]/g, '')) + 1 + (n % 2));
      const changed = text.slice(0, one.at) + number + text.slice(one.at + one.number.length);
      const found = loud(renderText(spec, changed)).filter((f) => !known.has(key(f)));
      if (found.some((f) => isOf(f, one))) caught++;
      else told.push(`漏 ${name} ${sentence(text, one)} → ${number} ${one.cell ?? ''}`);
    }
  }
  return { texts: texts.length, quiet, tried, caught, told };
}

function loud(text: string): Finding[] {
  return checkReport(parseReport(text)).filter((f) => f.severity === 'error' || f.severity === 'warning');
}

function key({ rule, message }: Finding): string {
  return `${rule} ${message.zh}`;
}

/** Whether a finding stands by a number, and names its cell where it names cells. */
function isOf({ range, rule, cells }: Finding, { at, number, cell }: Stated): boolean {
  if (range.start > at + number.length + NEAR || range.end < at - NEAR) return false;
  return cell === null || rule !== 'prose/table' || (cells ?? []).includes(cell);
}

function sentence(text: string, { at, number }: Stated): string {
  const from = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('\n', at)) + 1;
  return `${text.slice(Math.max(from, at - 40), at)}⟦${number}⟧${text.slice(at + number.length, at + number.length + 12)}`;
}
