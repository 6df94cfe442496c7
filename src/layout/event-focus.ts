import type { TimelineEvent } from '../data/timeline-event.js';
import type { TimeSpan } from '../time/epoch-ms.js';
import type { ClusterMembers } from './scene.js';

/** Room that an event keeps from the edge of the view it is brought into, as a share of the view. */
const ROOM = 0.1;

/** The nearest view of the same length in which an event can be seen whole, or its start where it is longer. */
export function viewWith(event: TimelineEvent, view: TimeSpan): TimeSpan {
  const { start, end } = event.span!;
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
