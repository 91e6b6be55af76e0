/**
 * The tools that an author of reports might use, each as a function from a text to the number of its findings. Every
 * tool is loaded by itself, so that a process that runs one pays for no other.
 */

/** Drafts are Markdown to tools that go by the name of the file. */
const FILE = 'draft.md';

/**
 * @typedef {object} Tool
 * @property {string} from the package whose version is shown
 * @property {string} does what is run, in the words of the report
 * @property {() => Promise<(text: string) => number | Promise<number>>} load
 */

/** @type {Record<string, Tool>} */
export const TOOLS = {
  'markdown-it': {
    from: 'markdown-it',
    does: '只解析',
    async load() {
      const { default: MarkdownIt } = await import('markdown-it');
      const markdown = new MarkdownIt();
      return (text) => markdown.parse(text, {}).length;
    },
  },
  markdownlint: {
    from: 'markdownlint',
    does: '默认规则',
    async load() {
      const { lint } = await import('markdownlint/sync');
      return (text) => lint({ strings: { [FILE]: text } })[FILE].length;
    },
  },
  textlint: {
    from: '@textlint/kernel',
    does: '只开 zh-half-and-full-width-bracket',
    async load() {
      const { TextlintKernel } = await import('@textlint/kernel');
      const markdown = await import('@textlint/textlint-plugin-markdown');
      const brackets = await import('textlint-rule-zh-half-and-full-width-bracket');
      const kernel = new TextlintKernel();
      const options = {
        ext: '.md',
        filePath: FILE,
        plugins: [{ pluginId: 'markdown', plugin: plain(markdown) }],
        rules: [{ ruleId: 'zh-half-and-full-width-bracket', rule: plain(brackets) }],
      };
      return async (text) => (await kernel.lintText(text, options)).messages.length;
    },
  },
  zhlint: {
    from: 'zhlint',
    does: '默认规则',
    async load() {
      const { run } = await import('zhlint');
      const options = { rules: { preset: 'default' }, logger: silent() };
      return (text) => run(text, options).validations.length;
    },
  },
  autocorrect: {
    from: 'autocorrect-node',
    does: '默认规则，本机代码',
    async load() {
      const { lintFor } = (await import('autocorrect-node')).default;
      return (text) => lintFor(text, FILE).lines.length;
    },
  },
  'remark-lint': {
    from: 'remark-lint',
    does: 'preset-lint-recommended',
    async load() {
      const { unified } = await import('unified');
      const { default: parse } = await import('remark-parse');
      const { default: recommended } = await import('remark-preset-lint-recommended');
      const { VFile } = await import('vfile');
      const processor = unified().use(parse).use(recommended).freeze();
      return async (text) => {
        const file = new VFile({ path: FILE, value: text });
        await processor.run(processor.parse(file), file);
        return file.messages.length;
      };
    },
  },
  'vscode-markdown-languageservice': {
    from: 'vscode-markdown-languageservice',
    does: '诊断：链接和引用',
    load: loadLanguageService,
  },
};

/** What a module written for `require` exports by default. */
function plain(module) {
  return module.default?.default ?? module.default;
}

function silent() {
  const nothing = () => {};
  return { log: nothing, warn: nothing, error: nothing, defaultColor: nothing };
}

/** A workspace of one document, and VS Code's own parser below it. */
async function loadLanguageService() {
  const { createLanguageService, DiagnosticLevel, githubSlugifier } = await import('vscode-markdown-languageservice');
  const { TextDocument } = await import('vscode-languageserver-textdocument');
  const { URI } = await import('vscode-uri');
  const { default: MarkdownIt } = await import('markdown-it');
  const markdown = new MarkdownIt({ html: true });
  const never = () => ({ dispose() {} });
  const service = createLanguageService({
    parser: { slugifier: githubSlugifier, tokenize: async (document) => markdown.parse(document.getText(), {}) },
    logger: { level: 0, log() {} },
    workspace: {
      workspaceFolders: [URI.parse('file:///drafts')],
      onDidChangeMarkdownDocument: never,
      onDidCreateMarkdownDocument: never,
      onDidDeleteMarkdownDocument: never,
      getAllMarkdownDocuments: async () => [],
      hasMarkdownDocument: () => false,
      openMarkdownDocument: async () => undefined,
      stat: async () => undefined,
      readDirectory: async () => [],
    },
  });
  const level = DiagnosticLevel.warning;
  const options = {
    validateReferences: level,
    validateFragmentLinks: level,
    validateFileLinks: level,
    validateMarkdownFileLinkFragments: level,
    validateUnusedLinkDefinitions: level,
    validateDuplicateLinkDefinitions: level,
    ignoreLinks: [],
  };
  const token = { isCancellationRequested: false, onCancellationRequested: never };
  let version = 0;
  return async (text) => {
    version += 1;
    const document = TextDocument.create(`file:///drafts/${version}.md`, 'markdown', version, text);
    return (await service.computeDiagnostics(document, options, token)).length;
  };
}
