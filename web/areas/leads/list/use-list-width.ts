import { type RefObject, useState } from 'react';
import { listWidths, type WidthRange } from '../../../../contract/leads/lists.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import type { Resizing } from './edge.tsx';
import { useRoom } from './use-room.ts';

const usualRem = 22;
/** What the open lead needs of the room. */
const leadRem = 20;

interface ListWidth {
  /** As it is shown, in rem. */
  readonly width: number;
  readonly range: WidthRange;
  readonly resizing: Resizing;
}

/** How wide the list next to an open lead is: as the person, or the view, has it, as far as there is room. */
export function useListWidth(
  desk: RefObject<HTMLElement | null>,
  { look, changeLook }: Pick<ListControl, 'look' | 'changeLook'>,
): ListWidth {
  const room = useRoom(desk);
  const [moving, setMoving] = useState<number | null>(null);
  const fits = room === undefined ? listWidths.most : Math.floor(room) - leadRem;
  const most = Math.max(listWidths.least, Math.min(listWidths.most, fits));
  const change = (listWidth: number | undefined) => {
    setMoving(null);
    changeLook({ listWidth });
  };
  return {
    width: Math.min(moving ?? look.listWidth ?? usualRem, most),
    range: { least: listWidths.least, most },
    resizing: {
      preview: setMoving,
      keep: change,
      cancel: () => setMoving(null),
      onFit: () => change(undefined),
    },
  };
}
