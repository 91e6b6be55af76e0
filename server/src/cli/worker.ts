import { parentPort, workerData } from 'node:worker_threads';
import { type Job, work } from './job';
import { readFile } from './read';
import type { Reply, Request } from './threads';

/** The other end of `Threads`: does the tasks that come, one after the other. */
export function serve(): void {
  const port = parentPort;
  const job = workerData as Job;
  const reply = (message: Reply) => port?.postMessage(message);
  port?.on('message', async ([number, task]: Request) => {
    reply([number, await work(job, task, readFile(task.path))]);
  });
  reply('ready');
}
