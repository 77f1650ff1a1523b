import type { ReactNode } from 'react';

/** For `t.rich`: the most important part of a sentence, `<b>` in the catalogue. */
export const strong = (part: ReactNode) => <strong>{part}</strong>;

/** For `t.rich`: text for screen readers only, `<hidden>` in the catalogue. */
export const hidden = (part: ReactNode) => <span className="ll-visually-hidden">{part}</span>;

/** For `t.rich`: text from other people, isolated so that its direction doesn't affect the text around it. */
export const isolated = (part: ReactNode) => <bdi>{part}</bdi>;

/** For `t.rich`: a less important part, `<muted>` in the catalogue. */
export const muted = (part: ReactNode) => <span className="ll-muted">{part}</span>;

/** For `t.rich`: ids and other code, `<code>` in the catalogue. */
export const code = (part: ReactNode) => <code>{part}</code>;
