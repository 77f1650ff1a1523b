/** How many leads, in the words of the access log: `1 lead`, `12 leads`. */
export function countedLeads(count: number): string {
  return count === 1 ? '1 lead' : `${count} leads`;
}
