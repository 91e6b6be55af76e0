/** One tool in a process of its own, over one file or all of a folder: `node check.mjs TOOL PATH`. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { TOOLS } from './tools.mjs';

const [name, path] = process.argv.slice(2);
const run = await TOOLS[name].load();
const files = statSync(path).isDirectory() ? readdirSync(path).map((file) => join(path, file)) : [path];
let findings = 0;
for (const file of files) findings += await run(readFileSync(file, 'utf8'));
console.log(JSON.stringify({ files: files.length, findings }));
