/**
 * What the server's answers cost, in process and without the protocol around them: each feature is called as the
 * server calls it, over a view of a draft that was just changed, so that the answer pays for reading it too, or over
 * one that was read and checked before, as it is once its findings are shown.
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { keyPresses, longDraft } from './draft.mjs';
import { parseReport, REPORT } from './lib/core.mjs';
import { bestOfThree, once } from './lib/race.mjs';
import { atMost } from './lib/section.mjs';
import { median, quantile } from './lib/statistics.mjs';
import { count, duration } from './lib/words.mjs';

const GOAL_MS = 5;
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The server's parts as they stand in the sources, bundled in memory. */
async function load() {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        export { readClient } from './server/src/capabilities';
        export { Draft } from './server/src/drafts';
        export { readSettings } from './server/src/settings';
        export { WORDS } from './server/src/words';
        export { codeActions } from './server/src/features/codeActions';
        export { codeLenses } from './server/src/features/codeLenses';
        export { completion } from './server/src/features/completion';
        export { definition } from './server/src/features/definition';
        export { documentHighlights } from './server/src/features/documentHighlights';
        export { documentLinks } from './server/src/features/documentLinks';
        export { foldingRanges } from './server/src/features/foldingRanges';
        export { formatting } from './server/src/features/formatting';
        export { hover } from './server/src/features/hover';
        export { inlayHints } from './server/src/features/inlayHints';
        export { references } from './server/src/features/references';
        export { selectionRanges } from './server/src/features/selectionRanges';
        export { semanticTokens } from './server/src/features/semanticTokens';`,
      resolveDir: ROOT,
      loader: 'ts',
    },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
    charset: 'utf8',
    write: false,
    logLevel: 'error',
  });
  const module = { exports: {} };
  // the protocol's library is CommonJS and asks for Node's own modules
  new Function('require', 'module', 'exports', outputFiles[0].text)(
    createRequire(import.meta.url),
    module,
    module.exports,
  );
  return module.exports;
}

/**
 * Every request by its name in the protocol.
 * @returns `fresh(text)` gives a view of a text that nobody has read, `readBefore(text)` one whose findings are known;
 * `requests` take a view and give a number
 */
async function loadRequests() {
  const server = await load();
  const client = server.readClient({
    capabilities: {
      textDocument: {
        diagnostic: {},
        hover: { contentFormat: ['markdown'] },
        foldingRange: { foldingRange: { collapsedText: true } },
        codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
      },
      workspace: { applyEdit: true, workspaceEdit: { documentChanges: true } },
    },
    initializationOptions: { commands: true },
  });
  const settings = server.readSettings({ inlayHints: 'always' }, 1);
  const words = server.WORDS[client.language];
  let id = 0;
  const fresh = (text) => ({ draft: new server.Draft(++id, 'file:///draft.nianbao', id, text), settings });

  const readBefore = (text) => {
    const view = fresh(text);
    view.draft.findings(settings);
    return view;
  };

  /** A cell in the middle of table 3, where most is said; found once a text, before anything is timed. */
  const positions = new Map();
  const position = ({ draft }) => {
    let found = positions.get(draft.text.length);
    if (!found) {
      const cells = [...draft.report.tables.find(({ id: table }) => table === 'requests').cells.values()];
      found = draft.lines.positionAt(cells.find(({ name }) => name === 'requests.handledTotal.total').range.start);
      positions.set(draft.text.length, found);
    }
    return found;
  };
  const whole = ({ draft }) => ({
    start: { line: 0, character: 0 },
    end: { line: draft.lines.lineCount, character: 0 },
  });
  const at = (view) => ({ position: position(view), context: { includeDeclaration: true } });

  const requests = {
    hover: (view) => server.hover(view, at(view), client)?.contents.value.length ?? 0,
    'codeAction (one finding)': (view) => {
      const [finding] = view.draft.findings(settings);
      const range = finding ? view.draft.lines.rangeAt(finding.range) : { start: position(view), end: position(view) };
      return server.codeActions({ view, params: { range, context: { diagnostics: [] } }, client }).length;
    },
    'codeAction (all)': (view) =>
      server.codeActions({ view, params: { range: whole(view), context: { diagnostics: [] } }, client }).length,
    completion: (view) => server.completion(view.draft, position(view), () => [view.draft.text], client).items.length,
    inlayHint: (view) => server.inlayHints(view, { range: whole(view) }, words, client.language).length,
    codeLens: (view) => server.codeLenses(view, client).length,
    definition: (view) => server.definition(view.draft, position(view), client).length,
    references: (view) => server.references(view.draft, at(view)).length,
    documentHighlight: (view) => server.documentHighlights(view.draft, position(view)).length,
    selectionRange: (view) => server.selectionRanges(view.draft, [position(view)]).length,
    documentLink: (view) => server.documentLinks(view.draft).length,
    foldingRange: (view) => server.foldingRanges(view.draft, { view, words }).length,
    formatting: (view) => server.formatting(view).length,
    semanticTokens: (view) => server.semanticTokens(view.draft).data.length,
  };
  return { fresh, readBefore, requests };
}

/** @returns {Promise<import('./lib/section.mjs').Section>} */
export async function measure() {
  const { fresh, readBefore, requests } = await loadRequests();
  const base = longDraft(REPORT);
  // a wrong digit in a table, which is when there is most to answer
  const tables = parseReport(base).tables.map(({ range }) => range);
  const texts = keyPresses(base, 100, 2, tables);
  const answered = [];
  for (const [key, run] of Object.entries(requests)) {
    for (const text of texts.slice(0, 20)) await once(run, fresh(text));
    answered.push({
      key,
      first: await bestOfThree(run, texts, fresh),
      later: await bestOfThree(run, texts, readBefore),
    });
  }
  return {
    how: '在服务器的进程里直接调用，不经过协议；草稿里有一格数字是错的，这时要回答的最多。',
    tables: [
      {
        title: `请求，${count(base.length)} 个字符的草稿`,
        head: ['', '刚改过，还没有读', '100 次中 95 次不超过', '已经读过、查过', '100 次中 95 次不超过'],
        rows: answered.map(({ key, first, later }) => [
          key,
          ...[first, later].flatMap((times) => [duration(median(times)), duration(quantile(times, 0.95))]),
        ]),
      },
    ],
    goals: [slowestGoal(answered)],
  };
}

/** @param {readonly { key: string, first: readonly number[] }[]} answered */
function slowestGoal(answered) {
  const [slowest] = answered
    .map(({ key, first }) => ({ key, figure: quantile(first, 0.95) }))
    .sort((a, b) => b.figure - a.figure);
  const what = `最慢的请求（${slowest.key}），100 次中 95 次不超过`;
  return atMost({ id: 'requests', what, figure: slowest.figure, most: GOAL_MS, words: duration });
}
