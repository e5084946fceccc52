// Impatience and bad lines: what is sent twice is one voice, what could not be sent is not lost.

import { CODE, number, says } from '../lib/reading.mjs';
import { text } from '../lib/samples.mjs';

export const name = 'sending twice makes one voice, a lost connection keeps the words';

export async function run(ctx) {
  await pressTwice(ctx);
  await sendTheSameFormAgain(ctx);
  await otherWordsAreAnotherVoice(ctx);
  await loseTheLine(ctx);
}

/** How many voices the record holds: the newest has the highest number. */
async function newest(ctx) {
  return number((await text(ctx, '/voices')).match(/href="\/voices\/(\d+)"/)[1]);
}

async function pressTwice(ctx) {
  for (const js of [true, false]) {
    const page = await ctx.open({ js });
    await ctx.go(page, '/');
    await page.getByLabel('What should change?').fill(`The bin at the ferry landing overflows ${js ? 'every' : 'each'} Sunday.`);
    const before = await newest(ctx);
    await page.getByRole('button', { name: 'Send', exact: true }).dblclick();
    await page.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor();
    const after = await newest(ctx);
    ctx.check(after === before + 1, `two presses ${js ? 'with' : 'without'} a script make ${after - before} voices`);
  }
}

/** Back, and Send once more: the same receipt. */
async function sendTheSameFormAgain(ctx) {
  const page = await ctx.open({ js: false });
  await ctx.go(page, '/');
  const words = 'The bench at the ferry landing is broken.';
  const before = await newest(ctx);
  const token = await page.locator('form[action="/say"] input[name=token]').inputValue();
  const codes = [];
  for (let times = 0; times < 2; times += 1) {
    await page.locator('form[action="/say"] input[name=token]').evaluate((field, value) => { field.value = value; }, token).catch(() => {});
    await page.getByLabel('What should change?').fill(words);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor();
    codes.push((await page.locator('main').innerText()).match(CODE)[0]);
    if (times === 0) await ctx.go(page, '/');
  }
  await says(page, 'You have already sent this. Nothing was sent twice.');
  ctx.check(codes[0] === codes[1], `one form gave the codes ${codes.join(' and ')}`);
  ctx.check((await newest(ctx)) === before + 1, 'one form made two voices');
}

/** Whoever goes back and writes something else has said two things. */
async function otherWordsAreAnotherVoice(ctx) {
  const page = await ctx.open({ js: false });
  await ctx.go(page, '/');
  const token = await page.locator('form[action="/say"] input[name=token]').inputValue();
  const codes = [];
  for (const words of ['The clock at the market hall stands still.', 'Could the market open on Sunday, too?']) {
    await ctx.go(page, '/');
    await page.locator('form[action="/say"] input[name=token]').evaluate((field, value) => { field.value = value; }, token);
    await page.getByLabel('What should change?').fill(words);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await says(page, words);
    codes.push((await page.locator('main').innerText()).match(CODE)[0]);
  }
  ctx.check(codes[0] !== codes[1], 'the second thing that was said in one form is lost');
}

async function loseTheLine(ctx) {
  const page = await ctx.open();
  const words = 'On the night bus the driver cannot hear the bell.';
  await ctx.go(page, '/');
  await page.getByLabel('What should change?').fill(words);
  await page.context().setOffline(true);
  ctx.allow(/ERR_INTERNET_DISCONNECTED/);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.waitForURL(/chrome-error/).catch(() => {});
  await page.context().setOffline(false);
  await ctx.go(page, '/');
  ctx.check((await page.getByLabel('What should change?').inputValue()) === words, 'the words are lost with the line');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor();
  await says(page, words);
  await ctx.go(page, '/');
  ctx.check((await page.getByLabel('What should change?').inputValue()) === '', 'what has been sent comes back as a draft');
}
