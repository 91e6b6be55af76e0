/**
 * Starts VS Code as somebody does who has just installed the VSIX: a profile of its own, a folder that nobody has said
 * he trusts, nothing but the sample opened. What has to be seen then is waited for; the command line inside is run.
 * NIANBAO_VSIX names a VSIX that need not be packed again; the pictures go to out/start/.
 */
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser, startHost } from './lib/host.mjs';
import { ROOT, run } from './lib/project.mjs';
import { packExtension } from './lib/vsix.mjs';

const SAMPLE = '年报样例.md';
const PATIENCE = 60_000;
const PICTURES = join(ROOT, 'out', 'start');

const vsix = process.env.NIANBAO_VSIX ?? (await packExtension());
const host = await startHost({ vsix, trust: true, settings: { 'security.workspace.trust.startupPrompt': 'never' } });
try {
  await mkdir(PICTURES, { recursive: true });
  await cp(join(ROOT, 'samples'), host.workspace, { recursive: true });
  await checkWorkbench();
  await checkCommandLine(join(host.installed, 'dist', 'cli.js'));
} finally {
  await host.stop();
}

async function checkWorkbench() {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(host.address(host.workspace, { openFile: join(host.workspace, SAMPLE) }));
    await seen(page, '受限模式', page.locator('.statusbar-item', { hasText: /Restricted Mode|受限模式/ }));
    await seen(page, '状态栏', page.locator('.statusbar-item', { hasText: '2021 格式 · 2023 年度 · 1 处问题' }));
    await seen(page, '年报大纲', page.getByText('一、总体情况').first());
    await page.locator('.statusbar-item', { hasText: '1 处问题' }).click();
    const problem = page
      .locator('.markers-panel')
      .getByText(/应为 17/)
      .first();
    await seen(page, '问题面板', problem);
    await problem.dblclick();
    await seen(page, '编辑器中的问题', page.locator('.squiggly-error'));
    console.log(`启用用时：${await activationTime(page)}`);
    await page.screenshot({ path: join(PICTURES, 'workbench.png') });
  } finally {
    await browser.close();
  }
}

async function seen(page, what, locator) {
  try {
    await locator.first().waitFor({ state: 'visible' });
    console.log(`✔ ${what}`);
  } catch (error) {
    await page.screenshot({ path: join(PICTURES, 'failed.png') });
    throw new Error(`没有看到：${what}`, { cause: error });
  }
}

/** As VS Code itself measured it, from its list of running extensions. */
async function activationTime(page) {
  await page.keyboard.press('F1');
  await page.keyboard.type('Developer: Show Running Extensions');
  await page.keyboard.press('Enter');
  const row = page.locator('.runtime-extensions-editor .extension', { hasText: /年报校核|Nianbao/ }).first();
  await row.waitFor();
  return (await row.locator('.activation-time').textContent())?.trim();
}

async function checkCommandLine(cli) {
  const { status, output } = await run('node', [cli, 'check', join(host.workspace, SAMPLE)], { quiet: true });
  // 1: the sample has one error
  if (status !== 1 || !output.includes('balance/requests-row')) {
    throw new Error(`包里的命令行没有查出样例的错误（${status}）：\n${output}`);
  }
  console.log('✔ 包里的命令行');
}
