import { type Finding, SECTION_TITLES } from '../core';
import type { View } from '../drafts';
import type { Outline, SectionNode, SubheadingNode, TableNode } from '../protocol';
import type { Words } from '../words';
import { tableState } from './tableState';
import { type Branch, reportTree, type SectionBranch } from './tree';

/** The draft against its form: all six sections with what is wrong in them, present or not. */
export function outline({ draft, settings }: View, words: Words): Outline {
  const { report, lines } = draft;
  const findings = draft.findings(settings);
  const tree = reportTree(report);

  const child = (node: Branch): SubheadingNode | TableNode =>
    node.kind === 'subheading'
      ? {
          kind: 'subheading',
          label: node.subheading.text,
          range: lines.rangeAt(node.range),
          children: node.children.map(child),
        }
      : {
          kind: 'table',
          id: node.table.id,
          label: words.tables[node.table.id],
          range: lines.rangeAt(node.range),
          ...tableState(node.table, words),
        };

  const section = ({ id, number, title }: (typeof SECTION_TITLES)[number]): SectionNode => {
    const branches = tree.filter((node): node is SectionBranch => node.kind === 'section' && node.section.id === id);
    // A table before all sections belongs to none; it is shown where the form wants it.
    const strays = tree.filter((node) => node.kind === 'table' && node.table.id === id) as Branch[];
    const problems = findings.filter((finding) => isProblem(finding) && liesIn(finding, id, branches)).length;
    const [first] = branches;
    return {
      id,
      number,
      title,
      state: !first ? 'missing' : problems > 0 ? 'fault' : 'present',
      problems,
      range: first ? lines.rangeAt(first.range) : null,
      children: [...strays, ...branches.flatMap(({ children }) => children)].map(child),
    };
  };

  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  return {
    version: draft.version,
    form: report.form,
    year: report.year?.value ?? null,
    title: report.title?.text ?? null,
    faults: { errors, warnings, others: findings.length - errors - warnings },
    sections: SECTION_TITLES.map(section),
  };
}

function isProblem({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

/** A finding about a section belongs to it wherever it stands (a missing one has no place); any other where it stands. */
function liesIn(finding: Finding, id: string, branches: readonly SectionBranch[]): boolean {
  if (finding.section) return finding.section === id;
  const { start } = finding.range;
  return branches.some(({ section }) => section.range.start <= start && start < section.range.end);
}
