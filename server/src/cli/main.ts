/**
 * Entry of the command line. All that it does is in a file of its own, so that what Node compiled of it can be kept
 * from one run to the next (Node 22 and newer; `NODE_DISABLE_COMPILE_CACHE=1` turns it off).
 */
import module, { createRequire } from 'node:module';

module.enableCompileCache?.();
(createRequire(__filename)('./command.js') as typeof import('./command')).main();
