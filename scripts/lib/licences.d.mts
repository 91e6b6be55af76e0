export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
  readonly bundles: readonly string[];
}

export function bundledPackages(): Promise<readonly BundledPackage[]>;
export function notices(): Promise<string>;
