import { fix } from '../../edit/fix';
import { placeholders, REVIEW } from '../../edit/placeholder';
import type { Rule } from '../rule';

/** Places named in a message. */
const NAMED = 3;

/**
 * What templates and last year's draft leave to the author, so that none of it is published: one finding a line.
 * Only the tool's own marks count; words that an author puts into such brackets are his.
 */
export const placeholder: Rule = {
  name: 'section/placeholder',
  severity: 'information',
  description: {
    zh: '还有待填写或待核对的地方（【填写……】、【核】）',
    en: 'Something waits to be filled in or checked (【填写……】, 【核】)',
  },
  source: '草稿模板和“以上年报告为底稿”留下的标记，公布前应当处理完',
  check({ text }) {
    const lines = new Map<number, ReturnType<typeof placeholders>[number][]>();
    for (const place of placeholders(text)) {
      const start = Math.max(text.lastIndexOf('\n', place.range.start), text.lastIndexOf('\r', place.range.start));
      lines.set(start, [...(lines.get(start) ?? []), place]);
    }
    return [...lines.values()].map((places) => {
      const [first] = places as [(typeof places)[number]];
      const open = places.filter((p) => p.kind === 'fill');
      const marks = places.length - open.length;
      const list = open.slice(0, NAMED).map((p) => p.text);
      const zh = [
        ...(open.length > 0 ? [`待填写 ${open.length} 处：${list.join('')}${open.length > NAMED ? '等' : ''}`] : []),
        ...(marks > 0 ? [`去年的数字、日期待核对 ${marks} 处，核对后删去“${REVIEW}”`] : []),
      ];
      const en = [
        ...(open.length > 0 ? [`${open.length} to be filled in: ${list.join('')}`] : []),
        ...(marks > 0 ? [`${marks} of last year to be checked: then remove ${REVIEW}`] : []),
      ];
      return {
        range: first.range,
        message: { zh: zh.join('；'), en: en.join('; ') },
        related: places.slice(1).map((p) => ({
          range: p.range,
          message: p.kind === 'fill' ? { zh: '待填写', en: 'to be filled in' } : { zh: '待核对', en: 'to be checked' },
        })),
      };
    });
  },
  fixes({ text }, finding) {
    // what is to be written nobody knows; that a figure was checked the author says by this
    const marks = [finding.range, ...(finding.related ?? []).map((r) => r.range)].filter(
      (r) => text.slice(r.start, r.end) === REVIEW,
    );
    if (marks.length === 0) return [];
    const edits = marks.map((range) => ({ range, newText: '' }));
    return fix(
      'section/placeholder',
      `已核对，删去这一行的“${REVIEW}”`,
      `Checked: remove ${REVIEW} from this line`,
      edits,
    );
  },
};
