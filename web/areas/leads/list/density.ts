import { useState } from 'react';
import { useMe } from '../../../api/me.ts';
import { personalKey, recall, remember } from '../../../lead-query/remembered.ts';

/** The height of a table row in rem: two lines, or one. */
export const rowHeightRem = { comfortable: 3.25, compact: 2.25 } as const;

export type Density = keyof typeof rowHeightRem;

export interface DensityChoice {
  density: Density;
  set: (density: Density) => void;
}

/** The person's row density, remembered in this browser with the columns. */
export function useDensity(): DensityChoice {
  const key = personalKey(useMe(), 'density');
  const [density, setDensity] = useState<Density>(() =>
    recall(key) === 'compact' ? 'compact' : 'comfortable',
  );
  const set = (next: Density) => {
    setDensity(next);
    remember(key, next);
  };
  return { density, set };
}
