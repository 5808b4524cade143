import type { Page } from '@playwright/test';

/** By how many pixels the page is wider than its window; 0 where nothing has to be scrolled sideways. */
export function widthOverflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    const widest = Math.max(
      document.documentElement.scrollWidth,
      ...(main ? [main.getBoundingClientRect().left + main.scrollWidth] : []),
    );
    return Math.max(0, Math.round(widest - window.innerWidth));
  });
}
