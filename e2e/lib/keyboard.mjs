// A person who has a keyboard and no pointer.

import { check } from './finding.mjs';

/** More stops than a page of ours may have. */
const MOST_STOPS = 300;

/** Presses Tab until the control has the focus, and checks that one sees it there. */
export async function tabTo(page, control, key = 'Tab') {
  const wanted = await control.elementHandle();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      await assertFocusVisible(page);
      return;
    }
    await page.keyboard.press(key);
  }
  check(false, `${control} is not reached by ${MOST_STOPS} presses of ${key}`);
}

/** Fails unless the element with the focus is on the screen, uncovered, and marked as having it. */
export async function assertFocusVisible(page) {
  const problem = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return 'nothing has the focus';
    const called = element.outerHTML.slice(0, 80);
    if (!element.matches(':focus-visible')) return `${called} does not show its focus`;
    const marked = (one) => {
      const style = getComputedStyle(one);
      const outline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
      return (outline && !/, 0\)$|transparent/.test(style.outlineColor)) || style.boxShadow !== 'none';
    };
    // A card or a label may carry the mark for the control inside it.
    const around = [element, element.parentElement, element.parentElement?.parentElement].filter(Boolean);
    if (!around.some(marked)) return `${called} has the focus and no outline or shadow`;
    const box = element.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height, innerHeight) / 2];
    if (box.width === 0 || box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight || box.left >= innerWidth) {
      return `${called} has the focus off the screen`;
    }
    const top = document.elementFromPoint(Math.max(x, 0), Math.max(y, 0));
    // Clicking a label reaches its control, and small controls may be drawn by what surrounds them.
    const covered = top && !element.contains(top) && !top.contains(element) && top.closest('label')?.control !== element;
    return covered ? `${called} has the focus under ${top.outerHTML.slice(0, 80)}` : '';
  });
  check(!problem, problem);
}

/** Fails unless the first stop of a fresh page is a visible link to its content that moves the focus there. */
export async function assertSkipLink(page) {
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press('Tab');
  const target = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
  check(/^#./.test(target), `the first stop is not the skip link but ${await active(page)}`);
  await assertFocusVisible(page);
  await page.keyboard.press('Enter');
  const moved = await page.evaluate((id) => {
    const content = document.getElementById(id);
    return content !== null && (content.contains(document.activeElement) || location.hash === `#${id}`);
  }, target.slice(1));
  check(moved, `the skip link leads to ${target}, which is not there`);
}

function active(page) {
  return page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80) ?? 'nothing');
}
