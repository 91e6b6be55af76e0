import type { Severity } from '../core';
import type { Language } from '../words';
import type { UsageError } from './arguments';
import type { Summary } from './format';
import type { Unwritten } from './job';
import { LARGEST, type Refusal } from './read';
import { printable } from './terminal';

/** Why something was not done with a path. */
type Reason = Refusal | Unwritten | 'crashed';

interface CliWords {
  readonly severity: Readonly<Record<Severity, string>>;
  readonly summary: (summary: Summary) => string;
  readonly refusal: Readonly<Record<Reason, string>>;
  readonly usage: Readonly<Record<UsageError['problem'], (given: string) => string>>;
  readonly seeHelp: string;
  readonly help: string;
}

/** The line for the error stream about a path that could not be read or written. */
export function refused(path: string, reason: Reason, language: Language): string {
  return `${printable(path)}${language === 'zh' ? '：' : ': '}${CLI_WORDS[language].refusal[reason]}\n`;
}

const MIB = LARGEST / 1024 / 1024;

/** What the command line says, beside the messages of the findings. */
export const CLI_WORDS: Readonly<Record<Language, CliWords>> = {
  zh: {
    severity: { error: '错误', warning: '警告', information: '信息', hint: '提示' },
    summary: ({ files, errors, warnings, others, fixed }) => {
      const found = [
        errors > 0 ? `${errors} 个错误` : '',
        warnings > 0 ? `${warnings} 个警告` : '',
        others > 0 ? `${others} 条提示` : '',
      ].filter(Boolean);
      if (files === 0) return '没有找到可检查的草稿';
      const mended = fixed === undefined ? '' : `修正 ${fixed} 处，`;
      const left = found.length > 0 ? `${mended === '' ? '' : '还有 '}${found.join('，')}` : '没有发现问题';
      return `共检查 ${files} 个文件：${mended}${left}`;
    },
    refusal: {
      missing: '没有这个文件或文件夹',
      denied: '没有读取权限',
      folder: '是文件夹，这里需要一个文件',
      large: `超过 ${MIB} MiB，不会是年度报告`,
      unmatched: '没有文件与之匹配',
      failed: '读取失败',
      special: '是管道、设备或套接字，不是文件；标准输入请写 -',
      crashed: '校核时程序出错，请把下面几行连同草稿报告给我们',
      readonly: '没有写入权限，没有修正',
      full: '磁盘已满，没有修正，原文件未动',
      changed: '读取之后被别的程序改过，没有修正',
      unwritten: '写入失败，没有修正，原文件未动',
      pdf: '是 PDF，不是文本；请把文字另存为 .txt 或 .md 再检查',
      office: '是 Word、WPS 文档或压缩包，不是文本；请另存为 .txt 再检查',
      rtf: '是 RTF 文档，不是纯文本；请另存为 .txt 再检查',
      image: '是图片，不是文本',
      binary: '是二进制文件，不是文本',
      encoding: '编码无法识别；请存为 UTF-8、UTF-16 或 GB18030',
    },
    usage: {
      'no-command': () => '缺少命令',
      command: (given) => `没有这个命令：${given}`,
      option: (given) => `没有这个选项：${given}`,
      value: (given) => `${given} 后面缺少值`,
      language: (given) => `--lang 只能是 zh 或 en，不能是 ${given}`,
      format: (given) => `不支持的格式：${given}`,
      severity: (given) => `--severity 应写成 规则=级别（如 table/blank=off），不能是 ${given}`,
      rule: (given) => `没有这条规则：${given}`,
      threads: (given) => `--threads 应为 1 到 999 的整数，不能是 ${given}`,
      'one-path': (given) => `${given} 需要且只能有一个文件`,
    },
    seeHelp: '用法见 nianbao --help',
    help: `年报校核：检查政府信息公开工作年度报告草稿

用法：
  nianbao check [路径…]    检查草稿：文件、文件夹、通配符，- 为标准输入，省略为当前文件夹
      --format 格式        text（默认）、json、sarif（SARIF 2.1.0）、github（工作流注释）
      --fix                先修正标题、编号、行名列名（不改数字），再报告余下的；
                           - 修正后的文字写到标准输出，报告写到标准错误
      --severity 规则=级别  改变规则的级别，可多次使用
                           级别：error warning information hint off default
  nianbao data 路径        输出从草稿读出的数据（JSON）
      --format jsonl       任意多个文件、文件夹、通配符，每份草稿一行
  nianbao lsp              语言服务器，默认 --stdio；也可 --node-ipc、--pipe=名称、--socket=端口
  nianbao --version        版本
  nianbao --help           本说明

  check 和 data 都有：
      --recognise          直接写出的文件也按内容识别，不是年度报告的跳过
      --threads 数         同时用几个线程，默认与处理器核数相同；1 为不另开线程
  --lang zh|en             输出语言，默认 zh

文件夹中只检查内容是年度报告的 .txt .md .markdown 文件和全部 .nianbao 文件；直接写出的文件一律检查。
草稿所在的文件夹或最近的上级文件夹里有 nianbao.config.json 的，级别和不检查的文件以它为准，--severity 又优先于它。
退出状态：0 没有错误，1 有错误，2 用法不对、有路径无法读取或写入、配置文件有误（其余照查）。
文件超过 ${MIB} MiB 的不读；管道、设备不读（标准输入写 -）。
`,
  },
  en: {
    severity: { error: 'error', warning: 'warning', information: 'information', hint: 'hint' },
    summary: ({ files, errors, warnings, others, fixed }) => {
      const found = [
        errors > 0 ? number(errors, 'error') : '',
        warnings > 0 ? number(warnings, 'warning') : '',
        others > 0 ? number(others, 'hint') : '',
      ].filter(Boolean);
      if (files === 0) return 'no draft found to check';
      const mended = fixed === undefined ? '' : `${fixed} fixed, `;
      const left = found.length > 0 ? `${found.join(', ')}${mended === '' ? '' : ' left'}` : 'no problems';
      return `${number(files, 'file')} checked: ${mended}${left}`;
    },
    refusal: {
      missing: 'no such file or folder',
      denied: 'permission denied',
      folder: 'is a folder; a file is needed here',
      large: `is larger than ${MIB} MiB and cannot be an annual report`,
      unmatched: 'no file matches',
      failed: 'cannot be read',
      special: 'is a pipe, device or socket, not a file; standard input is -',
      crashed: 'made the program fail; please report the lines below together with the draft',
      readonly: 'cannot be written; nothing was fixed',
      full: 'could not be written, the disk is full; nothing was fixed and the file is as it was',
      changed: 'was changed by another program meanwhile; nothing was fixed',
      unwritten: 'could not be written; nothing was fixed and the file is as it was',
      pdf: 'is a PDF, not text; save its text as .txt or .md first',
      office: 'is a Word or WPS document or an archive, not text; save it as .txt first',
      rtf: 'is an RTF document, not plain text; save it as .txt first',
      image: 'is an image, not text',
      binary: 'is a binary file, not text',
      encoding: 'has an unknown encoding; save it as UTF-8, UTF-16 or GB18030',
    },
    usage: {
      'no-command': () => 'a command is missing',
      command: (given) => `unknown command: ${given}`,
      option: (given) => `unknown option: ${given}`,
      value: (given) => `${given} needs a value`,
      language: (given) => `--lang is zh or en, not ${given}`,
      format: (given) => `unsupported format: ${given}`,
      severity: (given) => `--severity takes rule=level (such as table/blank=off), not ${given}`,
      rule: (given) => `there is no rule ${given}`,
      threads: (given) => `--threads takes a whole number from 1 to 999, not ${given}`,
      'one-path': (given) => `${given} needs exactly one file`,
    },
    seeHelp: 'see nianbao --help',
    help: `nianbao checks drafts of the annual report on government information disclosure

Usage:
  nianbao check [PATH…]       check drafts: files, folders, globs, - for standard input; default: this folder
      --format FORMAT         text (default), json, sarif (SARIF 2.1.0), github (workflow commands)
      --fix                   first fix titles, numbers of sections and labels (no figure), then report what is left;
                              with -, the fixed text goes to standard output and the report to standard error
      --severity RULE=LEVEL   change the level of a rule; may be repeated
                              levels: error warning information hint off default
  nianbao data PATH           print the data read out of a draft (JSON)
      --format jsonl          of any number of files, folders and globs, a line for each draft
  nianbao lsp                 language server, by default --stdio; or --node-ipc, --pipe=NAME, --socket=PORT
  nianbao --version           version
  nianbao --help              this text

  check and data:
      --recognise             pass over what is no report even where it is named
      --threads N             use N threads at a time, by default one a processor; 1 starts none
  --lang zh|en                language of the output, default zh

In folders only .txt, .md and .markdown files whose content is that of a report, and all .nianbao files, are checked;
a file that is named is always checked.
The nearest nianbao.config.json upwards from a draft sets levels and files to leave out; --severity comes before it.
Exit status: 0 no error, 1 errors found, 2 wrong usage, a path that cannot be read or written, or a faulty
configuration (the rest is checked). Files of more than ${MIB} MiB, pipes and devices are not read.
`,
  },
};

function number(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
