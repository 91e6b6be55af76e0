/**
 * Photographs the extension as its user sees it, into docs/images/, and draws images/icon.png from its SVG.
 * The extension is installed as it ships, in the workbench that the tests run in.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser, startHost } from './lib/host.mjs';
import { must, ROOT } from './lib/project.mjs';
import { stageExtension } from './lib/stage.mjs';

const SAMPLE = '年报样例.md';
const DRAFT = '年报样例.nianbao';
const IMAGES = join(ROOT, 'docs', 'images');

/** Letters of one width, so that a table is seen as a table. */
const SETTINGS = {
  'editor.fontFamily': "'Noto Sans Mono CJK SC', monospace",
  'editor.fontSize': 13,
  'editor.lineHeight': 1.7,
  'editor.minimap.enabled': false,
};

await must('npm', ['run', 'build', '--silent']);
const staged = await stageExtension();
const host = await startHost({ extensions: [staged], settings: SETTINGS });
const browser = await openBrowser();
try {
  const folder = join(host.workspace, '政府信息公开年报');
  await mkdir(folder);
  const sample = await readFile(join(ROOT, 'samples', SAMPLE), 'utf8');
  await writeFile(join(folder, DRAFT), sample.replace(/^#+ /gm, ''));
  await mkdir(IMAGES, { recursive: true });

  await drawIcon();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2 });
  await page.goto(host.address(folder));
  await page.getByRole('treeitem', { name: DRAFT }).dblclick();
  const status = page.locator('[id="nianbao.nianbao.nianbao.status"]');
  await status.getByText('1 处问题').waitFor();
  await photographProblems(page, status);
  await photographOutlineView(page);
  await photographStandardOutline(page);
} finally {
  await browser.close();
  await host.stop();
  await rm(staged, { recursive: true, force: true });
}

/** The wrong total in the draft, and what the Problems say of it. */
async function photographProblems(page, status) {
  await status.click();
  const problem = page.locator('.markers-panel .monaco-list-row', { hasText: '应为 17' }).first();
  await problem.waitFor();
  await problem.click();
  await page.locator('.squiggly-error').first().waitFor();
  await pane(page, '政府信息公开年报').click();
  await page.getByRole('treeitem', { name: '六、其他需要报告的事项' }).first().waitFor();
  await shoot(page, 'problems');
}

/** 年报大纲 with the cursor in the section at fault; the panel is closed. */
async function photographOutlineView(page) {
  await page.keyboard.press('Control+j');
  await shoot(page, 'outline-view');
}

/** The Outline that VS Code has for every language. */
async function photographStandardOutline(page) {
  await pane(page, '年报大纲').click();
  await pane(page, 'Outline').click();
  await page.locator('.outline-tree .monaco-list-row', { hasText: '六、其他需要报告的事项' }).first().waitFor();
  await shoot(page, 'outline');
}

/** The head of a part of the side bar; a click opens or closes it. */
function pane(page, name) {
  return page.locator('.sidebar .pane-header', { hasText: name }).first();
}

async function shoot(page, name) {
  await page.mouse.move(640, 2); // no hover in the picture
  await page.screenshot({ path: join(IMAGES, `${name}.png`), scale: 'css', animations: 'disabled' });
  console.log(`docs/images/${name}.png`);
}

async function drawIcon() {
  const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
  const svg = await readFile(join(ROOT, 'images', 'icon.svg'), 'utf8');
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await page.screenshot({ path: join(ROOT, 'images', 'icon.png'), omitBackground: true });
  await page.close();
}
