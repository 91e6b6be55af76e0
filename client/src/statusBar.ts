import { type Disposable, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import type { OutlineModel } from './outlineModel';
import { words } from './words';

/** Form, year and number of faults of the draft in the active editor; a click opens the Problems. */
export class StatusBar implements Disposable {
  readonly #item: StatusBarItem;
  readonly #subscription: Disposable;
  #visible = false;

  constructor(private readonly model: OutlineModel) {
    this.#item = window.createStatusBarItem('nianbao.status', StatusBarAlignment.Right, 100);
    this.#item.name = '年报校核';
    this.#item.command = 'workbench.actions.view.problems';
    this.#subscription = model.onDidChange(() => this.#show());
    this.#show();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#item.dispose();
  }

  /** What is shown; empty while the item is hidden. */
  get text(): string {
    return this.#visible ? this.#item.text : '';
  }

  /** What a screen reader says. */
  get label(): string {
    return this.#item.accessibilityInformation?.label ?? '';
  }

  #show(): void {
    const outline = this.model.outline;
    this.#visible = outline !== null;
    if (outline === null) {
      this.#item.hide();
      return;
    }
    const say = words();
    const form = outline.form === null ? say.noForm : say.form(outline.form);
    const year = outline.year === null ? say.noYear : say.year(outline.year);
    const { errors, warnings, others } = outline.faults;
    const count = errors + warnings + others;
    const details = [
      ...(errors > 0 ? [say.errors(errors)] : []),
      ...(warnings > 0 ? [say.warnings(warnings)] : []),
      ...(others > 0 ? [say.others(others)] : []),
      ...(count === 0 ? [say.noFaults] : []),
    ].join(say.comma);
    const icon = errors > 0 ? '$(error)' : warnings > 0 ? '$(warning)' : '$(pass)';

    this.#item.text = `${icon} ${form} · ${year} · ${count === 0 ? say.noFaults : say.faults(count)}`;
    this.#item.tooltip = `${outline.title ?? say.draft}\n${details}\n${say.clickForProblems}`;
    this.#item.accessibilityInformation = {
      label: `${say.draft}${say.colon}${[form, year, details, say.clickForProblems].join(say.comma)}`,
      role: 'button',
    };
    this.#item.show();
  }
}
