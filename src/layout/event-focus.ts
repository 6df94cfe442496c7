import type { TimeSpan } from '../time/epoch-ms.js';
import type { ClusterMembers } from './scene.js';

/** Room that an event keeps from the edge of the view it is brought into, as a share of the view. */
const ROOM = 0.1;
/** The longest view about a stretch, in lengths of it. */
const MOST_AROUND = 40;

/** The nearest view of the same length in which an event that lies there can be seen whole, or its start where it is longer. */
export function viewWith({ start, end }: TimeSpan, view: TimeSpan): TimeSpan {
  const length = view.end - view.start;
  const room = length * ROOM;
  const first = Number.isFinite(start) ? start : end;
  const last = Number.isFinite(end) && end - first < length - 2 * room ? end : first;
  if (!Number.isFinite(first) || (first >= view.start && last <= view.end && last < view.end)) return view;
  // A long one that is in view all over stays where it is.
  if (start <= view.start && end >= view.end) return view;
  const by = first < view.start ? first - room - view.start : last + room - view.end;
  return { start: view.start + by, end: view.end + by };
}

/** The view that opens a cluster: its members with some room, and at least twice as close. */
export function viewOpening(cluster: ClusterMembers, view: TimeSpan): TimeSpan {
  const length = view.end - view.start;
  const start = Math.max(cluster.anchors.start, view.start);
  const end = Math.min(cluster.anchors.end, view.end);
  const half = Math.min(length / 4, ((end - start) * (1 + 4 * ROOM)) / 2 || length / 4);
  const middle = start / 2 + end / 2;
  return { start: middle - half, end: middle + half };
}

/** The view about a stretch: as long as the one that there is, unless the stretch is longer, or next to nothing in it. */
export function viewAround({ start, end }: TimeSpan, view: TimeSpan): TimeSpan {
  const first = Number.isFinite(start) ? start : end;
  const last = Number.isFinite(end) ? end : first;
  if (!Number.isFinite(first)) return view;
  const least = (last - first) * (1 + 4 * ROOM);
  const most = (last - first) * MOST_AROUND || Infinity;
  const half = Math.max(least, Math.min(most, view.end - view.start)) / 2;
  const middle = first / 2 + last / 2;
  return { start: middle - half, end: middle + half };
}
