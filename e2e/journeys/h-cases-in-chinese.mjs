// The case library in Chinese: words of two characters are found, cases stand side by side, one can be cited.

import { rowsBehind } from '../lib/reading.mjs';
import { rows } from '../lib/samples.mjs';

export const name = 'cases are searched, compared and cited in the Chinese interface';

export async function run(ctx) {
  const page = await ctx.open({ lang: 'zh' });
  await ctx.go(page, '/');
  await page.getByRole('navigation').first().getByRole('link', { name: '城市案例' }).click();
  await search(ctx, page, '垃圾', 'waste');
  await search(ctx, page, '参与', 'engagement');
  await search(ctx, page, 'waste', 'waste');
  await nothing(ctx, page);
  await compare(ctx, page);
  await cite(ctx, page);
}

/** Finds cases, and most of them on the topic that the word names. */
async function search(ctx, page, words, topic) {
  await ctx.go(page, '/cases');
  await page.getByRole('searchbox').fill(words);
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=/);
  const found = (await rowsBehind(ctx, new URL(page.url()).pathname + new URL(page.url()).search, /^\/cases\/[\w-]+$/)).map((href) => href.split('/').at(-1));
  ctx.check(found.length >= 3, `"${words}" finds ${found.length} cases`);
  const shown = Number((await page.getByRole('status').first().innerText()).match(/\d+/)?.[0]);
  ctx.check(shown === found.length, `"${words}": ${shown} are announced, ${found.length} are listed`);
  const library = new Map((await rows(ctx, '/cases.csv')).map((one) => [one.id, one.topic_id]));
  const fitting = found.filter((key) => library.get(key) === topic).length;
  ctx.check(fitting * 2 >= found.length, `"${words}" finds ${found.length} cases, ${fitting} of them on ${topic}`);
}

async function nothing(ctx, page) {
  await ctx.go(page, '/cases?q=%E9%BE%98%E9%BE%98');
  ctx.check(await page.getByText('没有符合').first().isVisible(), 'a search without a result says nothing');
}

async function compare(ctx, page) {
  await ctx.go(page, '/cases?q=%E5%9E%83%E5%9C%BE');
  const boxes = page.getByRole('checkbox', { name: /^比较|^对比/ });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole('button', { name: /比较|对比/ }).click();
  await page.waitForURL(/compare/);
  const heads = page.getByRole('columnheader').filter({ has: page.getByRole('link') });
  ctx.check((await heads.count()) === 2, `two cases were chosen, ${await heads.count()} stand side by side`);
  const lines = (await page.getByRole('rowheader').allInnerTexts()).map((line) => line.trim());
  for (const line of ['主题', '地区']) ctx.check(lines.includes(line), `the comparison has no line ${line}, only ${lines.join(' ')}`);
  const latin = lines.filter((line) => /[A-Za-z]{3,}/.test(line));
  ctx.check(latin.length === 0, `lines that are not in Chinese: ${latin.join(', ')}`);
}

async function cite(ctx, page) {
  await ctx.go(page, '/cases');
  await page.getByRole('heading', { level: 2 }).getByRole('link').first().click();
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  const citation = page.locator('section').filter({ has: page.getByRole('heading', { name: '引用此案例' }) });
  ctx.check((await citation.innerText()).includes(title), 'the citation does not name the case');
  ctx.check(/https?:\/\//.test(await citation.innerText()), 'the citation has no address');
  await citation.locator('summary').click();
  ctx.check((await citation.innerText()).includes('@misc{'), 'there is no entry for a reference manager');
}
