import type { ReactNode } from 'react';

/** What stands in a text as `<name>`: a name from outside, whatever the direction it is written in. */
export const marks = { name: (name: ReactNode) => <bdi>{name}</bdi> };
