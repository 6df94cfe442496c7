/** What has the focus in a shadow root; where that is a node of the page which stands there in a slot, the slot. */
export function focusedWithin(root: ShadowRoot): Element | null {
  if (root.activeElement) return root.activeElement;
  const { host } = root;
  const around = host.getRootNode();
  const active = around instanceof Document || around instanceof ShadowRoot ? around.activeElement : null;
  const child = active && Array.from(host.children).find(other => other.contains(active));
  return child?.assignedSlot ?? null;
}
