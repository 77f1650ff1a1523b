import type { ReactNode } from 'react';

/** For `t.rich`: the part of a sentence that matters most, `<b>` in the catalogue. */
export const strong = (part: ReactNode) => <strong>{part}</strong>;
