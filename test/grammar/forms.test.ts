/**
 * The grammar is data that cannot import the forms, so it repeats their words. Here it is held to them: a form
 * with a new label fails until the grammar knows it.
 */
import { describe, it } from 'vitest';
import { FORMS } from '../../server/src/core/forms';
import { check } from './check';

const TOTAL = /^(?:（七）)?(?:总计|合计)$/;

describe.each(FORMS.map((form) => [form.id, form] as const))('form %s', (_, form) => {
  const labels = new Set<string>();
  for (const block of form.tables.flatMap((table) => table.blocks)) {
    labels.add(block.heading ?? '').add(block.corner ?? '');
    for (const { label, groups, accepted } of [...block.columns, ...block.rows]) {
      for (const text of [label, ...groups, ...accepted]) labels.add(text);
    }
  }
  labels.delete('');

  it.each([...labels])('label %s, alone on its line or behind a tab', (label) => {
    const marked = `«${TOTAL.test(label) ? 'total' : 'label'} ${label}»`;
    return check(`${marked}\n\t${marked}\n  ${marked} «number 0» «number 12»`);
  });

  it.each(form.sections.flatMap(({ number, title, accepted }) => [title, ...accepted].map((t) => `${number}、${t}`)))(
    'section %s',
    (title) => check(`«section ${title}»\n　　«section ${title}»\n«section ## ${title}»`),
  );
});
