import { describe, expect, it } from 'vitest';
import { CleanUp } from './clean-up.ts';

function record() {
  const closed: string[] = [];
  const close = (name: string) => async () => void closed.push(name);
  return { closed, close };
}

describe('what was opened is closed', () => {
  it('the last first', async () => {
    const { closed, close } = record();
    const cleanUp = new CleanUp();
    for (const name of ['database', 'server', 'client']) await cleanUp.add(close(name));
    expect(closed).toEqual([]);
    await cleanUp.run();
    expect(closed).toEqual(['client', 'server', 'database']);
  });

  it('all of it, even when one thing cannot be closed; that is told afterwards', async () => {
    const { closed, close } = record();
    const cleanUp = new CleanUp();
    await cleanUp.add(close('database'));
    await cleanUp.add(() => Promise.reject(new Error('the server hangs')));
    await cleanUp.add(close('client'));
    await expect(cleanUp.run()).rejects.toThrow('the server hangs');
    expect(closed).toEqual(['client', 'database']);
  });

  it('several failures are told together', async () => {
    const cleanUp = new CleanUp();
    for (const name of ['one', 'two'])
      await cleanUp.add(() => {
        throw new Error(name);
      });
    await expect(cleanUp.run()).rejects.toMatchObject({
      errors: [{ message: 'two' }, { message: 'one' }],
    });
  });

  it('at once when it was opened by a start that nobody waited for any more', async () => {
    const { closed, close } = record();
    const cleanUp = new CleanUp();
    await cleanUp.run();
    await cleanUp.add(close('late'));
    expect(closed).toEqual(['late']);
  });

  it('once', async () => {
    const { closed, close } = record();
    const cleanUp = new CleanUp();
    await cleanUp.add(close('server'));
    await cleanUp.run();
    await cleanUp.run();
    expect(closed).toEqual(['server']);
  });
});
