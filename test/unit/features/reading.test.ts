/** The aids for reading anywhere in a draft of any layout: they answer, and what they answer is consistent. */
import { describe, expect, test } from 'vitest';
import type { MarkupContent, SelectionRange } from 'vscode-languageserver';
import { readClient } from '../../../server/src/capabilities';
import type { LineIndex } from '../../../server/src/core';
import { Draft } from '../../../server/src/drafts';
import { definition } from '../../../server/src/features/definition';
import { documentHighlights } from '../../../server/src/features/documentHighlights';
import { hover } from '../../../server/src/features/hover';
import { inlayHints } from '../../../server/src/features/inlayHints';
import { references } from '../../../server/src/features/references';
import { selectionRanges } from '../../../server/src/features/selectionRanges';
import { readSettings } from '../../../server/src/settings';
import { WORDS } from '../../../server/src/words';
import { FORMS, fixture, LAYOUT_NAMES } from '../core/fixtures/fixture';

const SETTINGS = readSettings({ inlayHints: 'always' }, 1);
const CLIENT = readClient({
  processId: null,
  rootUri: null,
  capabilities: { textDocument: { hover: { contentFormat: ['markdown'] } } },
});
/** Not a divisor of the length of any row, so that over the draft every column of a line is met. */
const STEP = 37;

function nested(lines: LineIndex, selection: SelectionRange): void {
  const { range, parent } = selection;
  if (!parent) return;
  const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
  const [outerStart, outerEnd] = [lines.offsetAt(parent.range.start), lines.offsetAt(parent.range.end)];
  expect(outerStart <= start && end <= outerEnd && outerEnd - outerStart > end - start).toBe(true);
  nested(lines, parent);
}

describe.each(FORMS)('form of %s', (form) => {
  test.each(LAYOUT_NAMES)('%s', (layout) => {
    const text = fixture(layout, form);
    const draft = new Draft(1, 'file:///a.nianbao', 1, text);
    const { lines } = draft;
    const view = { draft, settings: SETTINGS };
    let hovered = 0;
    for (let offset = 0; offset <= text.length; offset += STEP) {
      const position = lines.positionAt(offset);
      const textDocument = { uri: draft.uri };
      const found = hover(view, { position, textDocument }, CLIENT);
      if (found) {
        hovered++;
        expect((found.contents as MarkupContent).value).not.toMatch(/undefined|null|NaN/);
      }
      const lit = documentHighlights(draft, position);
      const context = { includeDeclaration: true };
      expect(references(draft, { position, textDocument, context })).toHaveLength(lit.length);
      expect(definition(draft, position, CLIENT).length).toBeLessThanOrEqual(lit.length);
      const [selection, ...more] = selectionRanges(draft, [position]);
      expect(more).toEqual([]);
      if (selection) nested(lines, selection);
      let outermost = selection;
      while (outermost?.parent) outermost = outermost.parent;
      expect(outermost?.range).toEqual(lines.rangeAt({ start: 0, end: text.length }));
    }
    expect(hovered).toBeGreaterThan(20);
    const range = lines.rangeAt({ start: 0, end: text.length });
    const hints = inlayHints(view, { range, textDocument: { uri: draft.uri } }, WORDS.zh, 'zh');
    expect(hints).toHaveLength((form === '2019' ? 23 : 25) + 6 + 3);
    // each behind the number that it confirms
    for (const { position, label } of hints) {
      const before = text.slice(0, lines.offsetAt(position)).match(/[\d,，０-９]+$/)?.[0] ?? '';
      expect(`= ${before.replace(/[,，]/g, '')}`).toBe(label);
    }
  });
});
