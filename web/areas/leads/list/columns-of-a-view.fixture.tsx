import { useState } from 'react';
import { type Look, usualLook } from '../../../lead-query/look.ts';
import { useColumnChoice } from './column-choice.ts';

/** For tests: columns whose choice is kept here instead of on the server. */
export function useKeptColumns(begin: Partial<Look> = {}) {
  const [look, setLook] = useState<Look>({ ...usualLook, ...begin });
  const change = (part: Partial<Look>) => setLook((before) => ({ ...before, ...part }));
  return { look, change, choice: useColumnChoice(look, change) };
}
