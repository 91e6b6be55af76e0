import { kept } from '../kept';
import type { Report, Section } from '../model';
import { anyOf } from '../text/words';
import { leftOf, REACH, rightOf } from './beside';
import { type Claim, REQUEST_UNITS, SENTENCE, type Seen } from './claim';
import { hits } from './concepts';
import { disputeClaim } from './disputes';
import { COMPARISONS, PAPERS, REQUEST_WORDS, SOME } from './lexicon';
import { numbersOf, type Passage, type SectionText, textOf } from './passage';
import { isSince, monthsBefore, otherPeriod, setsPeriod, spokenYear } from './periods';
import { isPart, leadingThing, PROACTIVE_WORDS, type ProactiveState, proactiveReadings } from './proactive';
import type { Quantity, Year } from './quantities';
import { NAMES, requestClaim } from './requests';
import { isForeign, reportingOffice } from './subject';
import { MAY_SPEAK, type Mention, mentions, TOPIC_WORDS, type Topic } from './topics';
import { reader } from './words';

const COMPARED = anyOf(COMPARISONS);
const OF_SOME = anyOf(SOME);
const COUNT_UNITS = new Set(['件', '宗', '条', '份', '起', '例', '件次', '条次', '次', '项', '个', '']);

/** What the words of a paragraph claim in a report: they depend on whose report of what year it is, and where they stand. */
interface Known {
  about: Topic | null;
  year: number | null;
  organisation: string | null;
  claims: readonly Omit<Claim, 'passage'>[];
}
const lastKnown = reader((): Known => ({ about: null, year: null, organisation: null, claims: [] }));
const NONE: readonly Claim[] = [];

/** Every number in the text of a report that surely is one of its tables. */
export const readClaims = kept((report: Report): readonly Claim[] =>
  textOf(report).sections.flatMap((s) => (s.section.id === 'problems' ? [] : sectionClaims(report, s))),
);

function sectionClaims(report: Report, { section, passages }: SectionText): Claim[] {
  let next = 0;
  let about = aboutOf(section, '');
  return passages.flatMap((passage) => {
    const { start } = passage.paragraph.range;
    for (; (section.subheadings[next]?.range.start ?? Number.POSITIVE_INFINITY) <= start; next++)
      about = aboutOf(section, section.subheadings[next]?.text ?? '');
    const known = passage.words.once(lastKnown);
    const year = spokenYear(report);
    const organisation = reportingOffice(report);
    if (known.about !== about || known.year !== year || known.organisation !== organisation) {
      known.about = about;
      known.year = year;
      known.organisation = organisation;
      known.claims = paragraphClaims(report, passage, about).map(({ passage: _, ...claim }) => claim);
    }
    return known.claims.length === 0 ? NONE : known.claims.map((claim) => ({ ...claim, passage }));
  });
}

/** What text is about by where it stands. @param under the sub-heading above it */
function aboutOf({ id }: Section, under: string): Topic {
  if (id === 'disputes') return 'disputes';
  return id === 'requests' || REQUEST_WORDS.some((w) => under.includes(w)) ? 'request' : 'none';
}

/** What is known of a number from the words before it. */
interface State {
  topic: Topic;
  /** The year that was named last. */
  year: number | null;
}

function paragraphClaims(report: Report, passage: Passage, about: Topic): Claim[] {
  const { text } = passage;
  const { quantities, years } = numbersOf(passage.words);
  if (!quantities.some(counts)) return [];
  const claims: Claim[] = proactiveClaims(report, passage);
  // only a word of a topic makes a number one of tables 3 and 4
  if (about === 'none' && !TOPIC_WORDS.test(text)) return claims;
  const state: State = { topic: about, year: null };
  let k = 0;
  let y = 0;
  let anchored = about !== 'none';
  for (const sentence of passage.sentences) {
    const counted = k < quantities.length && (quantities[k] as Quantity).from < sentence.to;
    if (!counted && !MAY_SPEAK.test(text.slice(sentence.from, Math.min(sentence.to, sentence.from + 400)))) continue;
    const found = mentions(text, sentence, about, state.topic);
    let m = 0;
    const readTo = (to: number): void => {
      for (; m < found.length && (found[m] as Mention).to <= to; m++) {
        const { topic, weak } = found[m] as Mention;
        if (weak && state.topic !== 'none') continue;
        if (!weak) {
          state.topic = topic;
          if (topic === 'request') anchored = true;
        }
      }
      for (; y < years.length && (years[y] as Year).from < to; y++) {
        const year = years[y] as Year;
        if (setsPeriod(text, year)) state.year = year.value;
      }
    };
    // 全县办结98件，其中予以公开54件: what comes first says what was handled
    const first = found.find((f) => !f.weak);
    let doubt = false;
    let listed = false;
    if (first?.topic === 'request' && state.topic !== 'request') state.topic = 'request';
    for (; k < quantities.length && (quantities[k] as Quantity).from < sentence.to; k++) {
      const quantity = quantities[k] as Quantity;
      readTo(quantity.from);
      if (state.topic === 'none' || state.topic === 'other' || !COUNT_UNITS.has(quantity.unit)) {
        listed ||= state.topic === 'other' && REQUEST_UNITS.has(quantity.unit);
        continue;
      }
      const left = leftOf(text, sentence, quantity, quantities[k - 1]);
      const claim = readClaim({
        ...state,
        report,
        passage,
        sentence,
        quantity,
        left,
        right: rightOf(text, sentence, quantity, quantities[k + 1]),
        before: text.slice(Math.max(sentence.from, quantity.from - SENTENCE), quantity.from),
        anchored: anchored || first?.topic === 'request',
        months: monthsBefore(quantities, k, sentence),
      });
      // 公开信息7388条，其中通知公告71条，依申请公开59件: a column of the website
      if (claim && listed && NAMES.includes(claim.words)) continue;
      // beside applications that are counted by channel, by office or by subject, a bare number may be of those
      if (claim)
        claims.push(
          doubt && state.topic === 'request' && !/申请/.test(claim.words + left.slice(-12))
            ? { ...claim, certain: false }
            : claim,
        );
      else if (REQUEST_UNITS.has(quantity.unit) && quantity.unit !== '') doubt = true;
    }
    readTo(sentence.to);
    if (y > 0 && isSince(text, years[y - 1] as Year)) state.year = null;
    // other things behind ； are in the middle of what was begun before them
    if (state.topic === 'other')
      state.topic = first?.topic === 'request' && text.charAt(sentence.to) !== '。' ? 'request' : 'none';
  }
  return claims;
}

