import type { Form } from '../../forms';
import type { Report, Section } from '../../model';

/** The sections in document order, each only the first time that it is there. */
export function firstSections(report: Report): Section[] {
  return report.sections.filter((s, i) => report.sections.findIndex((p) => p.id === s.id) === i);
}

export function ordinal(form: Form, section: Section): number {
  return form.sections.findIndex((s) => s.id === section.id) + 1;
}

/** The fewest sections that must move for the rest to be in the form's order. */
export function misplaced(form: Form, sections: readonly Section[]): Section[] {
  const n = sections.map((s) => ordinal(form, s));
  const best = n.map(() => 1);
  const from = n.map(() => -1);
  for (let i = 0; i < n.length; i++) {
    for (let j = 0; j < i; j++) {
      if ((n[j] as number) < (n[i] as number) && (best[j] as number) + 1 > (best[i] as number)) {
        best[i] = (best[j] as number) + 1;
        from[i] = j;
      }
    }
  }
  let at = best.indexOf(Math.max(...best));
  const stay = new Set<number>();
  while (at >= 0) {
    stay.add(at);
    at = from[at] as number;
  }
  return sections.filter((_, i) => !stay.has(i));
}
