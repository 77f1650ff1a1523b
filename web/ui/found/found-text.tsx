import { createContext, Fragment, type ReactNode, use, useMemo } from 'react';
import { type FindMarks, marksOf } from './find-marks.ts';

const SearchMarks = createContext<FindMarks>(() => []);

/** What is looked for in the {@link FoundText} within; undefined: nothing. */
export function SearchedFor({ search, children }: { search: string | undefined; children: ReactNode }) {
  const find = useMemo(() => marksOf(search ?? ''), [search]);
  return <SearchMarks value={find}>{children}</SearchMarks>;
}

/** Finds what is looked for here in a text. */
export function useFindMarks(): FindMarks {
  return use(SearchMarks);
}

/** A text in which the words of the search are marked, as they were written. */
export function FoundText({ children: text }: { children: string }) {
  const marks = useFindMarks()(text);
  if (marks.length === 0) return text;
  return (
    <>
      {marks.map(({ from, to }, at) => (
        <Fragment key={from}>
          {text.slice(marks[at - 1]?.to ?? 0, from)}
          <mark className="ll-found">{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.to)}
    </>
  );
}
