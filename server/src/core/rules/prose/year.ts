import type { Report, SectionId } from '../../model';
import type { Claim } from '../../prose/claim';
import { readClaims } from '../../prose/claims';
import { compare } from '../../prose/compare';
import { laterYear, SEVERAL } from '../../prose/ownYear';
import { BySentence, inside, numbersOf, type Passage, type Span, textOf } from '../../prose/passage';
import { isOwnYear, setsPeriod } from '../../prose/periods';
import type { Year } from '../../prose/quantities';
import { isForeign } from '../../prose/subject';
import { isReportTitle, isSchoolYear } from '../../read/head';
import type { Draft, Rule } from '../rule';

/** So many years back a text may have been taken from. */
const BACK = 3;
/** Words by which another year belongs where it stands. */
const BELONGS =
  /上年|去年|同比|相比|较|比|以来|^\s*起|底|结转|存在问题|存在的|提出|整改|考核|考评|测评|评估|会议|印发|要点|版|学年|年报|报告中|启动|修建|至|[—–－-]\s*\d|遗留|往年|历年|截[至止]|反馈|发现/;
/** So far before a year the 《 of a document is looked for. */
const CITED = 120;
/** The regulation itself is of no year. */
const REGULATION = /《(?:中华人民共和国)?(?:政府信息公开)?条例》/g;
/** What a report says of its own year. */
const OWN =
  /^(?:[，,]\s*)?(?:在[\u4e00-\u9fff]{2,24}[，,]\s*)?(?:[我本全][\u4e00-\u9fff]{1,8}|管委会|[省市区县镇乡]政府|[\u4e00-\u9fff]{2,20}?(?:人民政府|委员会|管委会|办公室|局|厅|委|镇|乡|街道|街道办事处)[\u4e00-\u9fff]{0,14})/;

/** What a report goes on with behind its own year. */
const DEED =
  /^[，,]?\s*(?:(?:在|按照|根据|围绕|依据|通过|结合|紧扣|立足|聚焦)[\u4e00-\u9fff“《]|(?:共|累计|主动|未|没有|收到|受理|发布|公开|办理|制发|认真)|[我本全][\u4e00-\u9fff]|[\u4e00-\u9fff]{0,20}?(?:政府|委员会|管委会|办公室|办事处|分局|局|厅|委|部|院|署|中心|街道|开发区|苏木|[省市县区镇乡州旗]))/;
/** Why a report tells of another year. */
const REASONS =
  /上年|去年|同比|相比|较|结转|存在|整改|考核|考评|评估|测评|评为|获得|荣获|荣誉|遗留|往年|历年|反馈|学年|年报|年度报告|启动|修建|起|版|以[来前后]|底|^\s*\d|^\s*初|^\s*[—–－-]|至今|成立|施行|实施/;

export const year: Rule = {
  name: 'prose/year',
  severity: 'warning',
  description: {
    zh: '标题、统计期限和正文的年份不一致，或留着上年的年份',
    en: 'Title, statistical period and text name different years, or a year is left over from last year',
  },
  source: '《政府信息公开条例》第四十九条、第五十条（报告上一年度的工作）',
  check(report) {
    const left = leftOver(report);
    return [...periodFaults(report), ...namedFaults(report), ...titleFaults(report), ...left];
  },
  fixes(report, finding) {
    const named = report.year?.range.start === finding.range.start ? laterYear(report)?.value : undefined;
    const own = named ?? report.year?.value;
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
          zh: `统计期限是 ${y1} 年，${report.title ? '标题' : '前言'}是 ${own} 年，请改为一致`,
          en: `The statistical period is of ${y1}, the ${report.title ? 'title' : 'preface'} of ${own}`,
        },
      },
    ];
  }
  if (y1 === y2 && m1 === 1 && d1 === 1 && m2 === 12 && d2 === 31) return [];
  if (isSchoolYear(period)) return [];
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

