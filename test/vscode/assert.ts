/** What the suite uses of `node:assert`, for a web worker, where that is not there. It has to be as strict. */
import { assert } from 'chai';

export const strict: (value: unknown, message?: string) => asserts value = Object.assign(
  (value: unknown, message?: string) => assert.isOk(value, message),
  {
    ok: assert.isOk,
    equal: assert.strictEqual,
    notEqual: assert.notStrictEqual,
    deepEqual: assert.deepStrictEqual,
    notDeepEqual: assert.notDeepEqual,
    match: assert.match,
    fail: (message: string) => assert.fail(message),
    rejects: (promise: Promise<unknown>) =>
      promise.then(
        () => assert.fail('it was expected to be rejected'),
        () => undefined,
      ),
  },
);
