import type { WidthRange } from '../../../../contract/leads/lists.ts';
import { clampWidth } from '../../../lead-query/look.ts';
import { stepOf } from '../../../ui/direction.ts';

/** How wide something is after a press of a key on its edge, in rem; undefined: the key does not change it. */
export function widthAfterKey(
  width: number,
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  range: WidthRange,
): number | undefined {
  const step = shiftKey ? 2 : 0.5;
  const way = stepOf(key);
  if (way !== undefined) return clampWidth(width + way * step, range);
  if (key === 'Home') return range.least;
  return key === 'End' ? range.most : undefined;
}