/** The year in the title, or that of the period alone, where all the text is of a later one. */
function namedFaults(report: Report): Draft[] {
  const later = laterYear(report);
  if (!later || !report.year) return [];
  const { value, range } = report.year;
  const title = report.title !== null && range.start >= report.title.range.start && range.end <= report.title.range.end;
  const zh = title ? '标题' : report.period?.range.start === range.start ? '统计期限' : '这里';
  const en = title ? 'title' : report.period?.range.start === range.start ? 'statistical period' : 'preface';
  return [
    {
      range,
      ...(later.times < SEVERAL && { severity: 'hint' as const }),
      message: {
        zh: `${zh}是 ${value} 年，正文写的是 ${later.value} 年，请核对`,
        en: `The ${en} is of ${value}, the text of ${later.value}`,
      },
    },
  ];
}

/** The report's own name in the preface with another year: 现公布青禾县2022年政府信息公开工作年度报告. */
function titleFaults(report: Report): Draft[] {
  const own = report.year?.value;
  if (own === undefined) return [];
  const later = laterYear(report)?.value;
  return textOf(report).preface.flatMap((passage) => {
    return numbersOf(passage.words).years.flatMap((y): Draft[] => {
      // where all the text is of that year, it is the report's own that is in doubt
      if (y.value === own || y.value === later) return [];
      const behind = passage.text.slice(y.to, y.to + 50);
      const before = passage.text.slice(Math.max(0, y.from - 40), y.from);
      // 结合青禾县2022年政府信息公开工作实际
      if (
        /^[^。，,；;《》\d]{0,20}信息公开工作的?(?:实际|情况)/.test(behind) &&
        /(?:结合|梳理|汇总)[^。，,；;《》]*$/.test(before)
      )
        return [fault(passage, y, own)];
      if (!/^[^。，,；;《》\d]{0,30}信息公开[^。，,》]{0,8}(?:报告|年报)/.test(behind)) return [];
      // the title again, as inside of a web page
      if (report.organisation && isReportTitle(passage.text) && passage.text.includes(report.organisation.text))
        return [fault(passage, y, own)];
      // 编制了《…》 is this report; one that is cited is not
      if (
        !/(?:编制|编写|编撰|形成|公布|公开|发布|撰写|起草|现将|特将)[^。]*$/.test(before) ||
        /根据|依据|按照|参照/.test(before.slice(-16))
      )
        return [];
      return [fault(passage, y, own)];
    });
  });
}

function fault(passage: Passage, y: Year, own: number, section?: SectionId): Draft {
  return {
    ...(section && { section }),
    range: passage.rangeOf(y.from, y.to),
    message: {
      zh: `${own} 年的报告里写着 ${y.value} 年，是否上年的文字没有改`,
      en: `${y.value} in the report for ${own}: is this left over from last year?`,
    },
  };
}

/** Years of the text that last year's report was about: their numbers are this year's, or nothing but habit keeps them. */
function leftOver(report: Report): Draft[] {
  const own = report.year?.value;
  if (own === undefined) return [];
  const claims = new BySentence<Claim>();
  for (const claim of readClaims(report)) {
    if (isOwnYear(report, claim) || claim.quantity.value === 0) continue;
    claims.add(claim.passage, claim.sentence, claim);
  }
  const office = report.organisation?.text ?? null;
  return textOf(report).sections.flatMap(({ section, passages }) =>
    passages.flatMap((passage) => {
      const { years } = numbersOf(passage.words);
      const old = years.filter((y) => y.value < own && y.value >= own - BACK);
      if (old.length === 0) return [];
      const mixed = years.some((y) => y.value === own);
      return passage.sentences.flatMap((sentence): Draft[] => {
        const first = inside(old, sentence).find((y) => setsPeriod(passage.text, y));
        if (!first) return [];
        const said = claims.get(passage, sentence).filter((c) => c.year === first.value);
        const answers = said.map((c) => compare(report, c)).filter((c) => c !== null);
        // last year's numbers beside this year's are a comparison; this year's numbers under last year's date are not
        if (answers.length > 0) return answers.every((c) => c.agrees) ? [fault(passage, first, own, section.id)] : [];
        if (isEndOfLastYear(passage, sentence, first, years)) return [fault(passage, first, own, section.id)];
        const habit = !mixed && isHabit(passage, sentence, first, years, section.id);
        if (!habit && !isOpening(passage, sentence, first, years, section.id)) return [];
        const text = passage.text.slice(first.to, Math.min(sentence.to, first.to + 60));
        return isForeign(text, office) ? [] : [fault(passage, first, own, section.id)];
      });
    }),
  );
}

