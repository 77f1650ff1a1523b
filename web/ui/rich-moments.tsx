import { AbsoluteTime, RelativeTime } from './values.tsx';

/** For `t.rich`: how long ago or ahead a moment is, `<when></when>` in the catalogue. */
export const relative = (at: string) => () => <RelativeTime at={at} />;

/** For `t.rich`: the exact moment, or its day alone, `<when></when>` in the catalogue. */
export const absolute = (at: string, dayOnly?: 'day') => () => (
  <AbsoluteTime at={at} dayOnly={dayOnly === 'day'} />
);
