/**
 * Photographs the extension as its user sees it, into docs/images/, the steps of its walkthrough into
 * images/walkthrough/, and draws images/icon.png from its SVG. The extension is installed as it ships, in the workbench
 * that the tests run in. With the word `walkthrough` it photographs that alone.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { openBrowser, startHost } from './lib/host.mjs';
import { must, ROOT } from './lib/project.mjs';
import { packExtension } from './lib/vsix.mjs';

const SAMPLE = '年报样例.md';
const DRAFT = '年报样例.nianbao';
const IMAGES = join(ROOT, 'docs', 'images');
const STEPS = join(ROOT, 'images', 'walkthrough');

/** Letters of one width, so that a table is seen as a table. */
const SETTINGS = {
  'editor.fontFamily': "'Noto Sans Mono CJK SC', monospace",
  'editor.fontSize': 13,
  'editor.lineHeight': 1.7,
  'editor.minimap.enabled': false,
};

/** A key for the photographs; a user takes the command from the palette. */
const NEXT_PLACE = 'F6';

/** What the author writes into the places of a new draft, in their order. */
const ANSWERS = [
  ...['县政府办公室政务公开股', '清岚县府前路 1 号', '000000', '0000-1234567', 'gk@example.com'],
  '我县围绕群众关心的事项推进政府信息公开，公开渠道保持畅通',
  ...['318', '财政预决算信息 46 条', '制发规范性文件都同步公开和解读，所属部门、乡镇的公开情况按季检查'],
  ...['10', '0', '7', '3', '答复文书统一格式，由法制机构审核'],
  '逐件认定文件公开属性，全面清理规范性文件',
  '优化门户网站栏目，充实县政务服务大厅查阅点',
  '全年开展业务培训两次',
  ...['公开工作纳入年度考核', '邀请群众代表评议', '没有发生追究责任的情形'],
  ...['主动公开情况如下表。', '申请办理情况如下表。', '本年度没有发生行政复议、行政诉讼。'],
  ...['政策解读形式不够丰富', '基层公开的力量不足'],
  ...['重要政策同步制作图解', '加强对乡镇的业务指导'],
  '目录已经更新，栏目已经调整',
  ...['0', '没有其他需要报告的事项'],
];

await must('npm', ['run', 'build', '--silent']);
const host = await startHost({ vsix: await packExtension(), settings: SETTINGS });
await writeFile(
  join(host.scratch, 'data', 'data', 'User', 'keybindings.json'),
  JSON.stringify([{ key: NEXT_PLACE.toLowerCase(), command: 'nianbao.nextPlaceholder' }]),
);
const browser = await openBrowser();
try {
  for (const images of [IMAGES, STEPS]) await mkdir(images, { recursive: true });
  await photographWalkthrough();
  if (!process.argv.includes('walkthrough')) {
    await photographNewReport();
    await photographDraft();
  }
} finally {
  await browser.close();
  await host.stop();
}

async function photographDraft() {
  await drawIcon();
  const folder = join(host.workspace, '政府信息公开年报');
  await mkdir(folder);
  const sample = await readFile(join(ROOT, 'samples', SAMPLE), 'utf8');
  await writeFile(join(folder, DRAFT), sample.replace(/^#+ /gm, ''));
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2 });
  await page.goto(host.address(folder));
  await page.getByRole('treeitem', { name: DRAFT }).dblclick();
  const status = page.locator('[id="nianbao.nianbao.nianbao.status"]');
  await status.getByText('1 处问题').waitFor();
  await photographProblems(page, status);
  await photographOutlineView(page);
  await photographStandardOutline(page);
}

/** A report from nothing: the new draft, and numbers filled in while the totals are still 0. */
async function photographNewReport() {
  const empty = join(host.workspace, '2024年报');
  await mkdir(empty);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2 });
  const status = page.locator('[id="nianbao.nianbao.nianbao.status"]');
  await page.goto(host.address(empty));
  await page.locator('.sidebar .pane-header').first().waitFor();
  await createDraft(page);
  await status.getByText('2024 年度').waitFor();
  // the outline in its whole length: the folder has nothing in it
  await pane(page, '2024年报').click();
  await page.getByRole('treeitem', { name: '六、其他需要报告的事项' }).first().waitFor();
  await page.keyboard.press('Control+1');
  await shoot(page, 'new-draft');

  // numbers of natural persons; the totals stay as they are
  await page.keyboard.press('Escape');
  for (const [label, value] of [
    ['一、本年新收政府信息公开申请数量 |  |  | 0', '10'],
    ['（一）予以公开 |  | 0', '7'],
    ['四、结转下年度继续办理 |  |  | 0', '3'],
  ]) {
    await goTo(page, label);
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.type(value);
  }
  await goTo(page, '填写下表；');
  // lenses of lines out of sight are there too, but hidden
  const mend = page.locator('.codelens-decoration a:visible', { hasText: '修正' }).first();
  await mend.waitFor();
  await shoot(page, 'fill-in');

  await mend.click();
  await photographBalanced(page, status);
  await page.close();
}