/** Numbers of table 2: rules, documents, decisions, charges. */
function proactiveClaims(report: Report, passage: Passage): Claim[] {
  const { text } = passage;
  const { quantities, years } = numbersOf(passage.words);
  const claims: Claim[] = [];
  if (!PROACTIVE_WORDS.test(text)) return claims;
  let k = 0;
  let y = 0;
  let year: number | null = null;
  for (const sentence of passage.sentences) {
    const lead = text.slice(sentence.from, Math.min(quantities[k]?.from ?? sentence.to, sentence.from + REACH));
    const state: ProactiveState = { thing: leadingThing(lead), deed: '', published: false };
    for (; k < quantities.length && (quantities[k] as Quantity).from < sentence.to; k++) {
      const quantity = quantities[k] as Quantity;
      for (; y < years.length && (years[y] as Year).from < quantity.from; y++) {
        if (setsPeriod(text, years[y] as Year)) year = (years[y] as Year).value;
      }
      const left = leftOf(text, sentence, quantity, quantities[k - 1]);
      const right = rightOf(text, sentence, quantity, quantities[k + 1]);
      const found = proactiveReadings(left, right, quantity, state);
      const before = text.slice(Math.max(sentence.from, quantity.from - SENTENCE), quantity.from);
      if (!found || /复议|诉讼/.test(before) || isPart(before + right) || COMPARED.test(left) || COMPARED.test(right))
        continue;
      if (isForeign(before.replace(/各(?:部门|单位|级行政机关)/, ''), reportingOffice(report))) continue;
      const months = monthsBefore(quantities, k, sentence);
      if (otherPeriod({ before, left, right, months })) continue;
      claims.push({
        passage,
        sentence,
        quantity,
        words: found.words,
        certain: true,
        loose: false,
        year,
        readings: found.readings,
      });
    }
    for (; y < years.length && (years[y] as Year).from < sentence.to; y++)
      if (setsPeriod(text, years[y] as Year)) year = (years[y] as Year).value;
    if (y > 0 && isSince(text, years[y - 1] as Year)) year = null;
  }
  return claims;
}

/** Whether a number may be one of a table. */
function counts({ unit }: Quantity): boolean {
  return COUNT_UNITS.has(unit) || unit === '部' || unit === '元' || unit === '万元' || unit === '亿元';
}

const OF_MORE = /^[^，,。；\d]{0,8}[，,（(：:]\s*其中[，,：:]?\s*(?:属于?|涉及?)?(?:政府)?信息公开/;

function readClaim(seen: Seen): Claim | null {
  const { topic, left, right } = seen;
  const near = left + right;
  if (COMPARED.test(left) || COMPARED.test(right) || /[比较]\s*\d{4}\s*年/.test(left)) return null;
  const behind = seen.passage.text.slice(seen.quantity.to, Math.min(seen.sentence.to, seen.quantity.to + 30));
  // 新收超过500件的5个: how many come so far; 诉讼41件，其中信息公开类26件: not of disclosure alone
  if (/^(?:以上|以下)?的\d/.test(behind) || OF_MORE.test(behind)) return null;
  if (/不含|不包括|不计入|未计入/.test(left)) return null;
  // 待申请人缴费后答复47件: not yet
  if (/待[^，,。；]{1,12}(?:答复|办结|办理)\D{0,3}$/.test(left)) return null;
  if (left.endsWith('由') || /^(?:增|升|减|降|提高)[至到为]/.test(right) || /^的?有\d/.test(right)) return null;
  if (
    /[1一]\s*[人名](?:申请人)?[^，,。]{0,8}(?:提出|申请)/.test(seen.before) ||
    /征求|本级|居前|前[一二两三四五六七八九十][名位的]?/.test(seen.before) ||
    (/最多|最少/.test(seen.before) && !/[”"]?类?最[多少][，,]\S{0,3}$/.test(left))
  )
    return null;
  const outcome = topic === 'request' && hits(left).some((h) => h.concept.kind === 'outcome');
  if (
    (OF_SOME.test(near) &&
      SOME.some(
        (w) =>
          near.includes(w) &&
          !(w === '涉及' && (outcome || /涉及(?:(?:政府)?信息公开|(?:行政)?(?:复议|诉讼))/.test(near))) &&
          !(w === '转来' && /上年度?转来/.test(near)) &&
          !(w === '转办' && /结转办/.test(near)) &&
          // how a court decided is what the table asks for
          !(w === '法院' && topic !== 'request'),
      )) ||
    (PAPERS.some((w) => left.endsWith(w)) && !left.endsWith('行政执法案卷'))
  )
    return null;
  if (isForeign(seen.before, reportingOffice(seen.report))) return null;
  if (otherPeriod(seen)) return null;
  return topic === 'request' ? requestClaim(seen) : disputeClaim(seen);
}
