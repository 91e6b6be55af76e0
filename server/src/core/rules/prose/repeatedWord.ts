import { readPassage } from '../../prose/claims';
import type { Rule } from '../rule';

/** Words that never stand twice side by side. Words that may (研究研究, 逐项逐项) or that names end and begin with are left alone. */
const WORDS = [
  '关于',
  '进行',
  '开展',
  '以及',
  '对于',
  '根据',
  '按照',
  '通过',
  '为了',
  '由于',
  '并且',
  '同时',
  '我们',
  '已经',
  '可以',
  '进一步',
  '不断',
  '积极',
  '切实',
  '严格',
  '加强',
  '推进',
  '提高',
  '提升',
  '完善',
  '健全',
  '落实',
  '组织',
  '认真',
  '及时',
  '主动',
  '全面',
  '深入',
  '持续',
  '坚持',
  '围绕',
  '结合',
  '依法',
  '以来',
  '印发',
  '有关',
  '相关',
  '必须',
  '应当',
  '需要',
  '能够',
  '为进一步',
  '其中',
  '分别',
  '主要',
  '但是',
  '因此',
  '所以',
  '如果',
  '还是',
  '或者',
  '贯彻',
  '条例',
  '部分',
  '没有',
  '基层',
  '政策',
  '工作',
  '领导小组',
  '行政机关',
  '群众',
  '单位',
  '部门',
  '以上',
  '以下',
];

export const repeatedWord: Rule = {
  name: 'prose/repeated-word',
  severity: 'warning',
  description: { zh: '词语重复（关于关于）', en: 'A word is there twice' },
  source: '《党政机关公文处理工作条例》第十九条（文字精练，用语规范）',
  check(report) {
    return paragraphs(report).flatMap((paragraph) => {
      const { passage } = readPassage(paragraph);
      return doubles(passage.text).map(({ from, word }) => ({
        range: passage.rangeOf(from, from + 2 * word.length),
        message: { zh: `“${word}”重复，删去一个`, en: `“${word}” is there twice` },
      }));
    });
  },
  fixes(report, finding) {
    const length = (finding.range.end - finding.range.start) / 2;
    const word = report.text.slice(finding.range.start, finding.range.start + length);
    if (report.text.slice(finding.range.start, finding.range.end) !== word + word) return [];
    return [
      {
        title: { zh: `删去一个“${word}”`, en: `Remove one “${word}”` },
        kind: 'prose/repeated-word',
        edits: [{ range: { start: finding.range.start + length, end: finding.range.end }, newText: '' }],
        preferred: true,
        safe: true,
      },
    ];
  },
};

function paragraphs(report: Parameters<Rule['check']>[0]) {
  return [...report.preface, ...report.sections.flatMap((s) => s.paragraphs)];
}

/** Single characters and words that stand twice only where a word ends and another begins with them (为了了解, 的的确). */
const TORN: readonly { readonly word: string; readonly not: RegExp }[] = [
  { word: '的', not: /目的的|的的确|的的士/ },
  { word: '了', not: /为了了|了了解|了了如|了了结/ },
  {
    word: '公开',
    not: /公开公开(?:栏|目录|指南|内容|平台|制度|工作|渠道|条例|大厅|公)|政务公开公开|信息公开公开|政府信息公开公开/,
  },
];

/** Words that stand twice, from left to right. */
function doubles(text: string): { from: number; word: string }[] {
  const found: { from: number; word: string }[] = [];
  const seek = (word: string, not: RegExp | null): void => {
    const double = word + word;
    for (let at = text.indexOf(double); at >= 0; at = text.indexOf(double, at + double.length)) {
      const around = text.slice(Math.max(0, at - 4), at + double.length + 2);
      if (!not?.test(around)) found.push({ from: at, word });
    }
  };
  for (const word of WORDS) seek(word, null);
  for (const { word, not } of TORN) seek(word, not);
  return found
    .filter(
      (f) =>
        !found.some((o) => o.word.length > f.word.length && o.from <= f.from && f.from < o.from + 2 * o.word.length),
    )
    .sort((a, b) => a.from - b.from);
}
