/** Scrolls a row of tabs sideways, and nothing else, until the open one stands in its middle. */
export function scrollToTab(row: HTMLElement): void {
  const tab = row.querySelector('[role="tab"][aria-selected="true"]');
  if (!tab) return;
  const { left, width } = row.getBoundingClientRect();
  const of = tab.getBoundingClientRect();
  row.scrollLeft += of.left + of.width / 2 - (left + width / 2);
}
