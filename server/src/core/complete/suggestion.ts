import type { Localised, Range } from '../model';

/** Something that can stand at the cursor of a draft. */
export interface Suggestion {
  readonly kind: 'section' | 'template' | 'row' | 'label' | 'value' | 'sentence' | 'citation' | 'rule';
  /** As the list shows it. */
  readonly label: string;
  /** Why it is offered. */
  readonly detail: Localised;
  /** What the author's typing is matched with; it begins as the text of the range does. */
  readonly filter: string;
  /** What it takes the place of; the cursor stands in it or at its end. */
  readonly range: Range;
  readonly text: string;
  /** The same with tab stops; null where there are none. */
  readonly snippet: string | null;
}
