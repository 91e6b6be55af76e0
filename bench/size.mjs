/**
 * The size of each bundle beside that of the language client or server library that it cannot do without, bundled
 * alone with the same options; and what is loaded when.
 */
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { BROWSER, BUNDLES, NODE, SHIPPED } from '../scripts/lib/bundles.mjs';
import { ROOT } from '../scripts/lib/project.mjs';
import { atMost } from './lib/section.mjs';

/** The libraries as the least program that uses them would have them. */
const LIBRARIES = {
  'client/node': { ...NODE, contents: program('vscode-languageclient/node', 'LanguageClient'), external: ['vscode'] },
  'client/browser': {
    ...BROWSER,
    contents: program('vscode-languageclient/browser', 'LanguageClient'),
    external: ['vscode'],
  },
  'server/node': {
    ...NODE,
    contents: program('vscode-languageserver/node', 'createConnection', 'ProposedFeatures', 'TextDocuments'),
  },
  'server/browser': {
    ...BROWSER,
    contents: program(
      'vscode-languageserver/browser',
      ...['createConnection', 'ProposedFeatures', 'TextDocuments', 'BrowserMessageReader', 'BrowserMessageWriter'],
    ),
  },
};

/** What each bundle is measured against, and when it is loaded. */
const MEASURED = {
  'dist/client.js': [null, '打开纯文本或 Markdown 文件'],
  'dist/languageClient.js': ['client/node', '第一份草稿'],
  'dist/server.js': ['server/node', '第一份草稿，另一个进程'],
  'dist/cli.js': [null, '命令行'],
  'dist/command.js': [null, '命令行，真要检查时'],
  'dist/browser/client.js': ['client/browser', '网页版：打开纯文本或 Markdown 文件'],
  'dist/browser/server.js': ['server/browser', '网页版：第一份草稿，Web Worker'],
};

/** So much more than the library a bundle may be. */
const GOAL = 0.15;

/** @returns {Promise<import('./lib/section.mjs').Section>} */
export async function measure() {
  const rows = [];
  const goals = [];
  for (const bundle of BUNDLES) {
    const [library, when] = MEASURED[bundle.outfile] ?? [null, ''];
    const ours = await made(bundle);
    const bare = library === null ? null : await made(alone(LIBRARIES[library]));
    const more = (size) => (bare === null ? '' : percent(size / bare.size - 1));
    rows.push([
      bundle.outfile,
      kib(ours.size),
      kib(ours.zipped),
      kib(ours.core),
      bare === null ? '' : kib(bare.size),
      more(ours.size),
      more(ours.size - ours.core),
      when,
    ]);
    if (bare === null) continue;
    goals.push(
      atMost({
        id: `size.${library}`,
        what: `${bundle.outfile} 比单独打包的 ${library} 库大`,
        figure: ours.size / bare.size - 1,
        most: GOAL,
        words: percent,
      }),
    );
  }
  return {
    how: '与发布时同样的选项打包；“库本身”是同一个打包器、同样的选项，只打包不得不用的语言客户端或服务器库。',
    tables: [
      {
        title: '打包文件，KiB',
        head: ['文件', 'KiB', 'gzip 后', '其中 core', '库本身', '比库多', '不算 core 比库多', '何时载入'],
        rows,
      },
    ],
    goals,
  };
}

function program(library, ...names) {
  return `import { ${names.join(', ')} } from '${library}';\nexport { ${names.join(', ')} };`;
}

/** The options of a program that lies in no file. */
function alone({ contents, ...options }) {
  return { ...options, stdin: { contents, resolveDir: ROOT } };
}

/** Bundles as the build does, without writing; `core` is the part of the file that comes from server/src/core. */
async function made(options) {
  const { outputFiles, metafile } = await build({
    ...SHIPPED,
    ...options,
    absWorkingDir: ROOT,
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const [file] = outputFiles;
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const core = inputs.filter(([path]) => path.startsWith('server/src/core/'));
  return {
    size: file.contents.length,
    zipped: gzipSync(file.contents).length,
    core: core.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0),
  };
}

function kib(bytes) {
  return (bytes / 1024).toFixed(bytes < 102400 ? 1 : 0);
}

function percent(part) {
  return `${part < 0 ? '−' : '+'}${Math.round(Math.abs(part) * 100)} %`;
}
