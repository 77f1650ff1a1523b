import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { CleanUp } from './clean-up.ts';

/** Makes something, and says with each thing that it opens how to close it. */
export type Make<T> = (cleanUp: CleanUp) => T | Promise<T>;

/**
 * Makes something once, before the tests of this file or `describe`, and closes after them whatever was opened for it,
 * also when it failed half way. The answer can be handed on at once, and be looked into by hooks and tests.
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

/** Makes something for the test that runs, and closes after it whatever was opened for it. */
export async function makeForTest<T>(make: Make<T>): Promise<T> {
  const cleanUp = new CleanUp();
  onTestFinished(() => cleanUp.run());
  return make(cleanUp);
}

/** An object that is another one, as soon as that is there; not for one that only knows itself, as a Map or a Buffer. */
function makeStandIn<T extends object>(find: () => T): T {
  const handler: ProxyHandler<object> = {
    get: (_, key) => Reflect.get(find(), key),
    set: (_, key, value) => Reflect.set(find(), key, value),
    has: (_, key) => Reflect.has(find(), key),
    ownKeys: () => Reflect.ownKeys(find()),
    getOwnPropertyDescriptor: (_, key) => Reflect.getOwnPropertyDescriptor(find(), key),
  };
  // Whatever is asked of it is asked of the other one, so that it has that one's type.
  return new Proxy({}, handler) as T;
}
