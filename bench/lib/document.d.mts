export interface Goal {
  readonly id: string;
  readonly what: string;
  readonly goal: string;
  readonly figure: string;
  readonly met: boolean;
}
export interface Result {
  readonly date: string;
  readonly node: string;
  readonly cores: number;
  readonly processor: string;
  readonly quick: boolean;
  readonly how: string;
  readonly tables: readonly {
    readonly title: string;
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
  readonly goals: readonly Goal[];
}
/** The document of what was measured last, as Markdown that is not yet laid out. */
export function benchmarks(
  titles: Readonly<Record<string, string>>,
  results: Readonly<Record<string, Result>>,
  reasons: Readonly<Record<string, string>>,
): string;
