import { kept } from '../kept';
import type { Report } from '../model';
import { textOf } from './passage';
import { reader } from './words';

/** Words at the end of the names of offices. */
const OFFICES = [
  '局',
  '委',
  '厅',
  '院',
  '镇',
  '乡',
  '街道',
  '部门',
  '单位',
  '中心',
  '处',
  '站',
  '办',
  '政府',
  '公司',
  '学校',
  '区县',
  '县区',
  '委员会',
  '办公室',
  '街道办',
  '办事处',
  '机关',
  '县',
  '区',
  '市',
  '州',
  '旗',
];
/** A report of a whole area counts what all its offices did. */
const AREAS = ['省', '市', '县', '区', '州', '盟', '旗', '镇', '乡', '街道'];
/** What an office does with applications: a name right before one of these is that of who did it. */
const DEEDS = [
  '收到',
  '受理',
  '办理',
  '接收',
  '答复',
  '新收',
  '共',
  '办结',
  '处理',
  '接到',
  '累计',
  '全年',
  '本年',
  '主动',
  '被',
  '因',
  '未',
  '作出',
  '制发',
  '制定',
  '收取',
  '无',
  '没有',
  '发生',
];
/** The places where any of them begins, those inside of another one included. */
const DEED = new RegExp(`(?=${DEEDS.join('|')})`, 'g');

/** Where a sentence begins anew with all of the year. */
const AGAIN = /[，,；;]\s*(?:全年|本年度?|年内|\d{4}\s*年度?)(?=[^，,；;各]{0,12}(?:共|累计|总))/;

/** How an office speaks of itself that is not the government of an area. */
const OF_OFFICE = /[我本](?:局|委|厅|院|办|站|中心|处|校|部|会|馆|单位|公司)/;

const ALL_OF = new RegExp(`(?<=全)(?:${AREAS.join('|')})`, 'g');

/** How the words of a paragraph speak of who reports: whether as an office, and each area that they say 全 of. */
const ownWords = reader(({ text }) => ({ office: OF_OFFICE.test(text), areas: text.match(ALL_OF) ?? [] }));

/**
 * The office that reports, as the title has it. A text copied without its title may still say that it is of an area: it
 * counts what 全区 did, and no 我局 speaks.
 * @returns `全区` where only the kind of area is known; null where nothing is
 */
export const reportingOffice = kept((report: Report): string | null => {
  if (report.organisation) return report.organisation.text;
  const { preface, sections } = textOf(report);
  const own = [preface, ...sections.map((s) => s.passages)].flat().map(({ words }) => words.once(ownWords));
  if (own.some(({ office }) => office)) return null;
  const [first, second] = AREAS.map((area) => ({
    area,
    times: own.reduce((n, { areas }) => n + areas.filter((a) => a === area).length, 0),
  })).sort((a, b) => b.times - a.times);
  return first && first.times > (second?.times ?? 0) ? `全${first.area}` : null;
});

/**
 * Whether what stands before a number in a sentence names another office than the one that reports, or only a part of
 * what it reports on.
 * @param before the sentence up to the number
 * @param organisation what `reportingOffice` knows of the office
 */
export function isForeign(before: string, organisation: string | null): boolean {
  const own = organisation === null || /^全.{1,2}$/.test(organisation) ? '' : organisation;
  const area = areaOf(organisation ?? '');
  for (const word of [
    '全省',
    '全市',
    '全县',
    '全区',
    '全州',
    '全盟',
    '全旗',
    '全镇',
    '全乡',
    '全街道',
    '全街',
    '全国',
    '全系统',
    '系统内',
    '辖区',
  ]) {
    if (before.includes(word)) return !(area !== null && word === `全${area}`);
  }
  // 我县各级行政机关 are those of all the county
  if (area !== null && before.includes(`我${area}`)) return namesAnother(before, own);
  // 各级行政机关 in the report of an area are those of all of it
  if (area !== null && /各级(?:行政)?(?:机关|政府)/.test(before)) return false;
  // 各分局严格执行规定，全年共收到: the number is of the office again
  const words = before.slice(before.search(AGAIN) + 1);
  // 各类政府信息公开申请 names no offices
  const each = words.search(/各(?![类项种方自个])/);
  if (each >= 0 && OFFICES.some((o) => words.slice(each + 1, each + 10).includes(o)) && area === null) return true;
  if (each >= 0 && !words.includes('全') && OFFICES.some((o) => words.slice(each + 1, each + 10).includes(o)))
    return true;
  return namesAnother(before, own);
}

