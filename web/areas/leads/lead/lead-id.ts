const leadId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/iu;

/** Extracts the id of a lead from what was typed or pasted: the id itself or a link to the lead. */
export function readLeadId(text: string): string | null {
  const trimmed = text.trim();
  const isLink = /^https?:\/\//iu.test(trimmed) || trimmed.startsWith('/leads/');
  const match = leadId.exec(isLink ? (trimmed.split(/[?#]/u)[0] ?? '') : trimmed);
  if (match === null || (!isLink && match[0].length !== trimmed.length)) return null;
  return match[0].toLowerCase();
}
