import type { BuildOptions } from 'esbuild';

export const SHIPPED: BuildOptions;
export const NODE: BuildOptions;
export const BROWSER: BuildOptions;
export const BUNDLES: readonly (BuildOptions & { readonly outfile: string })[];
