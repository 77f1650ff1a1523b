/** Longer than the list takes to open; whoever stayed on another page meanwhile no longer wants the menu. */
const patienceMs = 30_000;

let open: (() => void) | undefined;
let askedAt: number | undefined;

/** Opens the menu of views, now or as soon as the list is shown. */
export function askForViews(): void {
  if (open) open();
  else askedAt = Date.now();
}

/** Calls `listener` when the menu of views should open. @returns a function that ends that */
export function onViewsAsked(listener: () => void): () => void {
  open = listener;
  const isWaiting = askedAt !== undefined && Date.now() - askedAt < patienceMs;
  askedAt = undefined;
  if (isWaiting) listener();
  return () => {
    if (open === listener) open = undefined;
  };
}
