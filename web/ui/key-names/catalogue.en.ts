/** What keyboards call their keys. */
export const english = {
  ctrl: 'Ctrl',
  shift: 'Shift',
  alt: 'Alt',
  enter: 'Enter',
  esc: 'Esc',
  home: 'Home',
  end: 'End',
} as const;
