/** What a user installs: everything the manifest names, nothing that is not needed, and no more rights than it uses. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { BUNDLES } from '../../scripts/lib/bundles.mjs';
import { notices } from '../../scripts/lib/licences.mjs';
import { listVsix, packExtension } from '../../scripts/lib/vsix.mjs';

const manifest = JSON.parse(await readFile('package.json', 'utf8'));
const vsix = process.env.NIANBAO_VSIX ?? (await packExtension());
/** Paths in the extension's folder, with the names that vsce gives to the papers. */
const packed = (await listVsix(vsix)).filter((path) => path.startsWith('extension/')).map((path) => path.slice(10));

test('the package holds the bundles, the manifest with what it names, and the papers: nothing else', () => {
  const expected = [
    ...BUNDLES.map(({ outfile }) => outfile),
    'changelog.md',
    'LICENSE.txt',
    'readme.md',
    'THIRD-PARTY-NOTICES.txt',
    'images/icon.png',
    ...['sample', 'problems', 'fix', 'template'].map((step) => `images/walkthrough/${step}.png`),
    'language-configuration.json',
    'package.json',
    'package.nls.json',
    'package.nls.zh-cn.json',
    'samples/年报样例.md',
    'schemas/nianbao.config.json',
    'snippets/nianbao.json',
    'syntaxes/nianbao.tmLanguage.json',
  ];
  expect([...packed].sort()).toEqual(expected.sort());
});

test('every file that the manifest names is in the package', () => {
  const named = [...JSON.stringify(manifest).matchAll(/"(\.\/[^"]+|images\/[^"]+)"/g)]
    .map(([, path = '']) => path.replace(/^\.\//, ''))
    .filter((path) => !path.includes('*'));
  expect(named.length).toBeGreaterThan(10);
  for (const path of named) expect(packed).toContain(path);
});

test('the icon is a PNG of at least 128 pixels a side', async () => {
  const icon = await readFile(manifest.icon);
  expect(icon.subarray(1, 4).toString()).toBe('PNG');
  expect(icon.readUInt32BE(16)).toBe(icon.readUInt32BE(20));
  expect(icon.readUInt32BE(16)).toBeGreaterThanOrEqual(128);
});

test('it runs in restricted mode and in virtual workspaces, and no setting names a program or can send anything away', () => {
  expect(manifest.capabilities).toEqual({ untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
  expect(manifest.main).toBe('./dist/client.js');
  expect(manifest.browser).toBe('./dist/browser/client.js');
  const settings = Object.keys(manifest.contributes.configuration.properties);
  expect(settings.filter((name) => /path|command|exec|server(?!$)|url|proxy|telemetry/i.test(name))).toEqual([]);
  expect(manifest.dependencies, 'everything is bundled').toBeUndefined();
  expect(manifest.extensionDependencies).toBeUndefined();
});

test('the changelog begins with what is not released yet or with the version of the manifest, newest first', async () => {
  const changelog = await readFile('CHANGELOG.md', 'utf8');
  const parts = [...changelog.matchAll(/^## \[(.+?)\](?: - (\d{4}-\d{2}-\d{2}))?$/gm)];
  const versions = parts.map(([, name = '']) => name);
  expect(['未发布', manifest.version]).toContain(versions[0]);
  const released = parts.filter(([, name]) => name !== '未发布');
  for (const [, version, date] of released) expect(date, version).toBeDefined();
  const numbers = released.map(([, version = '']) => version);
  expect(numbers).toEqual([...numbers].sort((a, b) => b.localeCompare(a, 'en', { numeric: true })));
  if (versions[0] !== '未发布') expect(numbers[0]).toBe(manifest.version);
  for (const [, kind = ''] of changelog.matchAll(/^### (.+)$/gm)) {
    expect(['新增', '变更', '弃用', '移除', '修复', '安全']).toContain(kind);
  }
});

test('THIRD-PARTY-NOTICES.txt is what is bundled; else `npm run notices`', async () => {
  expect(await readFile('THIRD-PARTY-NOTICES.txt', 'utf8')).toBe(await notices());
});
