/** What is remembered of paragraphs changes nothing of what is found in them. */
import { describe, expect, it } from 'vitest';
import { checkReport, parseReport } from '../../../../server/src/core';
import { Memo } from '../../../../server/src/core/text/memo';
import { fixture } from '../fixtures/fixture';

/** The draft with paragraphs put at the end of its overview. */
function draft(...paragraphs: readonly string[]): string {
  return fixture('gfm', '2021').replace('\n## 二、', `\n${paragraphs.map((p) => `${p}\n\n`).join('')}## 二、`);
}

function prose(text: string): string[] {
  return checkReport(parseReport(text))
    .filter((f) => f.rule.startsWith('prose/'))
    .map((f) => `${f.rule} ${text.slice(f.range.start, f.range.end)}`);
}

const WRONG = '全年新收政府信息公开申请3459件，办结3408件。';
const OLD = '2021年，本机关新收政府信息公开申请3458件，办结3409件。';

describe('the memory of paragraphs', () => {
  it('a sentence that stands there twice is told twice, each where it stands', () => {
    const told = prose(draft(WRONG));
    expect(told).toEqual(['prose/table 3459件，办结3408件']);
    expect(prose(draft(WRONG, '另有说明。', WRONG))).toEqual([...told, ...told]);
  });

  it('what is found does not depend on what was read before', () => {
    const text = draft(OLD);
    const first = prose(text);
    expect(first).toEqual(['prose/year 2021年']);
    // other paragraphs without claims push some of what is remembered out before the rest
    for (let i = 0; i < 8; i++)
      prose(draft(...Array.from({ length: 100 }, (_, k) => `发布动态信息第${i * 100 + k}期。`)));
    expect(prose(text)).toEqual(first);
    expect(prose(draft(WRONG))).toEqual(['prose/table 3459件，办结3408件']);
  });

  it('forgets what was not asked for in a long while, and works out anew', () => {
    let made = 0;
    const memo = new Memo(() => ++made, 300, 20);
    const ask = (text: string): number => memo.get(text);
    expect([ask('a'), ask('a')]).toEqual([1, 1]);
    for (let i = 0; i < 1000; i++) ask(`b${i}`);
    expect(ask('a')).toBe(made);
  });
});
