import type { TeamSettings } from './configs';
import { type CheckSettings, LEVELS as LEVEL_NAMES, withConfig } from './core';

/** The settings of one document, as `nianbao.*` has them. */
export interface Settings {
  /** Tells two readings of the settings apart, so that a result id can name what it was made with. */
  readonly id: number;
  /** Whether Markdown and plain text are served when their content is that of a draft. */
  readonly recognise: boolean;
  readonly check: CheckSettings;
  /** The team's file says that the draft is not to be checked. */
  readonly ignored: boolean;
  /** Behind which totals their sum is shown: none, those that are blank or wrong, all. */
  readonly inlayHints: 'off' | 'faults' | 'always';
  /** Whether lenses stand over the tables. */
  readonly codeLens: boolean;
  /** Whether characters of ambiguous East Asian width take two columns where tables are lined up. */
  readonly ambiguousWide: boolean;
}

const LEVELS: ReadonlySet<unknown> = new Set(LEVEL_NAMES);

/**
 * Reads what a client sent. Users write settings by hand, so anything that is not understood counts as not said.
 * @param raw the value of the section `nianbao`
 * @param team what a configuration file says, which gives way to what the user has set, rule by rule
 */
export function readSettings(raw: unknown, id: number, team: TeamSettings | null = null): Settings {
  const { severity, recognise, inlayHints, codeLens, format } = isObject(raw) ? raw : {};
  const known = Object.entries(isObject(severity) ? severity : {}).filter(([, level]) => LEVELS.has(level));
  return {
    id,
    recognise: typeof recognise === 'boolean' ? recognise : true,
    check: withConfig(
      { severity: Object.fromEntries(known) as NonNullable<CheckSettings['severity']> },
      team?.config ?? null,
    ),
    ignored: team?.ignored ?? false,
    inlayHints: inlayHints === 'off' || inlayHints === 'always' ? inlayHints : 'faults',
    codeLens: typeof codeLens === 'boolean' ? codeLens : true,
    ambiguousWide: isObject(format) && format.ambiguousWidth === 'wide',
  };
}

/** The section `nianbao` of a payload that may or may not be wrapped in it. */
export function settingsSection(payload: unknown): unknown {
  return isObject(payload) && 'nianbao' in payload ? payload.nianbao : payload;
}

/** Settings by document, asked for once and kept until something says that they have changed. */
export class SettingsStore {
  readonly #ask: ((uri: string) => Promise<unknown>) | null;
  readonly #team: (uri: string) => Promise<TeamSettings | null>;
  readonly #byUri = new Map<string, Promise<Settings>>();
  #pushed: unknown;
  #count = 0;

  /**
   * @param ask fetches the section for a document, or `null` where the client cannot be asked
   * @param initial the section as initialisation gave it, which holds until a client pushes another
   * @param team what a configuration file says for a document
   */
  constructor(
    ask: ((uri: string) => Promise<unknown>) | null,
    initial: unknown,
    team: (uri: string) => Promise<TeamSettings | null> = async () => null,
  ) {
    this.#ask = ask;
    this.#team = team;
    this.#pushed = initial;
  }

  of(uri: string): Promise<Settings> {
    const known = this.#byUri.get(uri);
    if (known) return known;
    const fetched = this.#fetch(uri);
    this.#byUri.set(uri, fetched);
    return fetched;
  }

  /** @param pushed the section that came with the notification, where one did. */
  invalidate(pushed?: unknown): void {
    if (pushed !== undefined && pushed !== null) this.#pushed = pushed;
    this.#byUri.clear();
  }

  forget(uri: string): void {
    this.#byUri.delete(uri);
  }

  async #fetch(uri: string): Promise<Settings> {
    const id = ++this.#count;
    // A client that fails to answer still gets its draft checked.
    const [asked, team] = await Promise.all([
      this.#ask ? this.#ask(uri).catch(() => null) : null,
      this.#team(uri).catch(() => null),
    ]);
    return readSettings(asked ?? this.#pushed, id, team);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
