/** Entry for Node: `--stdio`, `--node-ipc`, `--pipe` or `--socket`, as `vscode-languageserver` reads them. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server';

const TRANSPORT = /^--(?:stdio|node-ipc|pipe|socket)(?:=|$)/;

if (process.argv.some((word) => TRANSPORT.test(word))) {
  startServer(createConnection(ProposedFeatures.all));
} else {
  console.error('年报校核语言服务器：请由编辑器启动，如 node dist/server.js --stdio');
  console.error('Nianbao language server: to be started by an editor, as in node dist/server.js --stdio');
  process.exitCode = 2;
}
