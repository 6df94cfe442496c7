const LIMIT = 60;

/**
 * Returns a short, one-line text of any value for a message: JSON where it is small, cut at 60
 * characters, and never an exception, whatever the value is.
 */
export function formatValue(value: unknown): string {
  let text: string;
  try {
    text =
      typeof value === 'string' || typeof value === 'object' ? JSON.stringify(value, outline) : String(value);
  } catch {
    text = typeof value; // BigInt, or a getter that throws
  }
  // Not half a surrogate pair at the cut.
  return text.length > LIMIT ? `${text.slice(0, LIMIT - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

/** A replacer for `JSON.stringify`: the beginning of a text, the first few of the outermost object, nothing of those within. */
function outline(key: string, value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, LIMIT);
  if (typeof value !== 'object' || !value) return value;
  if (key) return '…';
  return Array.isArray(value) ? value.slice(0, 9) : Object.fromEntries(Object.entries(value).slice(0, 9));
}
