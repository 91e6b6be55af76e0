/** The command line among paths as Windows writes them. */
import { beforeEach, expect, test, vi } from 'vitest';

const files = new Map<string, string>();
vi.mock('node:path', async (original) => {
  const { win32 } = await original<typeof import('node:path')>();
  return { ...win32, default: win32 };
});
vi.mock('../../../server/src/cli/read', async (original) => ({
  ...(await original<typeof import('../../../server/src/cli/read')>()),
  readFile: (path: string) => {
    const text = files.get(path);
    return text === undefined ? { refused: 'missing' } : { text, encoding: 'utf-8', bytes: new Uint8Array() };
  },
}));

const { Configs } = await import('../../../server/src/cli/configs');
beforeEach(() => files.clear());

const configs = () => new Configs('zh');

test('a configuration file is found upwards over backslashes, and its patterns are for slashes', () => {
  files.set(
    'C:\\drafts\\nianbao.config.json',
    '{ "severity": { "table/blank": "off" }, "ignore": ["2022/**", "旧稿"] }',
  );
  const found = configs().of('C:\\drafts\\2024\\清岚县\\年报.md');
  expect(found.config?.severity).toEqual({ 'table/blank': 'off' });
  expect(found.ignored).toBe(false);
  expect(configs().of('C:\\drafts\\2022\\a\\年报.md').ignored).toBe(true);
  expect(configs().of('C:/drafts/旧稿/年报.md').ignored).toBe(true);
  expect(configs().of('D:\\drafts\\2024\\年报.md').config).toBeNull();
});

test('on a share of the network too, up to its root', () => {
  files.set('\\\\server\\share\\nianbao.config.json', '{ "ignore": ["*.txt"] }');
  expect(configs().of('\\\\server\\share\\年报\\a.md').config?.ignore).toEqual(['*.txt']);
  expect(configs().of('\\\\server\\other\\a.md').config).toBeNull();
});
