import { FileSystemError, Uri, workspace } from 'vscode';
import type { ReadFileParams } from '../../server/src/protocol';

/** Answers `nianbao/readFile`: the configuration files of virtual workspaces, which the server cannot read itself. */
export async function readFile({ uri }: ReadFileParams): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
  } catch (error) {
    if (error instanceof FileSystemError) {
      return null;
    }
    throw error;
  }
}
