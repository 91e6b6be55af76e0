/**
 * Entry of the command line. All that it does is in a file of its own, so that what Node compiled of it can be kept
 * from one run to the next (Node 22 and newer; `NODE_DISABLE_COMPILE_CACHE=1` turns it off).
 */
import module, { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';

const load = () => createRequire(__filename)('./command.js') as typeof import('./command');

/**
 * Node keeps what is compiled as a file is loaded, which is next to nothing of it, unless functions are compiled before
 * they are called: three quarters of the time for a draft would go into compiling them anew in each run.
 */
function loadFromCache(): ReturnType<typeof load> {
  setFlagsFromString('--no-lazy');
  try {
    const { status } = module.enableCompileCache();
    const { ENABLED, ALREADY_ENABLED } = module.constants.compileCacheStatus;
    if (status !== ENABLED && status !== ALREADY_ENABLED) setFlagsFromString('--lazy');
    return load();
  } finally {
    setFlagsFromString('--lazy');
  }
}

('enableCompileCache' in module ? loadFromCache() : load()).main();
