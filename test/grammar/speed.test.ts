/**
 * No line can hold the editor up. Each is about 100 KB of what an expression could stumble over: a run that
 * starts a match everywhere and completes it nowhere. Time is not asserted closely; what grows with the square
 * of the length would take minutes and is stopped, or runs into the limit of the test.
 */
import { expect, it } from 'vitest';
import { timeLine } from './check';

const LENGTH = 100_000;
const fill = (unit: string) => unit.repeat(Math.ceil(LENGTH / unit.length));

const LINES: Readonly<Record<string, string>> = {
  'Chinese characters': fill('政府信息公开工作'),
  prose: fill(
    '2023年，全县共收到申请36件，予以公开17件（国办公开办函〔2019〕60号），其中：一是落实《条例》，二是加强培训。',
  ),
  digits: fill('1'),
  'thousands without end': fill('1,234,'),
  'numbers without units': fill('12 '),
  spaces: fill(' '),
  'full-width spaces': fill('　'),
  tabs: fill('\t'),
  hashes: fill('#'),
  'opening title marks': fill('《'),
  'nested title marks': fill('《〈'),
  'titles of works': fill('《办法》'),
  'opening brackets': fill('（'),
  'brackets of document numbers': fill('（2019）'),
  stars: fill('*'),
  'stars and letters': fill('*公'),
  'angle brackets': fill('<'),
  'open tags': fill('<td '),
  'quotes in a tag': `<td ${fill('a="')}`,
  pipes: fill('|'),
  'dashes and pipes': `${fill('-|')}x`,
  'pipe row': fill('| 规章 | 12 '),
  'tab row': fill('规章\t12\t'),
  'HTML row': `<tr>${fill('<td colspan="2">规章</td><td>12</td>')}`,
  'row of numbers': fill('0 1 2.5 '),
  'numbered names': fill('一、总体情况'),
  enumerators: fill('一是公开，'),
  'label and text': `规章 ${fill('公')}`,
  'a sub-heading without end': `（一）${fill('公')}`,
  'web addresses': fill('http://a'),
  'open comment': `<!-- ${fill('规章 12件')}`,
  years: fill('2023年'),
};

it.each(Object.entries(LINES))(
  '%s',
  async (_, line) => {
    expect(await timeLine(line, 10_000)).toBeGreaterThan(0);
  },
  30_000,
);