/** The last word of the name of an area whose government reports on all of it: 县 of 青禾县人民政府. */
function areaOf(organisation: string): string | null {
  const place = organisation.replace(/人民政府$/, '').replace(/政府$/, '');
  if (place === organisation && !AREAS.some((a) => organisation.endsWith(a))) return null;
  return AREAS.find((a) => place.endsWith(a)) ?? null;
}

function namesAnother(before: string, own: string): boolean {
  for (const { index } of before.matchAll(DEED)) {
    const name = nameBefore(before, index);
    if (name !== null && !isOwn(name, own)) return true;
  }
  return false;
}

/** Words between a name and what it did. */
const BETWEEN = ['分别', '共', '均', '各', '已', '也', '再', '又', '累计', '全年'];

/** The name of an office that ends right before a place; null where there is none. */
function nameBefore(text: string, at: number): string | null {
  let end = at;
  for (
    let word = BETWEEN.find((w) => text.slice(0, end).endsWith(w));
    word && end > 0;
    word = BETWEEN.find((w) => text.slice(0, end).endsWith(w))
  )
    end -= word.length;
  if (text.charAt(end - 1) === '）' || text.charAt(end - 1) === ')') {
    const open = Math.max(text.lastIndexOf('（', end), text.lastIndexOf('(', end));
    return open > 0 ? nameBefore(text, open) : null;
  }
  if (!OFFICES.some((o) => text.slice(Math.max(0, end - o.length), end) === o)) return null;
  let from = end;
  while (from > 0 && end - from < 24 && !/[，,。；;：:、（）()\s0-9年]/.test(text.charAt(from - 1))) from--;
  const name = text.slice(from, end);
  if (name === '行政机关') return null;
  // 县（区）交通局, 各县水务局: offices of many places
  if (/[）)]/.test(text.charAt(from - 1)) && /[县区市]/.test(text.slice(Math.max(0, from - 6), from)))
    return `各${name}`;
  return name.length >= 2 ? name : null;
}

const PLACE = /^.*[省市县区州盟旗](?=.{2})/;

/** 市住房和城乡建设局 where the title has 云山市住建局: the office's short name in the long one, of the same place. */
function isShortFor(own: string, name: string): boolean {
  const place = PLACE.exec(name)?.[0] ?? '';
  const office = own.replace(PLACE, '');
  if (place === '' || office.length < 3 || office === own || !own.includes(place)) return false;
  let at = place.length;
  for (const c of office) {
    at = name.indexOf(c, at) + 1;
    if (at === 0) return false;
  }
  return at === name.length;
}

/** 我县、本机关, the name itself, or a short form of it. */
function isOwn(name: string, own: string): boolean {
  if (/(?:^|[^\u4e00-\u9fff])?[我本该][\u4e00-\u9fff]{1,8}$/.test(name) && /[我本]/.test(name)) return true;
  if (own === '') return true;
  const plain = name.replace(/^(?:年度?|度|全年|期间|由|经|对)/, '');
  if (own.includes(plain) || plain.includes(own)) return true;
  // 江城区人民政府 of 云山市江城区; but the government of the city is not one of its offices
  if (areaOf(own) !== null && own.includes(plain.replace(/(?<=.)(?:人民)?政府$/, ''))) return true;
  if (isShortFor(own, plain)) return true;
  // 全局 of a 局, 全委 of a 委员会: all of the office itself
  if (/^全.{1,2}$/.test(plain) && OFFICES.includes(plain.slice(1)) && !AREAS.includes(plain.slice(1))) return true;
  // 市政府办公室 for 鹤山市人民政府办公室: its characters in that order
  let at = 0;
  for (const c of plain) {
    at = own.indexOf(c, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
