// Arabic pages are mirrored, not just translated.

import { matter } from '../lib/samples.mjs';

export const name = 'Arabic pages are mirrored and fit a narrow screen';

export async function run(ctx) {
  const page = await ctx.open({ lang: 'ar' });
  const told = await matter(ctx, (m) => m.state === 'shared');
  const arabic = await matter(ctx, (m) => m.language === 'ar');
  const paths = ['/', '/matters', `/matters/${told.number}`, `/matters/${arabic.number}`, '/promises', '/cases', '/log', '/silent', '/voices?unanswered=1', '/follow', '/statistics/cases-by-topic'];
  for (const path of paths) {
    await ctx.show(page, { width: 1280 });
    await ctx.go(page, path);
    await mirrored(ctx, page, path);
    await ctx.show(page, { width: 320 });
    await ctx.assertNoSideScroll(page);
  }
  await ctx.show(page, { width: 1280 });
  await numbersAreReadable(ctx, page);
  await switchesLanguages(ctx, page);
}

async function mirrored(ctx, page, path) {
  const { dir, lang } = await page.evaluate(() => ({ dir: document.documentElement.dir, lang: document.documentElement.lang }));
  ctx.check(dir === 'rtl' && lang.startsWith('ar'), `${path} is in ${lang}, ${dir}`);
  const menu = page.getByRole('navigation').first().getByRole('link');
  const boxes = await Promise.all((await menu.all()).map((link) => link.boundingBox()));
  const row = boxes.filter((box) => box && Math.abs(box.y - boxes[0].y) < 4);
  ctx.check(row[0].x > 1280 / 2, `${path}: the menu begins at ${row[0].x} px, not at the right`);
  ctx.check(row.every((box, at) => at === 0 || box.x < row[at - 1].x), `${path}: the menu does not run from right to left`);
  const heading = await page.getByRole('heading', { level: 1 }).first().boundingBox();
  const text = await page.getByRole('heading', { level: 1 }).first().evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { left, right } = range.getBoundingClientRect();
    return { left, right };
  });
  // Words begin where their line begins: at the right.
  ctx.check(heading.x + heading.width - text.right < 8, `${path}: the heading ends ${Math.round(heading.x + heading.width - text.right)} px before its right edge`);
}

/** Counts keep their order of digits, and codes and addresses run from left to right. */
async function numbersAreReadable(ctx, page) {
  await ctx.go(page, '/');
  const english = await ctx.open();
  await ctx.go(english, '/');
  const digits = async (one) => {
    const words = await one.getByRole('main').getByRole('list').first().getByRole('link').allInnerTexts();
    return words.map((word) => latin(word).match(/\d[\d,٬.]*/)?.[0].replace(/[,٬.]/g, ''));
  };
  const [here, there] = [await digits(page), await digits(english)];
  ctx.check(here.every(Boolean) && here.join() === there.join(), `the counts read ${here.join()} in Arabic, ${there.join()} in English`);
  await page.getByLabel('ما الذي ينبغي أن يتغيّر؟').or(page.getByRole('textbox').first()).first().fill('المصباح عند الجسر مطفأ منذ أسبوع.');
  await page.locator('form[action="/say"] button[type=submit]').filter({ hasNotText: 'أولا' }).first().click();
  await page.waitForURL(/\/follow\//);
  const code = page.locator('[data-code]').first();
  ctx.check((await code.evaluate((element) => getComputedStyle(element).direction)) === 'ltr', 'the code does not run from left to right');
  const quote = page.locator('blockquote').first();
  ctx.check((await quote.evaluate((element) => getComputedStyle(element).direction)) === 'rtl', 'Arabic words do not run from right to left');
  await ctx.assertNoSideScroll(page);
}

/** Arabic-Indic digits as Latin ones. */
function latin(words) {
  return words.replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)));
}

/** The way to another language and back is one press, and stays on the page. */
async function switchesLanguages(ctx, page) {
  await ctx.go(page, '/cases');
  await page.getByRole('link', { name: '中文' }).click();
  ctx.check(new URL(page.url()).pathname === '/cases', 'changing the language leaves the page');
  ctx.check((await page.evaluate(() => document.documentElement.dir)) === 'ltr', 'Chinese runs from right to left');
  await ctx.go(page, '/promises');
  ctx.check((await page.evaluate(() => document.documentElement.lang)).startsWith('zh'), 'the chosen language is forgotten on the next page');
  await page.getByRole('link', { name: 'العربية' }).click();
  ctx.check((await page.evaluate(() => document.documentElement.dir)) === 'rtl', 'the way back to Arabic does not work');
}
