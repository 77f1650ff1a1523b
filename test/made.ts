import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { CleanUp } from './clean-up.ts';

/** Creates something, and registers for each thing that it opens how to close it. */
export type Make<T> = (cleanUp: CleanUp) => T | Promise<T>;

/**
 * Creates something once, before the tests of this file or `describe`, and afterwards closes everything that was opened
 * for it, even when it failed halfway. The result can be passed on immediately, and used inside hooks and tests.
 */
export function useMade<T extends object>(make: Make<T>): T {
  const cleanUp = new CleanUp();
  let made: T | undefined;
  beforeAll(async () => {
    made = await make(cleanUp);
  });
  afterAll(() => cleanUp.run());
  return makeStandIn(() => {
    if (made === undefined)
      throw new Error('it is made before the tests: only they and their hooks can look into it');
    return made;
  });
}

/** Creates something for the running test, and afterwards closes everything that was opened for it. */
export async function makeForTest<T>(make: Make<T>): Promise<T> {
  const cleanUp = new CleanUp();
  onTestFinished(() => cleanUp.run());
  return make(cleanUp);
}

/**
 * An object that stands in for another, once that exists; not for one with internal slots, such as a Map or a Buffer.
 */
function makeStandIn<T extends object>(find: () => T): T {
  const handler: ProxyHandler<object> = {
    get: (_, key) => Reflect.get(find(), key),
    set: (_, key, value) => Reflect.set(find(), key, value),
    has: (_, key) => Reflect.has(find(), key),
    ownKeys: () => Reflect.ownKeys(find()),
    getOwnPropertyDescriptor: (_, key) => Reflect.getOwnPropertyDescriptor(find(), key),
  };
  // Everything is forwarded to the other one, so that it has that one's type.
  return new Proxy({}, handler) as T;
}
