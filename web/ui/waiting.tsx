import { Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import classes from './waiting.module.css';
import { shared } from './words/catalogue.ts';

const lateMs = 300;

/** Whether something has been waited for longer than what people take for at once. */
export function useIsLate(isWaiting: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setLate(true), lateMs);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isWaiting]);
  return isLate;
}

/**
 * Says that what was asked for is on its way, once it takes a while.
 * @param isInline in its place; otherwise at the bottom of the window, for what will open above the page
 */
export function Waiting({ isInline = false }: { isInline?: boolean }) {
  const isLate = useIsLate(true);
  return (
    <div className={isInline ? classes.inline : classes.above} role="status" data-shown={isLate || undefined}>
      {isLate && (
        <>
          <Loader size="1rem" aria-hidden />
          {shared('loading')}
        </>
      )}
    </div>
  );
}