/** 截至2023年12月31日，网站累计…: how far it had come a year ago, where nothing is compared and no later year follows. */
function isEndOfLastYear(passage: Passage, sentence: Span, first: Year, years: readonly Year[]): boolean {
  if (!/截[至止]到?\s*$/.test(passage.text.slice(Math.max(sentence.from, first.from - 4), first.from))) return false;
  if (years.some((y) => y.from > first.from)) return false;
  const rest = passage.text.slice(first.to, sentence.to);
  return (
    /^\s*12\s*月\s*31\s*日[，,][^，,]{0,30}(?:累计|共)/.test(rest) &&
    !/上年|去年|今年|本年|同比|相比|较|比|结转|未办|遗留|整改/.test(rest)
  );
}

/** A year at the start of a sentence, or behind the number of one. */
function leads(passage: Passage, sentence: Span, year: Year): boolean {
  const lead = passage.text.slice(sentence.from, year.from).trim();
  return lead === '' || /^(?:[（(]?[一二三四五六七八九十]+[）)、.]|[一二三四五]是|[0-9]+[.、])$/.test(lead);
}

/** A year in the name or the number of a document: 《…2023年…要点》, 〔2023〕12号. */
function isCited(text: string, { from }: Year): boolean {
  const before = text.slice(Math.max(0, from - CITED), from);
  return before.lastIndexOf('《') > before.lastIndexOf('》') || /[〔[【]\s*$/.test(before);
}

/**
 * 2022年，通过网站发布信息63条: what a paragraph without the report's own year begins with, where last year is told of
 * for no reason that its words give.
 */
function isOpening(passage: Passage, sentence: Span, first: Year, years: readonly Year[], section: SectionId): boolean {
  if (section === 'problems' || section === 'others' || !leads(passage, sentence, first)) return false;
  const above = passage.text.slice(0, sentence.from).trim();
  if (above !== '' && !/^[（(\d一二三四五六七八九十][^。；;]{0,24}[。；;：:]?$/.test(above)) return false;
  if (years.some((y) => y.value !== first.value && !isCited(passage.text, y))) return false;
  const rest = passage.text.slice(first.to, Math.min(sentence.to, first.to + 60));
  if (!DEED.test(rest) || REASONS.test(rest)) return false;
  // what a document of its own time asked for is told of its own time
  const later = years.some((y) => y.value > first.value);
  return later || !rest.replace(REGULATION, '').slice(0, 30).includes('《');
}

/** 2022年，我县以提升公开质量为目标…: a sentence that begins with the year and goes on as every report does. */
function isHabit(passage: Passage, sentence: Span, first: Year, years: readonly Year[], section: SectionId): boolean {
  if (!leads(passage, sentence, first)) return false;
  const rest = passage.text.slice(first.to, Math.min(sentence.to, first.to + 120));
  // the whole year as a period
  if (/^\s*1\s*月\s*1\s*日[起]?[，,]?\s*至/.test(rest)) return /12\s*月\s*31\s*日/.test(rest);
  if (inside(years, { from: first.from + 1, to: sentence.to }).length > 0) return false;
  if (/^\s*\d{1,2}\s*月/.test(rest) || rest.replace(REGULATION, '').includes('《') || !OWN.test(rest)) return false;
  if (section === 'problems') return /^[，,]?[我本全].{0,16}(?:虽|取得|工作)/.test(rest) && !/针对|存在问题/.test(rest);
  return !BELONGS.test(rest.slice(0, 60));
}
