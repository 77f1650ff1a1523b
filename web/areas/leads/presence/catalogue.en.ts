/** Who else has a lead open. */
export const english = {
  looking: '{count, plural, one {{names} is looking at this lead} other {{names} are looking at this lead}}',
  answering: '{count, plural, one {{names} is answering this lead} other {{names} are answering this lead}}',
  editing: '{count, plural, one {{names} is editing this lead} other {{names} are editing this lead}}',
  more: '{count, plural, one {# other} other {# others}}',
} as const;
