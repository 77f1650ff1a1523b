import { Skeleton } from '@mantine/core';

interface RowsSkeletonProps {
  rows: number;
  /** Of each, in pixels. */
  height?: number;
}

/** Bars in place of rows that are loading. */
export function RowsSkeleton({ rows, height = 40 }: RowsSkeletonProps) {
  return (
    <div style={{ padding: '1rem' }} aria-busy>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars without meaning
        <Skeleton key={row} height={height} mb={8} radius="sm" />
      ))}
    </div>
  );
}
