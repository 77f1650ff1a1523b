import type { ReactNode } from 'react';

/** `<name>` in a text: a name from outside, isolated from the direction of the text around it. */
export const marks = { name: (name: ReactNode) => <bdi>{name}</bdi> };
