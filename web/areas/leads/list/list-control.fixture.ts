import { useState } from 'react';
import { vi } from 'vitest';
import { defaultListState, type ListState } from '../../../lead-query/list-state.ts';
import { type Look, usualLook } from '../../../lead-query/look.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';

/** For tests: a list whose state is kept here instead of in the address, with everything that changed it. */
export function fakeList(begin: Partial<ListState> = {}) {
  const changed = vi.fn<ListControl['change']>();
  function useControl(): ListControl {
    const [state, setState] = useState<ListState>({ ...defaultListState, ...begin });
    const change = (part: Partial<ListState>) => {
      changed(part);
      setState((before) => ({ ...before, ...part }));
    };
    const [look, setLook] = useState<Look>(usualLook);
    const changeLook = (part: Partial<Look>) => setLook((before) => ({ ...before, ...part }));
    return {
      state,
      change,
      look,
      changeLook,
      restoring: false,
      view: undefined,
      isChanged: false,
      isViewMissing: false,
    };
  }
  return { useControl, changed };
}
