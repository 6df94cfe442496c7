/** What has the focus in a shadow root; where that is a node of the page which stands there in a slot, the slot. */
export function focusedWithin(root: ShadowRoot): Element | null {
  if (root.activeElement) return root.activeElement;
  const { host } = root;
  // A document or a shadow root, those of a frame included; where the host is in no page, neither.
  const { activeElement: active } = host.getRootNode() as Partial<DocumentOrShadowRoot>;
  const child = active && Array.from(host.children).find(other => other.contains(active));
  return child?.assignedSlot ?? null;
}
