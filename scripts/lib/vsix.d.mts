export function packExtension(packagePath?: string): Promise<string>;
export function listVsix(path: string): Promise<string[]>;
