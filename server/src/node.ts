/** Entry for Node: `--stdio`, `--node-ipc`, `--pipe` or `--socket`, as `vscode-languageserver` reads them. */
import { readFile, stat } from 'node:fs/promises';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server';

/** No file that somebody wrote by hand is longer; pipes and devices, which have no length, are left alone. */
const LONGEST = 1024 * 1024;

const TRANSPORT = /^--(?:stdio|node-ipc|pipe|socket)(?:=|$)/;

if (process.argv.some((word) => TRANSPORT.test(word))) {
  startServer(createConnection(ProposedFeatures.all), { readFile: readSmallFile });
} else {
  console.error('年报校核语言服务器：请由编辑器启动，如 node dist/server.js --stdio');
  console.error('Nianbao language server: to be started by an editor, as in node dist/server.js --stdio');
  process.exitCode = 2;
}

async function readSmallFile(uri: string): Promise<string | null> {
  try {
    const file = new URL(uri);
    const status = await stat(file);
    return status.isFile() && status.size <= LONGEST ? await readFile(file, 'utf8') : null;
  } catch {
    return null; // it is not there, or not for us
  }
}
