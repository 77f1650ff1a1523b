import { logoLimits } from '../../../../contract/profiles/lists.ts';

/** A size in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A part of a picture, in its pixels. */
export interface Box extends Size {
  /** Of its beginning, from the edges of the picture. */
  readonly x: number;
  readonly y: number;
}

export type Shape = 'square' | 'free';

/** Logos can't be smaller than this in either direction. */
const leastSide = 16;

const within = (value: number, least: number, most: number) =>
  Math.round(Math.min(Math.max(value, least), Math.max(least, most)));

/** What is selected at first: the largest square in the middle, or the whole picture. */
export function firstBox({ width, height }: Size, shape: Shape): Box {
  if (shape === 'free') return { x: 0, y: 0, width, height };
  const side = Math.min(width, height);
  return {
    x: Math.round((width - side) / 2),
    y: Math.round((height - side) / 2),
    width: side,
    height: side,
  };
}

/** Moves a selection, never out of the picture. */
export function moveBox(box: Box, { width, height }: Size, [along, down]: readonly [number, number]): Box {
  return {
    ...box,
    x: within(box.x + along, 0, width - box.width),
    y: within(box.y + down, 0, height - box.height),
  };
}

/** Moves the last corner of a selection, never out of the picture; a square stays one. */
export function resizeBox(
  box: Box,
  picture: Size,
  [along, down]: readonly [number, number],
  shape: Shape,
): Box {
  const room = { width: picture.width - box.x, height: picture.height - box.y };
  if (shape === 'free')
    return {
      ...box,
      width: within(box.width + along, Math.min(leastSide, room.width), room.width),
      height: within(box.height + down, Math.min(leastSide, room.height), room.height),
    };
  const most = Math.min(room.width, room.height);
  const larger = Math.abs(along) > Math.abs(down) ? along : down;
  const side = within(box.width + larger, Math.min(leastSide, most), most);
  return { ...box, width: side, height: side };
}

/** The size of the logo that a selection becomes: as it is, or no wider than a logo may be. */
export function logoSize({ width, height }: Size): Size {
  const shown = Math.min(Math.round(width), logoLimits.width);
  return { width: shown, height: Math.max(1, Math.round((height * shown) / width)) };
}
