import { Skeleton } from '@mantine/core';
import classes from './sections.module.css';

/** Rows that are on the way. */
export function ListSkeleton({ rows }: { rows: number }) {
  return (
    <div className={classes.skeleton} aria-busy>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars without meaning
        <Skeleton key={row} height={40} mb={10} radius="sm" />
      ))}
    </div>
  );
}
