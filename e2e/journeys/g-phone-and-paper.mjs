// A phone call and a stack of paper cards count the same as what comes by the web.

import { enter } from '../pages.mjs';
import { CODE, number, says } from '../lib/reading.mjs';

export const name = 'a phone call and eighty-three paper cards enter the record and are counted';

export async function run(ctx) {
  const front = await ctx.open();
  const before = await heard(ctx, front);
  const page = await ctx.open({ as: 'officer', height: 1000 });
  await phone(ctx, page);
  await sessionEndsWhileTyping(ctx);
  await cardsByKeyboard(ctx, page);
  await manyCardsByKeyboard(ctx, page);
  await cardsByTable(ctx, page);
  await countsGrowBy(ctx, front, before, 1 + 1 + 3 + 30 + 50);
}

async function heard(ctx, page) {
  await ctx.go(page, '/');
  return number(await page.getByRole('link').filter({ hasText: 'voices this year' }).innerText());
}

/** The front page keeps its numbers for some seconds. */
async function countsGrowBy(ctx, page, before, grown) {
  let now = 0;
  for (let tries = 0; tries < 60; tries += 1) {
    now = await heard(ctx, page);
    if (now === before + grown) return;
    await page.waitForTimeout(500);
  }
  ctx.check(false, `the front page says ${now} voices, ${before + grown} were heard`);
}

async function phone(ctx, page) {
  await ctx.go(page, '/desk');
  await page.getByRole('radio', { name: 'Phone' }).check();
  await page.getByLabel('What was said').fill('She calls about the bus shelter at Kiln Lane. The bench is gone, her mother waits standing.');
  await page.getByLabel('Where?').fill('Kiln Lane');
  await page.getByLabel('How do we reach them?').fill('by post, 4 Kiln Lane');
  await page.getByRole('button', { name: 'Save and show the code' }).click();
  const code = page.getByText(CODE).first();
  await code.waitFor();
  const size = await code.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  ctx.check(size >= 32, `the code is ${size} px high`);
  await says(page, 'Read this code out');
  await ctx.axe(page, 'desk receipt');
  const resident = await ctx.open({ js: false });
  await ctx.go(resident, `/follow/${(await code.innerText()).trim()}`);
  await says(resident, 'She calls about the bus shelter');
  ctx.check(!(await resident.locator('main').innerText()).includes('by post'), 'the contact is shown');
}

/** What was typed goes along through signing in, without a script, and is saved once. */
async function sessionEndsWhileTyping(ctx) {
  const page = await ctx.open({ as: 'officer', js: false });
  const words = 'He calls about the clock at the market, it stands since Sunday.';
  await ctx.go(page, '/desk');
  await page.getByLabel('What was said').fill(words);
  await page.context().clearCookies({ name: 'kapok_session' });
  ctx.allow(/status of 401/);
  await page.getByRole('button', { name: 'Save and show the code' }).click();
  await says(page, 'Your session has ended');
  await says(page, words);
  await enter(page, 'officer');
  await says(page, 'One step is left');
  await page.getByRole('button', { name: 'Send it now' }).click();
  await page.getByText(CODE).first().waitFor();
  await says(page, words);
}

/** Thirty cards in one go: Enter leads from the last cell of a row to the next row, past the end of the grid, never to a button. */
async function manyCardsByKeyboard(ctx, page) {
  await ctx.go(page, '/desk/cards');
  await page.getByLabel('Row 1: Words on the card').focus();
  for (let card = 1; card <= 30; card += 1) {
    await page.keyboard.type(`Number ${card}, a bench`);
    for (let fields = 0; fields < 6; fields += 1) await page.keyboard.press('Enter');
  }
  ctx.check((await page.getByLabel('Row 30: Words on the card').inputValue()) === 'Number 30, a bench', 'the thirtieth card is not in its row');
  await page.getByLabel('Paste the rows').fill('place\nnowhere');
  ctx.allow(/status of 422/);
  await page.getByRole('button', { name: 'Put them into the grid' }).click();
  await says(page, 'The table has no column');
  ctx.check((await page.getByLabel('Row 30: Words on the card').inputValue()) === 'Number 30, a bench', 'a wrong table throws away what was typed');
  await page.getByRole('button', { name: 'Save the stack' }).click();
  await says(page, '30 cards are in the record');
}

/** Three cards in the grid; Enter goes from field to field, one mistake brings all of it back. */
async function cardsByKeyboard(ctx, page) {
  await ctx.go(page, '/desk/cards');
  await page.getByLabel('Place').first().fill('Orchard Hill');
  await page.getByLabel('Row 1: Words on the card').focus();
  await page.keyboard.type('More benches on the hill please.');
  for (let fields = 0; fields < 4; fields += 1) await page.keyboard.press('Enter');
  ctx.check(await page.getByLabel('Row 1: Day').evaluate((field) => field === document.activeElement), 'Enter does not lead from field to field');
  await page.keyboard.type('not a day');
  await page.getByLabel('Row 2: Words on the card').fill('台阶太滑，下雨天不敢走。');
  await page.getByLabel('Row 3: Words on the card').fill('الإنارة ضعيفة عند موقف الحافلة.');
  ctx.allow(/status of 422/);
  await page.getByRole('button', { name: 'Save the stack' }).click();
  await page.getByRole('alert').getByText(/^Row 1: /).waitFor();
  const kept = async (row, field) => page.getByLabel(`Row ${row}: ${field}`).inputValue();
  ctx.check((await kept(1, 'Words on the card')) === 'More benches on the hill please.', 'the words of the bad row are lost');
  ctx.check((await kept(1, 'Day')) === 'not a day', 'the bad value itself is lost');
  ctx.check((await kept(2, 'Words on the card')).startsWith('台阶'), 'a good row is lost');
  ctx.check((await page.getByLabel('Place').first().inputValue()) === 'Orchard Hill', 'the place of the stack is lost');
  await ctx.axe(page, 'cards with an error');
  await page.getByRole('alert').getByRole('link').first().click();
  ctx.check(await page.getByLabel('Row 1: Day').evaluate((field) => field === document.activeElement), 'the error does not lead to its cell');
  await page.getByLabel('Row 1: Day').fill('');
  await page.getByRole('button', { name: 'Save the stack' }).click();
  await says(page, '3 cards are in the record');
  const codes = (await page.locator('main').innerText()).match(new RegExp(CODE, 'g')) ?? [];
  ctx.check(new Set(codes).size === 3, `three cards have ${new Set(codes).size} codes`);
  await says(page, 'الإنارة ضعيفة');
}

async function cardsByTable(ctx, page) {
  const cards = Array.from({ length: 50 }, (_, card) => `"Card ${card + 1}: the playground, and the ""slow"" gate",Southfield Park,en,,`);
  await ctx.go(page, '/desk/cards');
  await page.getByLabel('Or choose a file').setInputFiles({
    name: 'cards.csv', mimeType: 'text/csv', buffer: Buffer.from(['text,place,lang,date,contact', ...cards].join('\r\n')),
  });
  await page.getByRole('button', { name: 'Put them into the grid' }).click();
  ctx.check((await page.getByLabel('Row 50: Words on the card').inputValue()) === 'Card 50: the playground, and the "slow" gate', 'the fiftieth card is not in the grid');
  await page.getByRole('button', { name: 'Save the stack' }).click();
  await says(page, '50 cards are in the record');
}
