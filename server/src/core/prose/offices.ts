/** A name of an office as a reader takes it apart: 云泽市 and 水务局. Indexes are those of the name. */
interface Parsed {
  readonly places: readonly Part[];
  readonly rest: string;
}

interface Part {
  readonly stem: string;
  /** 省, 市, 县, 镇… */
  readonly level: string;
  readonly from: number;
  readonly to: number;
}

/** Words of one name that would have to be others for it to be that of the same office. */
export interface Difference {
  readonly from: number;
  readonly to: number;
  readonly expected: string;
}

const LEVELS = ['自治区', '自治州', '自治县', '街道', '省', '市', '县', '区', '州', '盟', '旗', '镇', '乡'];
/** Words that end as places do: 城市管理局, 乡镇企业局, 市市场监管局. */
const NO_PLACES = ['城市', '社区', '小区', '园区', '地区', '城区', '城镇', '乡镇', '村镇', '市场', '全市', '全省'];
/** A place has a name of so many characters at most. */
const STEM = 8;
/** What bodies of one kind end in: only these are held against each other, an office and its government never. */
const KINDS = ['委员会', '委', '局', '厅', '大学', '学院', '医院', '公司'];
/** Characters that many offices of one kind have in their names. */
const COMMON = new Set('管理服务综合监督行政执法发展事务工作建设人民政府和与市县区省');

/**
 * What two names of offices disagree about so that they cannot be of one and the same place and body. A short form, an
 * inner unit, another body of the same place (县政府办公室, 党政办, 政务服务中心) are no disagreement.
 * @param name what would have to be another
 * @param other the name that it is held against
 * @returns the words of `name` that differ, those of several places in order; none where the names go together;
 *   `expected` is '' where it cannot be told what should stand there
 */
export function disagreements(name: string, other: string): readonly Difference[] {
  const [a, b] = [plain(name), plain(other)];
  if (a.length < 3 || b.length < 3 || contains(a, b) || contains(b, a)) return [];
  const [own, theirs] = [parse(name), parse(other)];
  const foreign = own.places.filter((p) => {
    const same = theirs.places.filter((o) => o.level === p.level);
    return same.length > 0 && !same.some((o) => o.stem.includes(p.stem) || p.stem.includes(o.stem));
  });
  if (foreign.length > 0) {
    const told = own.places.every((p) => theirs.places.some((o) => o.level === p.level));
    return foreign.map(({ from, to, level }) => {
      const as = theirs.places.filter((o) => o.level === level);
      return { from, to, expected: told && as.length === 1 ? `${as[0]?.stem}${level}` : '' };
    });
  }
  const kind = KINDS.find((k) => own.rest.endsWith(k));
  if (!kind || kind !== KINDS.find((k) => theirs.rest.endsWith(k))) return [];
  const cores = [own.rest, theirs.rest].map((r) => [...r.slice(0, -kind.length)].filter((c) => !COMMON.has(c)));
  const [mine = [], yours = []] = cores;
  if (mine.length === 0 || yours.length === 0 || mine.some((c) => yours.includes(c))) return [];
  return [{ from: name.length - own.rest.length, to: name.length, expected: theirs.rest }];
}

/** A name without what any form of it may or may not have. */
function plain(name: string): string {
  return name.replace(/[\s（）()·]/g, '').replace(/(?:人民)?政府$/, '');
}

/** Whether the characters of one name are all in another, in their order: 发改局 in 发展和改革局. */
function contains(long: string, short: string): boolean {
  let at = 0;
  for (const c of short) {
    at = long.indexOf(c, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function parse(name: string): Parsed {
  const places: Part[] = [];
  let from = 0;
  for (let to = 2; to <= name.length && to - from <= STEM + 3; to++) {
    const level = LEVELS.find((l) => name.startsWith(l, to - l.length) && to - l.length > from);
    if (!level) continue;
    const stem = name.slice(from, to - level.length);
    if (NO_PLACES.includes(stem + level) || (stem.length === 1 && LEVELS.includes(stem))) break;
    places.push({ stem, level, from, to });
    from = to;
    to = from + 1;
  }
  return { places, rest: name.slice(from) };
}
