/** Where the configuration file of a draft is looked for, whatever kind of URI the client has for it. */
import { expect, test } from 'vitest';
import { Configs } from '../../server/src/configs';

/** Configurations over some files, and every URI that was asked for, in order. */
function over(files: Record<string, string>) {
  const asked: string[] = [];
  const configs = new Configs(
    async (uri) => {
      asked.push(uri);
      return files[uri] ?? null;
    },
    () => {},
  );
  return { configs, asked };
}

const OFF = '{ "severity": { "table/blank": "off" }, "ignore": ["旧稿", "2022/*.txt"] }';

test.each([
  ['a drive of Windows, as VS Code writes it', 'file:///c%3A/Users/wang/%E5%B9%B4%E6%8A%A5'],
  ['a drive of Windows, as other editors write it', 'file:///C:/Users/wang/年报'],
  ['a share of Windows', 'file://server/share/年报'],
  ['a folder of Unix', 'file:///home/wang/年报'],
  ['GitHub in the browser', 'vscode-vfs://github/owner/drafts'],
  ['a remote machine', 'vscode-remote://ssh-remote%2Bhost/home/wang'],
  ['a file system of an extension, without slashes', 'memfs:/team'],
])('%s', async (_, folder) => {
  const uri = `${folder}/nianbao.config.json`;
  const { configs } = over({ [uri]: OFF });
  for (const path of ['2024/a.md', 'a.nianbao', '2024/深/层/a.txt']) {
    const settings = await configs.of(`${folder}/${path}`);
    expect(settings?.config.severity, path).toEqual({ 'table/blank': 'off' });
    expect(settings?.ignored, path).toBe(false);
  }
  // what is left out is named by paths from the folder of the file
  expect((await configs.of(`${folder}/2022/a.txt`))?.ignored).toBe(true);
  expect((await configs.of(`${folder}/${encodeURIComponent('旧稿')}/a.md`))?.ignored).toBe(true);
});

test('up to the root and not beyond, each folder once', async () => {
  const { configs, asked } = over({});
  expect(await configs.of('file:///c%3A/a/b.md')).toBeNull();
  expect(await configs.of('file:///c%3A/a/c.md')).toBeNull();
  expect(asked).toEqual([
    'file:///c%3A/a/nianbao.config.json',
    'file:///c%3A/nianbao.config.json',
    'file:///nianbao.config.json',
  ]);
});

test('the nearest file holds, and the query of a URI is no part of its path', async () => {
  const { configs } = over({
    'vscode-vfs://github/o/r/nianbao.config.json': OFF,
    'vscode-vfs://github/o/r/sub/nianbao.config.json': '{}',
  });
  expect((await configs.of('vscode-vfs://github/o/r/a.md?ref=a/b'))?.config.severity).toEqual({ 'table/blank': 'off' });
  expect((await configs.of('vscode-vfs://github/o/r/旧稿/a.md?ref=main#L1'))?.ignored).toBe(true);
  expect((await configs.of('vscode-vfs://github/o/r/sub/a.md'))?.config.severity).toEqual({});
});

test('what lies in no folder has no configuration, and nothing is asked for', async () => {
  const { configs, asked } = over({});
  for (const uri of ['untitled:Untitled-1', 'untitled:', 'nonsense', '']) expect(await configs.of(uri)).toBeNull();
  expect(asked).toEqual([]);
});
