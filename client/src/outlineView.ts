import {
  commands,
  type Disposable,
  EventEmitter,
  type Memento,
  Range,
  TextEditorRevealType,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import type { Outline, SectionNode, SubheadingNode, TableNode } from '../../server/src/protocol';
import type { OutlineModel } from './outlineModel';
import { words } from './words';

const VIEW = 'nianbao.outline';
const GO_TO = 'nianbao.outline.goTo';

/** Whether the view was opened for the user once. */
const INTRODUCED = 'nianbao.introduced';

/** The cursor has to rest this long before the view follows it. */
const REST = 60;

/** So often the tree is asked for an item that it does not know yet, each time after twice the wait. */
const MOST_FAILURES = 8;

/** One line of the view, as it is shown. */
export interface OutlineItem {
  /** Place in the tree (`requests/0`), so that VS Code keeps what is open and what is selected over a refresh. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly mark: Mark;
  readonly parent: OutlineItem | undefined;
  readonly children: readonly OutlineItem[];
  /** Where it stands in the draft; `undefined` for a section that is missing. The only part that moves as one types. */
  range: Range | undefined;
}

type Mark = 'good' | 'fault' | 'unbalanced' | 'incomplete' | 'missing' | 'plain';

const ICONS: Record<Mark, ThemeIcon> = {
  good: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  fault: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
  unbalanced: new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')),
  incomplete: new ThemeIcon('circle-outline', new ThemeColor('problemsWarningIcon.foreground')),
  missing: new ThemeIcon('circle-outline', new ThemeColor('problemsErrorIcon.foreground')),
  plain: new ThemeIcon('list-flat'),
};

/** 年报大纲: the six sections in the form's order with their sub-headings and tables, and the state of each. */
export class OutlineView implements TreeDataProvider<OutlineItem>, Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly view: TreeView<OutlineItem>;
  readonly #collapsed = new Set<string>();
  readonly #subscriptions: Disposable[];
  #roots: readonly OutlineItem[] = [];
  #follow: ReturnType<typeof setTimeout> | undefined;
  #following = false;
  #followAgain = false;

  /** `memory` outlives the window. */
  constructor(
    private readonly model: OutlineModel,
    private readonly memory: Memento,
  ) {
    this.view = window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      this.view,
      this.#changed,
      model.onDidChange(() => this.#update()),
      commands.registerCommand(GO_TO, (id: string) => this.#goTo(id)),
      window.onDidChangeTextEditorSelection((event) => {
        if (event.textEditor === model.editor) {
          this.#followSoon();
        }
      }),
      this.view.onDidChangeVisibility(() => this.#followSoon()),
      // A tree that is drawn again forgets what was selected in it.
      this.view.onDidChangeSelection(({ selection }) => selection.length === 0 && this.#followSoon()),
      this.view.onDidCollapseElement(({ element }) => this.#collapsed.add(element.id)),
      this.view.onDidExpandElement(({ element }) => this.#collapsed.delete(element.id)),
    ];
    this.#update();
  }

  dispose(): void {
    clearTimeout(this.#follow);
    for (const subscription of this.#subscriptions) {
      subscription.dispose();
    }
  }

  getChildren(item?: OutlineItem): OutlineItem[] {
    return [...(item === undefined ? this.#roots : item.children)];
  }

  getParent(item: OutlineItem): OutlineItem | undefined {
    return item.parent;
  }

  getTreeItem(item: OutlineItem): TreeItem {
    const state = item.children.length === 0 ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Expanded;
    const line = new TreeItem(item.label, state);
    line.id = item.id;
    line.description = item.description;
    line.tooltip = item.tooltip;
    line.iconPath = ICONS[item.mark];
    line.accessibilityInformation = {
      label: [item.label, item.description].filter((s) => s !== '').join(words().comma),
    };
    if (item.range !== undefined) {
      line.command = { command: GO_TO, title: words().goTo, arguments: [item.id] };
    }
    return line;
  }

  /** The item that the view has selected. */
  get selected(): OutlineItem | undefined {
    return this.view.selection[0];
  }

  #update(): void {
    const outline = this.model.outline;
    const roots = outline === null ? [] : outline.sections.map(sectionItem);
    this.view.description = outline === null ? '' : summary(outline);
    if (sameItems(this.#roots, roots)) {
      // Only places moved, as with nearly every key: the tree need not be drawn again.
      moveItems(this.#roots, roots);
    } else {
      this.#roots = roots;
      this.#changed.fire();
    }
    this.#introduce();
    this.#followSoon();
  }

  /** VS Code puts a new view into the Explorer closed, where nobody looks: it is opened once, with the first draft. */
  #introduce(): void {
    const first = this.#roots[0];
    if (first !== undefined && !this.memory.get(INTRODUCED, false)) {
      void this.memory.update(INTRODUCED, true);
      this.view.reveal(first, { select: false, focus: false }).then(undefined, () => {
        // Another draft came in between; the view can be opened by hand.
      });
    }
  }

  #followSoon(): void {
    clearTimeout(this.#follow);
    this.#follow = setTimeout(() => void this.#followCursor(), REST);
  }

  /** One selection at a time, and the last place of the cursor counts: VS Code mixes up what is revealed at once. */
  async #followCursor(): Promise<void> {
    this.#followAgain = true;
    if (this.#following) {
      return;
    }
    this.#following = true;
    for (let failures = 0; this.#followAgain && failures < MOST_FAILURES; ) {
      this.#followAgain = false;
      if (!(await this.#selectAtCursor())) {
        failures++;
        this.#followAgain = true;
        await new Promise((wake) => setTimeout(wake, REST * 2 ** failures));
      }
    }
    this.#following = false;
  }

  /**
   * Selects the item that the cursor stands in, without taking the focus or opening what the user closed.
   * @returns false where VS Code does not know the item yet, because it is still drawing the tree; it may say so, and
   * it may just as well leave the selection as it was without a word
   */
  async #selectAtCursor(): Promise<boolean> {
    const cursor = this.model.editor?.selection.active;
    if (cursor === undefined || !this.view.visible) {
      return true;
    }
    let item = all(this.#roots)
      .filter(({ range }) => range?.start.isBeforeOrEqual(cursor))
      .reduce<OutlineItem | undefined>(
        (last, next) => (last?.range !== undefined && next.range?.start.isBefore(last.range.start) ? last : next),
        undefined,
      );
    for (let above = item?.parent; above !== undefined; above = above.parent) {
      if (this.#collapsed.has(above.id)) {
        item = above;
      }
    }
    if (item !== undefined && item !== this.selected) {
      try {
        await this.view.reveal(item, { select: true, focus: false });
      } catch {
        return false;
      }
      return this.selected?.id === item.id;
    }
    return true;
  }

  async #goTo(id: string): Promise<void> {
    const range = all(this.#roots).find((item) => item.id === id)?.range;
    const editor = this.model.editor;
    if (range === undefined || editor === undefined) {
      return;
    }
    const shown = await window.showTextDocument(editor.document, {
      ...(editor.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn }),
      selection: new Range(range.start, range.start),
    });
    shown.revealRange(new Range(range.start, range.start), TextEditorRevealType.AtTop);
  }
}

function summary({ form, year }: Outline): string {
  const say = words();
  return [...(form === null ? [] : [say.form(form)]), ...(year === null ? [] : [say.year(year)])].join(' · ');
}

function sectionItem(section: SectionNode): OutlineItem {
  const say = words();
  const label = `${section.number}、${section.title}`;
  const missing = section.state === 'missing';
  const unbalanced = section.children.some((child) => child.kind === 'table' && child.state === 'unbalanced');
  const found = section.problems > 0;
  return withChildren(
    {
      id: section.id,
      label,
      description: missing ? say.missing : found ? say.places(section.problems) : '',
      tooltip: [label, ...(missing ? [say.missingSection] : found ? [say.faults(section.problems)] : [])].join(
        say.colon,
      ),
      mark: missing ? 'missing' : section.state === 'present' ? 'good' : unbalanced ? 'unbalanced' : 'fault',
      parent: undefined,
      range: place(section.range),
    },
    section.children,
  );
}

function subheadingItem(node: SubheadingNode, id: string, parent: OutlineItem): OutlineItem {
  return withChildren(
    { id, label: node.label, description: '', tooltip: node.label, mark: 'plain', parent, range: place(node.range) },
    node.children,
  );
}

function tableItem(node: TableNode, id: string, parent: OutlineItem): OutlineItem {
  return {
    id,
    label: node.label,
    description: node.detail,
    tooltip: [node.label, node.detail].join(words().colon),
    mark: node.state === 'balanced' ? 'good' : node.state,
    parent,
    children: [],
    range: place(node.range),
  };
}

function withChildren(item: Omit<OutlineItem, 'children'>, nodes: SectionNode['children']): OutlineItem {
  const children: OutlineItem[] = [];
  const whole = { ...item, children };
  nodes.forEach((node, index) => {
    const id = `${item.id}/${node.kind === 'table' ? node.id : index}`;
    children.push(node.kind === 'table' ? tableItem(node, id, whole) : subheadingItem(node, id, whole));
  });
  return whole;
}

function place(range: SectionNode['range']): Range | undefined {
  return range === null
    ? undefined
    : new Range(range.start.line, range.start.character, range.end.line, range.end.character);
}

function all(items: readonly OutlineItem[]): OutlineItem[] {
  return items.flatMap((item) => [item, ...all(item.children)]);
}

/** Whether two trees look the same; where their items stand in the draft does not show. */
function sameItems(a: readonly OutlineItem[], b: readonly OutlineItem[]): boolean {
  return (
    a.length === b.length &&
    a.every((item, index) => {
      const other = b[index] as OutlineItem;
      return (
        item.id === other.id &&
        item.label === other.label &&
        item.description === other.description &&
        item.tooltip === other.tooltip &&
        item.mark === other.mark &&
        (item.range === undefined) === (other.range === undefined) &&
        sameItems(item.children, other.children)
      );
    })
  );
}

function moveItems(items: readonly OutlineItem[], to: readonly OutlineItem[]): void {
  items.forEach((item, index) => {
    const other = to[index] as OutlineItem;
    item.range = other.range;
    moveItems(item.children, other.children);
  });
}
