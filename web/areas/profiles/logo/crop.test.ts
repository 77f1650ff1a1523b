import { describe, expect, it } from 'vitest';
import { firstBox, logoSize, moveBox, resizeBox } from './crop.ts';

const wide = { width: 900, height: 300 };

describe('BP-12: the part of a picture that becomes the logo', () => {
  it('BP-12 is the largest square in the middle at first, or the whole picture', () => {
    expect(firstBox(wide, 'square')).toEqual({ x: 300, y: 0, width: 300, height: 300 });
    expect(firstBox(wide, 'free')).toEqual({ x: 0, y: 0, ...wide });
  });

  it('BP-12 stays within the picture wherever it is moved', () => {
    const box = firstBox(wide, 'square');
    expect(moveBox(box, wide, [1000, 50])).toEqual({ ...box, x: 600, y: 0 });
    expect(moveBox(box, wide, [-1000, -50])).toEqual({ ...box, x: 0, y: 0 });
  });

  it('BP-12 stays a square and within the picture however it is resized', () => {
    const box = { x: 800, y: 100, width: 50, height: 50 };
    expect(resizeBox(box, wide, [500, 10], 'square')).toEqual({ ...box, width: 100, height: 100 });
    expect(resizeBox(box, wide, [0, -500], 'square')).toEqual({ ...box, width: 16, height: 16 });
    expect(resizeBox(box, wide, [500, 10], 'free')).toEqual({ ...box, width: 100, height: 60 });
  });

  it('BP-12 becomes no wider than a logo may be, and keeps its shape', () => {
    expect(logoSize({ width: 900, height: 300 })).toEqual({ width: 300, height: 100 });
    expect(logoSize({ width: 120, height: 80 })).toEqual({ width: 120, height: 80 });
    expect(logoSize({ width: 20_000, height: 16 })).toEqual({ width: 300, height: 1 });
  });
});