/** Puts the cursor behind words of the draft. */
async function goTo(page, words) {
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
}

/** The same report once its totals are mended and every open place is filled in: nothing is left to be done. */
async function photographBalanced(page, status) {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+Home');
  const selection = page.locator('.statusbar-item', { hasText: /selected/ });
  for (const answer of ANSWERS) {
    await page.keyboard.press(NEXT_PLACE);
    await selection.waitFor();
    await page.keyboard.type(answer);
    await selection.waitFor({ state: 'hidden' });
  }
  await status.getByText('无问题').waitFor();
  await goTo(page, '申请办理情况如下表');
  await page.locator('.codelens-decoration:visible', { hasText: '平衡' }).first().waitFor();
  const balanced = page.locator('.sidebar .monaco-list-row', { hasText: '平衡' });
  for (const table of [0, 1, 2]) await balanced.nth(table).waitFor();
  await shoot(page, 'balanced');
}

/** Answers what the command for a new draft asks. */
async function createDraft(page) {
  const row = page.locator('.quick-input-widget .monaco-list-row', { hasText: 'New Annual Report Draft' }).first();
  for (let time = 0; time < 20 && !(await row.isVisible()); time++) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').waitFor();
    await page.keyboard.type('New Annual Report Draft');
    await row.waitFor({ timeout: 3000 }).catch(() => {});
  }
  await row.click();
  for (const [question, answer] of [
    ['报告机关的名称', '清岚县人民政府'],
    ['报告年度', '2024'],
  ]) {
    await page.locator('.quick-input-widget', { hasText: question }).waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(answer);
    await page.keyboard.press('Enter');
  }
  await page.locator('.quick-input-widget', { hasText: '县级以上人民政府' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.snippet-placeholder').first().waitFor();
}

/** The four steps of the walkthrough, each as it looks when it is done; small, for they are shipped. */
async function photographWalkthrough() {
  const empty = join(host.workspace, '新年报');
  await mkdir(empty);
  const page = await browser.newPage({ viewport: { width: 960, height: 600 } });
  const command = async (title) => {
    const row = page.locator('.quick-input-widget .monaco-list-row', { hasText: title }).first();
    // a palette that was opened before the extensions were read does not have their commands
    for (let time = 0; time < 20 && !(await row.isVisible()); time++) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input').waitFor();
      await page.keyboard.type(title);
      await row.waitFor({ timeout: 3000 }).catch(() => {});
    }
    await row.click();
  };
  await page.goto(host.address(empty));
  await page.locator('.sidebar .pane-header').first().waitFor();
  await command('Open Sample Draft');
  const status = page.locator('[id="nianbao.nianbao.nianbao.status"]');
  await status.getByText('1 处问题').waitFor();
  await pane(page, '新年报').click();
  await page.getByRole('treeitem', { name: '二、主动公开政府信息情况' }).first().waitFor();
  await shoot(page, 'sample', STEPS);

  await status.click();
  await page.locator('.markers-panel .monaco-list-row', { hasText: '应为 17' }).first().click();
  await page.locator('.squiggly-error').first().waitFor();
  await shoot(page, 'problems', STEPS);

  await page.keyboard.press('Control+j');
  await command('Go to the Next Finding and List Its Fixes');
  const fix = page.locator('.action-widget .monaco-list-row', { hasText: '17' }).first();
  // the palette takes the list away with it where it closes late
  await fix.waitFor({ timeout: 5000 }).catch(() => page.keyboard.press('Control+.'));
  await fix.waitFor();
  await shoot(page, 'fix', STEPS);
  await page.keyboard.press('Escape');

  await createDraft(page);
  await status.getByText('2024 年度').waitFor();
  await shoot(page, 'template', STEPS);
  await page.close();
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

async function shoot(page, name, folder = IMAGES) {
  await page.mouse.move(640, 2); // no hover in the picture
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, scale: 'css', animations: 'disabled' });
  console.log(relative(ROOT, path));
}

async function drawIcon() {
  const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
  const svg = await readFile(join(ROOT, 'images', 'icon.svg'), 'utf8');
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await page.screenshot({ path: join(ROOT, 'images', 'icon.png'), omitBackground: true });
  await page.close();
}
