/**
 * The content of pages: stacks and columns, lists and tables, and their loading states. Separate from `ui/index.ts`,
 * which loads before any page: the first load does without these.
 */
export { type Column, DataTable } from './data-table.tsx';
export { ErrorNote } from './error-note.tsx';
export { ForbiddenPage } from './forbidden-page.tsx';
export { List, ListRow, Tag } from './list.tsx';
export { LoadMore } from './load-more.tsx';
export { Loaded, LoadedPages, Loading } from './loaded.tsx';
export { isMissing } from './loading.ts';
export { Remark } from './remark.tsx';
export { RowsSkeleton } from './rows-skeleton.tsx';
export { type ColumnSort, SortButton } from './sort-button.tsx';
export { Columns, Stack, StackedForm, Timeline } from './stack.tsx';
export { useLinkKeys } from './use-link-keys.ts';
