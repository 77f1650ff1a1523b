import type { ReactNode } from 'react';
import { AbsoluteTime, RelativeTime } from './values.tsx';

/** For `t.rich`: the part of a sentence that matters most, `<b>` in the catalogue. */
export const strong = (part: ReactNode) => <strong>{part}</strong>;

/** For `t.rich`: a part that only adds something, `<muted>` in the catalogue. */
export const muted = (part: ReactNode) => <span className="ll-muted">{part}</span>;

/** For `t.rich`: what machines write and read, `<code>` in the catalogue. */
export const code = (part: ReactNode) => <code>{part}</code>;

/** For `t.rich`: how long ago or ahead a moment is, `<when></when>` in the catalogue. */
export const relative = (at: string) => () => <RelativeTime at={at} />;

/** For `t.rich`: the exact moment, or its day alone, `<when></when>` in the catalogue. */
export const absolute = (at: string, dayOnly?: 'day') => () => (
  <AbsoluteTime at={at} dayOnly={dayOnly === 'day'} />
);
