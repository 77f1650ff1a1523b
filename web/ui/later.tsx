import type { ComponentType, ReactNode } from 'react';
import { useLoaded } from './load-when-idle.ts';

interface Later<Props> {
  (props: Props): ReactNode;
  /** Loads the code ahead; from then on, the component is there at once. */
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
  let known: ComponentType<Props> | undefined;
  const loadOnce = async () => {
    const module = await load();
    known = module.default;
    return module;
  };
  const Part = (props: Props) => {
    const Loaded = useLoaded(loadOnce, true)?.default ?? known;
    return Loaded ? <Loaded {...props} /> : whileLoading(props);
  };
  return Object.assign(Part, { load: loadOnce });
}
