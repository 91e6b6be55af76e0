import { expect, test } from 'vitest';
import { type Branch, reportTree, type SectionBranch } from '../../../server/src/features/tree';
import { handmade } from './support';

const TEXT = `|申请|
一、总体情况
（一）主动公开
1.网站
|表|
- 2.公报
（二）依申请公开
无。

## **二、其他**
|复议|
| |

`;

/** The tree as lines of text, indented by depth: the range of each node is what is shown. */
function show(text: string, nodes: readonly (SectionBranch | Branch)[], depth = 0): string[] {
  return nodes.flatMap((node) => [
    `${'  '.repeat(depth)}${node.kind}: ${text.slice(node.range.start, node.range.end).replaceAll('\n', '/')}`,
    ...(node.kind === 'table' ? [] : show(text, node.children, depth + 1)),
  ]);
}

test('what stands under what, and how far each reaches', () => {
  const { report } = handmade(TEXT, {
    strays: [{ id: 'requests', text: '|申请|' }],
    sections: [
      {
        id: 'overview',
        heading: '一、总体情况',
        subheadings: [
          [2, '（一）主动公开'],
          [3, '1.网站'],
          [3, '2.公报'],
          [2, '（二）依申请公开'],
        ],
        tables: [{ id: 'proactive', text: '|表|' }],
      },
      { id: 'others', heading: '二、其他', tables: [{ id: 'disputes', text: '|复议|\n| |' }] },
    ],
  });
  expect(show(TEXT, reportTree(report))).toEqual([
    'table: |申请|',
    'section: 一、总体情况/（一）主动公开/1.网站/|表|/- 2.公报/（二）依申请公开/无。',
    '  subheading: （一）主动公开/1.网站/|表|/- 2.公报',
    '    subheading: 1.网站/|表|',
    '      table: |表|',
    '    subheading: 2.公报',
    '  subheading: （二）依申请公开/无。',
    'section: 二、其他**/|复议|/| |',
    '  table: |复议|/| |',
  ]);
});

test('a report without anything', () => {
  expect(reportTree(handmade('', {}).report)).toEqual([]);
});
