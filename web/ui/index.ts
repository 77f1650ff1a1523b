/** The building blocks of every page; code that loads before any page imports them from their files. */
export { Buttons } from './buttons.tsx';
export { CopyButton } from './copy-button.tsx';
export * from './format.ts';
export type { FindMarks } from './found/find-marks.ts';
export { FoundText, SearchedFor, useFindMarks } from './found/found-text.tsx';
export { type Hotness, hotness } from './hot.ts';
export {
  Badge,
  HotMark,
  leadState,
  Mark,
  QualityMark,
  StatusBadge,
  TestMark,
  ValidityMark,
  WithheldMark,
} from './marks/marks.tsx';
export { readNow, useNow } from './now.ts';
export { FieldList, Page, Panel, useDocumentTitle } from './page.tsx';
export { EmptyState, ErrorState, NoPermission } from './states.tsx';
export { useLocale } from './use-locale.ts';
export {
  AbsoluteTime,
  CalendarDay,
  CountryName,
  LeftToRight,
  Money,
  NoValue,
  RelativeTime,
  useHasPassed,
} from './values.tsx';
export { browserZone, formerZoneNames, presentZoneName, wordZone } from './zone-names.ts';
