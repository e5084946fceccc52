// The whole way of a voice in a browser that runs no script.

import { CODE, notice, says, section } from '../lib/reading.mjs';

export const name = 'without JavaScript: say it, follow it, edit it, join a matter, withdraw it';

const ALIKE = 'The lift at Eastgate Station';
const FIRST = 'The lift at Eastgate Station stands still, I had to be carried down the stairs.';
const SECOND = 'The lift at Eastgate Station stands still. On Fridays from the morning on.';

export async function run(ctx) {
  const page = await ctx.open({ js: false });
  await emptyFormKeepsTheRest(ctx, page);
  const code = await sayIt(ctx, page);
  await joinOne(ctx, page);
  await typeTheCode(ctx, page, code);
  await edit(ctx, page);
  await receipt(ctx, page);
  await withdraw(ctx, page);
}

async function emptyFormKeepsTheRest(ctx, page) {
  await ctx.go(page, '/');
  // A browser would stop an empty field; an old one does not.
  ctx.check(await page.getByLabel('What should change?').evaluate((field) => field.required), 'the words are not marked as needed');
  await page.getByLabel('What should change?').fill('   ');
  await page.getByLabel('Where?').fill('Mill Bridge, by the lock');
  await page.getByLabel('How do we reach you?').fill('someone@example.org');
  ctx.allow(/status of 422/);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const errors = page.getByRole('alert');
  await errors.getByText('Write what should change').waitFor();
  ctx.check((await page.getByLabel('Where?').inputValue()) === 'Mill Bridge, by the lock', 'the place is lost');
  ctx.check((await page.getByLabel('How do we reach you?').inputValue()) === 'someone@example.org', 'the contact is lost');
  const field = page.getByLabel('What should change?');
  ctx.check((await field.getAttribute('aria-invalid')) === 'true', 'the field is not marked as wrong');
  ctx.check((await errors.getByRole('link').getAttribute('href')) === `#${await field.getAttribute('id')}`, 'the error does not lead to its field');
}

async function sayIt(ctx, page) {
  await page.getByLabel('What should change?').fill(FIRST);
  await page.getByRole('button', { name: 'See what others said first' }).click();
  await page.getByRole('heading', { name: 'Matters that look like yours' }).waitFor();
  await page.getByRole('link', { name: ALIKE }).waitFor();
  ctx.check((await page.getByLabel('What should change?').inputValue()) === FIRST, 'looking first loses the words');
  ctx.check((await page.getByLabel('Where?').inputValue()) === 'Mill Bridge, by the lock', 'looking first loses the place');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor();
  const [code] = (await page.locator('main').innerText()).match(CODE) ?? [];
  ctx.check(code, 'no code is shown');
  await says(page, /You get an answer by \d/);
  ctx.check(!(await page.locator('main').innerText()).includes('someone@example.org'), 'the contact is shown');
  return code;
}

/** Joins the first matter that is offered and still takes voices. */
async function joinOne(ctx, page) {
  const offered = section(page, 'Matters that look like yours');
  const title = await offered.getByRole('link').first().innerText();
  await offered.getByRole('button', { name: 'Join this one' }).first().click();
  ctx.check((await notice(page)) === 'Your voice now counts in this matter.', `after joining it says: ${await notice(page)}`);
  await says(page, `Joined the matter “${title}”`);
}

async function typeTheCode(ctx, page, code) {
  await ctx.go(page, '/follow');
  const wrong = code.slice(0, -1) + (code.endsWith('2') ? '3' : '2');
  await page.getByLabel('Your code').fill(wrong);
  await page.getByRole('button', { name: 'Show' }).click();
  await says(page, 'This code has a mistake in it.');
  ctx.check((await page.getByLabel('Your code').inputValue()) === wrong, 'the code that was typed is lost');
  await page.getByLabel('Your code').fill(code.toLowerCase().replaceAll('-', ''));
  await page.getByRole('button', { name: 'Show' }).click();
  await page.waitForURL(new RegExp(code));
  await says(page, FIRST);
}

async function edit(ctx, page) {
  if (await page.getByText('its words can no longer be changed').isVisible()) {
    ctx.note('the matter that was joined had an answer already: editing is walked on a new voice');
    await ctx.go(page, '/');
    await page.getByLabel('What should change?').fill(FIRST);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
  }
  await page.getByText('Change the words').click();
  await page.getByLabel('Your words').fill(SECOND);
  await page.getByRole('button', { name: 'Save' }).click();
  ctx.check((await notice(page)) === 'Your change is saved.', `after editing it says: ${await notice(page)}`);
  await says(page, SECOND);
  await page.getByText('Earlier versions').click();
  await says(page, FIRST);
  await says(page, 'You changed your words');
}

async function receipt(ctx, page) {
  const code = page.url().match(CODE)[0];
  await page.getByRole('link', { name: 'Print the receipt' }).click();
  await page.getByRole('heading', { level: 1, name: 'Receipt' }).waitFor();
  await says(page, code);
  await says(page, SECOND);
  await page.emulateMedia({ media: 'print' });
  ctx.check(!(await page.getByRole('navigation').first().isVisible()), 'the menu is printed with the receipt');
  ctx.check(await page.getByText(code).first().isVisible(), 'the code is not printed');
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('link', { name: 'Back' }).click();
}

async function withdraw(ctx, page) {
  await page.getByText('Withdraw it').click();
  await page.getByRole('button', { name: 'Yes, withdraw my words' }).click();
  ctx.check((await notice(page)) === 'Your words are withdrawn.', `after withdrawing it says: ${await notice(page)}`);
  await says(page, 'You withdrew it. Its words are no longer shown.');
  await page.getByRole('link', { name: 'See it in the public record' }).click();
  await says(page, 'Withdrawn by its author. It stays counted.');
  const text = await page.locator('main').innerText();
  ctx.check(!text.includes(SECOND) && !text.includes(FIRST), 'withdrawn words are still shown');
}
