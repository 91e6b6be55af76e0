import type { Report } from '../../model';
import { readPassage } from '../../prose/claims';
import { isForeign } from '../../prose/subject';
import type { Draft, Rule } from '../rule';

/** What a report says of its own year. */
const DEEDS = ['收到', '受理', '办理', '新收', '答复', '主动公开', '公开信息', '发布信息', '制发', '被申请', '发生'];
/** Words by which another year belongs where it stands. */
const OTHERS = [
  '上年',
  '去年',
  '同比',
  '相比',
  '较',
  '比',
  '以来',
  '结转',
  '存在的',
  '存在问题',
  '整改',
  '考核',
  '考评',
  '测评',
  '评估',
  '会议',
  '印发',
  '要点',
  '至今',
  '至',
  '—',
  '－',
  '期间',
  '遗留',
  '往年',
  '历年',
  '截至',
  '根据',
  '按照',
  '通知',
  '报告',
];

export const year: Rule = {
  name: 'prose/year',
  severity: 'warning',
  description: {
    zh: '标题、统计期限和正文的年份不一致，或留着上年的年份',
    en: 'Title, statistical period and text name different years, or a year is left over from last year',
  },
  source: '《政府信息公开条例》第四十九条、第五十条（报告上一年度的工作）',
  check(report) {
    return [...periodFaults(report), ...titleFaults(report), ...leftOver(report)];
  },
  fixes(report, finding) {
    const own = report.year?.value;
    const found = report.text.slice(finding.range.start, finding.range.end);
    const old = /(?:19|20)\d\d/.exec(found);
    if (own === undefined || !old || report.period?.range.start === finding.range.start) return [];
    const start = finding.range.start + old.index;
    return [
      {
        title: { zh: `改为 ${own} 年`, en: `Change to ${own}` },
        kind: 'prose/year',
        edits: [{ range: { start, end: start + 4 }, newText: String(own) }],
        preferred: true,
        safe: false,
      },
    ];
  },
};

function periodFaults(report: Report): Draft[] {
  const { period, year } = report;
  if (!period) return [];
  const [y1, m1, d1] = period.from;
  const [y2, m2, d2] = period.to;
  const own =
    year && (year.range.start < period.range.start || year.range.start >= period.range.end) ? year.value : null;
  if (own !== null && y1 !== own && y2 !== own) {
    return [
      {
        range: period.range,
        message: {
          zh: `统计期限是 ${y1} 年，标题是 ${own} 年，请改为一致`,
          en: `The statistical period is of ${y1}, the title of ${own}`,
        },
      },
    ];
  }
  if (y1 === y2 && m1 === 1 && d1 === 1 && m2 === 12 && d2 === 31) return [];
  return [
    {
      range: period.range,
      message: {
        zh: `统计期限应为 ${own ?? y1} 年 1 月 1 日至 12 月 31 日`,
        en: `The statistical period should be 1 January to 31 December ${own ?? y1}`,
      },
    },
  ];
}

/** The report's own name inside of the preface: 《青禾县2022年政府信息公开工作年度报告》 in the report for 2023. */
function titleFaults(report: Report): Draft[] {
  const own = report.year?.value;
  if (own === undefined) return [];
  return report.preface.flatMap((paragraph) => {
    const { passage, numbers } = readPassage(paragraph);
    return numbers.years.flatMap((y): Draft[] => {
      if (y.value === own) return [];
      const open = passage.text.lastIndexOf('《', y.from);
      const close = passage.text.indexOf('》', y.from);
      if (
        open < 0 ||
        close < 0 ||
        y.from - open > 60 ||
        close - y.from > 60 ||
        passage.text.slice(open, y.from).includes('》')
      )
        return [];
      const name = passage.text.slice(open + 1, close);
      if (!name.includes('信息公开') || !/(?:年度报告|工作报告|年报)$/.test(name)) return [];
      const before = passage.text.slice(Math.max(0, open - 12), open);
      // 编制了《…》 is this report; 《…》 that others are cited from is not
      if (!/(?:编制|编写|编撰|形成|公布|发布|撰写|起草|向社会公开)(?:完成|了|本)*$/.test(before.trim())) return [];
      return [
        {
          range: passage.rangeOf(y.from, y.to),
          message: { zh: `这里写的是 ${y.value} 年，标题是 ${own} 年`, en: `This says ${y.value}, the title ${own}` },
        },
      ];
    });
  });
}

/** Sentences that begin with the year before and tell what the report tells of its own. */
function leftOver(report: Report): Draft[] {
  const own = report.year?.value;
  if (own === undefined) return [];
  return report.sections
    .filter((s) => s.id !== 'problems' && s.id !== 'others')
    .flatMap((section) =>
      section.paragraphs.flatMap((paragraph) => {
        const { passage, numbers } = readPassage(paragraph);
        return passage.sentences.flatMap((sentence): Draft[] => {
          const years = numbers.years.filter((y) => y.from >= sentence.from && y.from < sentence.to);
          const [first] = years;
          if (!first || years.length > 1 || first.value !== own - 1) return [];
          const lead = passage.text.slice(sentence.from, first.from).trim();
          const text = passage.text.slice(first.to, Math.min(sentence.to, first.to + 120));
          if (lead !== '' && !/^(?:[（(]?[一二三四五六七八九十]+[）)、.]|[一二三四五]是|[0-9]+[.、])?$/.test(lead))
            return [];
          if (
            !DEEDS.some((w) => text.includes(w)) ||
            OTHERS.some((w) => text.slice(0, 60).includes(w)) ||
            text.includes('《')
          )
            return [];
          if (/^[0-9０-９]{1,2}\s*月/.test(text.trim()) || !/\d|无|未|没有/.test(text)) return [];
          const subject =
            /^[，,]?\s*(?:[我本全][\u4e00-\u9fff]{1,6}|共|累计|全年|主动|收到|受理|[\u4e00-\u9fff]{2,16}?(?:共|收到|受理|主动|办理))/.test(
              text,
            );
          if (!subject || isForeign(text.slice(0, 40), report.organisation?.text ?? null)) return [];
          return [
            {
              section: section.id,
              range: passage.rangeOf(first.from, first.to),
              message: {
                zh: `${own} 年的报告里写着 ${first.value} 年，是否上年的文字没有改`,
                en: `${first.value} in the report for ${own}: is this left over from last year?`,
              },
            },
          ];
        });
      }),
    );
}
