import {
  type Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
  workspace,
} from 'vscode';

/** Files that lie on no disk, as those of github.dev do; folders are whatever is above a file. */
export class MemoryFiles implements FileSystemProvider {
  readonly #files = new Map<string, Uint8Array>();
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  register(scheme: string): Disposable {
    return workspace.registerFileSystemProvider(scheme, this, { isCaseSensitive: true });
  }

  watch(): Disposable {
    return { dispose: () => {} };
  }

  stat(uri: Uri): FileStat {
    const file = this.#files.get(uri.toString());
    if (file === undefined && !this.#isFolder(uri)) {
      throw FileSystemError.FileNotFound(uri);
    }
    const type = file === undefined ? FileType.Directory : FileType.File;
    return { type, ctime: 0, mtime: this.#files.size, size: file?.length ?? 0 };
  }

  readFile(uri: Uri): Uint8Array {
    const file = this.#files.get(uri.toString());
    if (file === undefined) {
      throw FileSystemError.FileNotFound(uri);
    }
    return file;
  }

  writeFile(uri: Uri, content: Uint8Array): void {
    const type = this.#files.has(uri.toString()) ? FileChangeType.Changed : FileChangeType.Created;
    this.#files.set(uri.toString(), content);
    this.#changed.fire([{ type, uri }]);
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory(): void {}

  delete(uri: Uri): void {
    this.#files.delete(uri.toString());
    this.#changed.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  rename(): void {
    throw FileSystemError.NoPermissions();
  }

  #isFolder(uri: Uri): boolean {
    return [...this.#files.keys()].some((file) => file.startsWith(`${uri}/`));
  }
}
