import type { ReactNode } from 'react';

/** For `t.rich`: the part of a sentence that matters most, `<b>` in the catalogue. */
export const strong = (part: ReactNode) => <strong>{part}</strong>;

/** For `t.rich`: a part that only adds something, `<muted>` in the catalogue. */
export const muted = (part: ReactNode) => <span className="ll-muted">{part}</span>;

/** For `t.rich`: what machines write and read, `<code>` in the catalogue. */
export const code = (part: ReactNode) => <code>{part}</code>;
