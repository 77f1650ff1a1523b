import type { WidthRange } from '../../../../contract/leads/lists.ts';
import { clampWidth } from '../../../lead-query/look.ts';

/** How wide something is after a press of a key on its edge, in rem; undefined: the key does not change it. */
export function widthAfterKey(
  width: number,
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  range: WidthRange,
): number | undefined {
  const step = shiftKey ? 2 : 0.5;
  if (key === 'ArrowRight') return clampWidth(width + step, range);
  if (key === 'ArrowLeft') return clampWidth(width - step, range);
  if (key === 'Home') return range.least;
  return key === 'End' ? range.most : undefined;
}
