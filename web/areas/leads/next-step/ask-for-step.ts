let shown: { readonly leadId: string; readonly open: () => void } | undefined;

/** Asks for the next step of the lead that is shown. */
export function askForStep(leadId: string): void {
  if (shown?.leadId === leadId) shown.open();
}

/** Calls `open` when the next step of the lead is asked for. @returns a function that ends that */
export function onStepAsked(leadId: string, open: () => void): () => void {
  const own = { leadId, open };
  shown = own;
  return () => {
    if (shown === own) shown = undefined;
  };
}
