/** At this width or below, the list of settings and an open section do not fit side by side. */
export const narrowSettings = '(max-width: 52em)';
