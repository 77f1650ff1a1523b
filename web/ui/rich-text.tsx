import type { ReactNode } from 'react';

/** For `t.rich`: the part of a sentence that matters most, `<b>` in the catalogue. */
export const strong = (part: ReactNode) => <strong>{part}</strong>;

/** For `t.rich`: what only screen readers are told, `<hidden>` in the catalogue. */
export const hidden = (part: ReactNode) => <span className="ll-visually-hidden">{part}</span>;

/** For `t.rich`: words of somebody else, whose direction must not turn the signs around them. */
export const isolated = (part: ReactNode) => <bdi>{part}</bdi>;

/** For `t.rich`: a part that only adds something, `<muted>` in the catalogue. */
export const muted = (part: ReactNode) => <span className="ll-muted">{part}</span>;

/** For `t.rich`: what machines write and read, `<code>` in the catalogue. */
export const code = (part: ReactNode) => <code>{part}</code>;
