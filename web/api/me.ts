import { createContext, useContext } from 'react';
import type { Me } from '../../contract/identity/identity.ts';

/** The signed-in person, provided by the shell around every page. */
export const MeContext = createContext<Me | null>(null);

/** The signed-in person. Only for use inside pages: the shell shows sign-in to everyone else. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error('useMe is used outside of the signed-in part of the app');
  return me;
}

/** Like {@link useMe}, for building blocks that the sign-in page uses too. */
export function useOptionalMe(): Me | null {
  return useContext(MeContext);
}
