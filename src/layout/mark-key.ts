/** What the key of a lane's title begins with: those of marks begin with a figure, those of clusters with "#". */
const TITLE = '@';

/** The key of the title of a lane. */
export const titleKey = (lane: string): string => TITLE + lane;

/** The lane that the key of a title was made from; `null` for other keys. */
export const laneOfTitle = (key: string): string | null =>
  key.startsWith(TITLE) ? key.slice(TITLE.length) : null;

/** The key of an event's mark in a lane: no other pair of ids gives the same, whatever characters they have. */
export function markKey(id: string, lane: string): string {
  return `${id.length}:${id}@${lane}`;
}

/** The ids that a mark's key was made from; `null` for the key of a cluster or a title. */
export function markOfKey(key: string): { readonly id: string; readonly lane: string } | null {
  const length = /^(\d+):/.exec(key);
  if (!length) return null;
  const start = length[0].length;
  const end = start + Number(length[1]);
  return { id: key.slice(start, end), lane: key.slice(end + 1) };
}
