/** Entry for Node: `--stdio`, `--node-ipc`, `--pipe` or `--socket`, as `vscode-languageserver` reads them. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server';

startServer(createConnection(ProposedFeatures.all));
