import { afterAll, describe, expect, it } from 'vitest';
import { makeForTest, useMade } from './made.ts';

const closed: string[] = [];

describe('what is made before the tests', () => {
  const order: string[] = [];
  const first = useMade(async (cleanUp) => {
    order.push('first');
    await cleanUp.add(() => closed.push('first'));
    return { name: 'Contoso', greet: (who: string) => `Hello ${who}` };
  });
  const second = useMade(async (cleanUp) => {
    order.push('second');
    await cleanUp.add(() => closed.push('second'));
    return { of: first.name };
  });

  it('is made once, in the order in which it is asked for, and can use what is there by then', () => {
    expect(order).toEqual(['first', 'second']);
    expect(second.of).toBe('Contoso');
  });

  it('is what was made: its fields, its functions, and equal to it', () => {
    expect(first.greet('Ada')).toBe('Hello Ada');
    expect('name' in first && !('title' in first)).toBe(true);
    expect(Object.keys(first)).toEqual(['name', 'greet']);
    expect({ ...second }).toEqual({ of: 'Contoso' });
    expect(second).toEqual({ of: 'Contoso' });
  });

  const later = useMade(() => ({ name: 'later' }));
  let early: unknown;
  try {
    early = later.name;
  } catch (error) {
    early = error;
  }
  it('is not looked into before: a test that tries is told so', () => {
    expect(String(early)).toContain('only they and their hooks can look into it');
    expect(later.name).toBe('later');
  });
});

describe('what is made for one test', () => {
  const opened: string[] = [];

  it('is there in it', async () => {
    const made = await makeForTest(async (cleanUp) => {
      await cleanUp.add(() => opened.pop());
      opened.push('server');
      return { name: 'server' };
    });
    expect([made.name, ...opened]).toEqual(['server', 'server']);
  });

  it('and closed after it', () => {
    expect(opened).toEqual([]);
  });
});

describe('at the end', () => {
  it('what is made for a describe is closed with it, the last first', () => {
    expect(closed).toEqual(['second', 'first']);
  });
});

describe('what fails half way', () => {
  const halfMade: string[] = [];
  afterAll(() => expect(halfMade).toEqual([]));

  it('is closed as far as it was opened', async () => {
    const failing = makeForTest(async (cleanUp) => {
      halfMade.push('database');
      await cleanUp.add(() => halfMade.pop());
      throw new Error('the server does not start');
    });
    await expect(failing).rejects.toThrow('the server does not start');
  });
});
