/** The titles of the model card's first panels, which are there before its other texts. */
export const english = {
  ratings: 'What the ratings mean',
  metrics: 'How well it does on leads it hasn’t seen',
} as const;
