import type { ReactNode } from 'react';
import { useLoaded } from './late-code.ts';
import { Waiting } from './waiting.tsx';

type Component = (props: never) => ReactNode;
type PropsOf<Part> = Part extends (props: infer Props) => ReactNode ? Props : never;

interface Later<Module, Props> {
  (props: Props): ReactNode;
  /** For loading the code ahead, as with `loadAhead`: from then on, the component is there at once. */
  load: () => Promise<Module>;
}

/**
 * A component whose code comes when it is first rendered. A failed attempt, as offline, is made again while it is
 * rendered, and takes nothing of the page with it: `React.lazy` would hand the failure to the page, and keep it.
 * @param name what the module calls it
 * @param whileLoading what is shown until then; usually that it is on its way, once it takes a while
 */
export function later<Module extends Record<Name, Component>, Name extends keyof Module & string>(
  load: () => Promise<Module>,
  name: Name,
  whileLoading: (props: PropsOf<Module[Name]>) => ReactNode = () => <Waiting />,
): Later<Module, PropsOf<Module[Name]>> {
  const Part = (props: PropsOf<Module[Name]>) => {
    const Loaded = useLoaded(load, true)?.[name] as ((props: object) => ReactNode) | undefined;
    return Loaded ? <Loaded {...(props as object)} /> : whileLoading(props);
  };
  return Object.assign(Part, { load });
}
