import type { ComponentType, ReactNode } from 'react';
import { useLoaded } from './load-when-idle.ts';

interface Later<Props> {
  (props: Props): ReactNode;
  /** For loading the code ahead, as with `loadAhead`: from then on, the component is there at once. */
  load: () => Promise<{ default: ComponentType<Props> }>;
}

/**
 * A component whose code comes when it is first rendered. A failed attempt, as offline, is made again while it is
 * rendered, and takes nothing of the page with it: `React.lazy` would hand the failure to the page, and keep it.
 * @param load imports the component as `default`
 * @param whileLoading what is shown until then; usually nothing
 */
export function later<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  whileLoading: (props: Props) => ReactNode = () => null,
): Later<Props> {
  const Part = (props: Props) => {
    const Loaded = useLoaded(load, true)?.default;
    return Loaded ? <Loaded {...props} /> : whileLoading(props);
  };
  return Object.assign(Part, { load });
}
