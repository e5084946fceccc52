// Somebody who has never heard of it: what is this, what became of one matter, how do I add mine, where can I look further?

import { CODE, fact, number, photo, rowsBehind, says, section } from '../lib/reading.mjs';

export const name = 'a newcomer finds out in two minutes what became of a matter, says something and follows it';

export async function run(ctx) {
  const page = await ctx.open();
  await ctx.go(page, '/');
  await says(page, 'Say it once. Follow it until it is done.');
  await numbersLeadToTheirRows(ctx, page);
  const title = await readTheStory(ctx, page);
  const { words, path } = await sayIt(ctx, page, title);
  await followIt(ctx, page, words, path);
  await lookAtCases(ctx, page);
}

/** Each number of the front page links to a list that has exactly as many rows. */
async function numbersLeadToTheirRows(ctx, page) {
  const numbers = [
    ['voices this year', /^\/voices\/\d+$/],
    ['matters being weighed', /^\/matters\/\d+$/],
    ['decided, with reasons', /^\/matters\/\d+$/],
    ['being carried out', /^\/matters\/\d+$/],
    ['done, open to your check', /^\/matters\/\d+$/],
    ['shared with other cities', /^\/matters\/\d+$/],
  ];
  for (const [caption, pattern] of numbers) {
    const link = page.getByRole('link').filter({ hasText: caption });
    await sameCount(ctx, caption, number(await link.innerText()), await link.getAttribute('href'), pattern);
  }
  const told = [
    ['voices without an answer', 'See them', /^\/voices\/\d+$/],
    ['promises overdue', 'See them', /^\/promises\/\d+$/],
  ];
  for (const [caption, link, pattern] of told) {
    const box = page.locator('main div').filter({ hasText: caption }).last();
    const href = await box.getByRole('link', { name: link }).getAttribute('href');
    await sameCount(ctx, caption, number(await box.innerText()), href, pattern);
  }
  const silent = page.locator('main div').filter({ hasText: 'neighbourhoods we have not heard from' }).last();
  const count = number(await silent.innerText());
  await silent.getByRole('link', { name: 'Which, and how to help' }).click();
  await says(page, 'How to help');
  const never = await page.getByRole('row').filter({ hasText: /none on record|20\d\d$/ }).evaluateAll((rows) =>
    rows.filter((row) => row.cells[2].innerText.trim() === '0').length);
  ctx.check(never === count, `${count} neighbourhoods are called silent, ${never} rows have no voice`);
  await page.goBack();
}

async function sameCount(ctx, caption, count, href, pattern) {
  const rows = await rowsBehind(ctx, href, pattern);
  ctx.check(rows.length === count, `"${caption}" says ${count}, ${href} lists ${rows.length}`);
}

async function readTheStory(ctx, page) {
  const story = page.getByRole('article');
  const title = await story.getByRole('heading').first().innerText();
  for (const words of ['First voice', 'voices stand in it by now', 'Decided by', 'say done']) {
    ctx.check((await story.innerText()).includes(words), `the story does not say "${words}"`);
  }
  await story.getByRole('link', { name: 'The whole story' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  for (const part of ['What happened', 'What was asked', 'By channel', 'In their own words', 'Decision', 'Reasons', 'Promises', 'Did it help?', 'Who else solved this']) {
    await page.getByRole('heading', { name: part, exact: true }).waitFor();
  }
  const asked = section(page, 'What was asked');
  const voices = number(await asked.getByText('Paper, phone and web count the same').innerText());
  const channels = await asked.getByRole('list').first().getByRole('listitem').allInnerTexts();
  ctx.check(channels.length >= 3, `voices came by ${channels.length} channels only`);
  const sum = channels.reduce((all, line) => all + number(line.split('\n').at(-1)), 0);
  ctx.check(sum === voices, `${voices} voices, ${sum} by channel`);
  const all = await rowsBehind(ctx, await asked.getByRole('link', { name: 'All voices of this matter' }).getAttribute('href'), /^\/voices\/\d+$/);
  ctx.check(all.length === voices, `${voices} voices, the list of all of them has ${all.length}`);
  ctx.check((await section(page, 'Promises').getByRole('progressbar').count()) > 0, 'no promise shows how far it is');
  ctx.check((await section(page, 'Who else solved this').getByRole('link').count()) > 0, 'no case from another city is named');
  return title;
}

/** Says something on the matter that was just read, with a photo. */
async function sayIt(ctx, page, title) {
  const words = 'The third lamp after the bridge is dark again since Sunday.';
  await page.getByRole('link', { name: 'Say something on this matter' }).click();
  await says(page, 'What you say joins this matter:');
  await page.getByLabel('What should change?').fill(words);
  await page.getByLabel('Where?').fill('Mill Bridge');
  await page.getByText('Add a photo').first().click();
  await page.getByLabel('Add a photo').setInputFiles(photo());
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor();
  const [code] = (await page.locator('main').innerText()).match(CODE) ?? [];
  ctx.check(code, 'no code is shown');
  await says(page, `Joined the matter “${title}”`);
  await says(page, words);
  await ctx.axe(page, 'just said');
  return { words, path: `/follow/${code}` };
}

async function followIt(ctx, page, words, path) {
  const code = path.split('/').at(-1);
  await page.getByRole('link', { name: 'Follow my code' }).click();
  await page.getByLabel('Your code').fill(code);
  await page.getByRole('button', { name: 'Show' }).click();
  await page.waitForURL(new RegExp(path));
  await says(page, words);
  await says(page, 'You said this');
  const picture = page.locator('main img').first();
  await picture.scrollIntoViewIfNeeded();
  await page.waitForFunction((image) => image.complete && image.naturalWidth > 0, await picture.elementHandle());
  ctx.check((await fact(page, 'Channel')) === 'Web', 'the channel is not named');
  await page.getByRole('link', { name: 'See it in the public record' }).click();
  await says(page, words);
  ctx.check(!(await page.locator('main').innerText()).includes(code), 'the code stands in the public record');
}

async function lookAtCases(ctx, page) {
  await page.getByRole('link', { name: 'Cases from cities' }).first().click();
  const total = number(await page.getByRole('status').first().innerText());
  const listed = await rowsBehind(ctx, '/cases', /^\/cases\/[\w-]+$/);
  ctx.check(total === listed.length, `${total} cases are announced, ${listed.length} are listed`);
  await page.getByRole('heading', { level: 2 }).getByRole('link').first().click();
  await says(page, 'Cite this case');
  await ctx.go(page, '/cases');
  await page.getByRole('main').getByRole('link', { name: 'Statistics of the Guangzhou Award' }).click();
  await page.getByRole('link', { name: 'Cases by topic' }).click();
  await says(page, '574');
  ctx.check((await page.getByRole('table').count()) > 0, 'the chart has no table beside it');
  await page.getByRole('link', { name: 'Download CSV' }).first().waitFor();
}
