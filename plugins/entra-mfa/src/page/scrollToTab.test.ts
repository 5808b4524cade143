import { scrollToTab } from './scrollToTab';

const rect = (left: number, width: number) => ({ left, width } as DOMRect);

it.each([
  // The row shows 100 to 400 of the screen, and is scrolled by 200 already.
  ['right of what is seen', 700, 700],
  ['left of what is seen', 60, 60],
  ['in the middle', 200, 200],
])('brings a tab into the middle that is %s', (_, left, scrolled) => {
  const row = document.createElement('div');
  row.innerHTML =
    '<a role="tab" aria-selected="false"></a><a role="tab" aria-selected="true"></a>';
  const [other, open] = row.children;
  row.getBoundingClientRect = () => rect(100, 300);
  other.getBoundingClientRect = () => rect(0, 40);
  open.getBoundingClientRect = () => rect(left, 100);
  row.scrollLeft = 200;
  scrollToTab(row);
  expect(row.scrollLeft).toBe(scrolled);
});

it('leaves a row alone of which none is open', () => {
  const row = document.createElement('div');
  row.scrollLeft = 7;
  scrollToTab(row);
  expect(row.scrollLeft).toBe(7);
});
