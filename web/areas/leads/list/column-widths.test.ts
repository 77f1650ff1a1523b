import { describe, expect, it } from 'vitest';
import { spreadWidths } from './column-widths.ts';

const usual = (width: number) => ({ width });
const own = (width: number) => ({ width, hasOwnWidth: true });

describe('WS-2: the widths of columns', () => {
  it('share what is left over in proportion', () => {
    expect(spreadWidths([usual(10), usual(30)], 80)).toEqual([20, 60]);
  });

  it('are exactly what someone chose, and the others share the rest', () => {
    expect(spreadWidths([own(10), usual(10), usual(30)], 90)).toEqual([10, 20, 60]);
    expect(spreadWidths([own(10), own(30)], 80)).toEqual([10, 30]);
  });

  it('are as wanted while there is too little room, or while it is not known', () => {
    expect(spreadWidths([own(10), usual(30)], 20)).toEqual([10, 30]);
    expect(spreadWidths([own(10), usual(30)], undefined)).toEqual([10, 30]);
  });
});
