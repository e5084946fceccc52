// Somebody without a mouse: Tab, Enter, Space and letters alone. Every stop must show its focus.

import { CODE, says } from '../lib/reading.mjs';

export const name = 'by keyboard only: say it, follow it, edit it, withdraw it';

export async function run(ctx) {
  const page = await ctx.open();
  const press = async (control, key = 'Enter') => {
    await ctx.tabTo(page, control);
    await page.keyboard.press(key);
  };
  const type = async (control, words) => {
    await ctx.tabTo(page, control);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(words);
  };
  await ctx.go(page, '/');
  await ctx.assertSkipLink(page);
  await everyStopShowsItsFocus(ctx, page);

  // Sent empty, the browser says what is missing and takes the focus there.
  await ctx.go(page, '/');
  await press(page.getByRole('button', { name: 'Send', exact: true }));
  ctx.check(await page.getByLabel('What should change?').evaluate((field) => field === document.activeElement), 'the focus does not go to the missing words');
  await page.keyboard.type(' ');
  await type(page.getByLabel('Where?'), 'Central Library');
  ctx.allow(/status of 422/);
  await press(page.getByRole('button', { name: 'Send', exact: true }));
  ctx.check(await page.getByRole('alert').evaluate((box) => box === document.activeElement), 'the focus does not go to what is wrong');
  await ctx.axe(page, 'form with an error');
  await press(page.getByRole('alert').getByRole('link'));
  ctx.check(await page.getByLabel('What should change?').evaluate((field) => field === document.activeElement), 'the error does not lead to its field');
  await page.keyboard.type('The lights on the river path go out.');
  await press(page.getByRole('button', { name: 'See what others said first' }));
  await page.getByRole('heading', { name: 'Matters that look like yours' }).waitFor();
  await ctx.axe(page, 'form with matters that look like it');
  await ctx.tabTo(page, page.getByLabel('What should change?'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('The crossing at the library has no dropped kerb on the north side.');
  await press(page.getByRole('button', { name: 'Send', exact: true }));
  await page.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor();
  const [code] = (await page.locator('main').innerText()).match(CODE) ?? [];
  ctx.check(code, 'no code is shown');

  await press(page.getByRole('link', { name: 'Follow my code' }));
  await type(page.getByLabel('Your code'), code.toLowerCase());
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(code));

  await press(page.getByText('Change the words'));
  await type(page.getByLabel('Your words'), 'The crossing at the library has no dropped kerb on either side.');
  await press(page.getByRole('button', { name: 'Save' }));
  await says(page, 'Your change is saved.');
  await says(page, 'on either side');

  await press(page.getByText('Withdraw it'));
  await press(page.getByRole('button', { name: 'Yes, withdraw my words' }));
  await says(page, 'Your words are withdrawn.');
}

/** Walks through the whole page once. */
async function everyStopShowsItsFocus(ctx, page) {
  await page.evaluate(() => document.activeElement?.blur());
  await ctx.go(page, '/');
  const seen = new Set();
  for (let stops = 0; stops < 200; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const all = [...document.querySelectorAll('*')];
      return document.activeElement === document.body ? -1 : all.indexOf(document.activeElement);
    });
    if (stop === -1 || seen.has(stop)) break;
    seen.add(stop);
    await ctx.assertFocusVisible(page);
  }
  ctx.check(seen.size > 20, `only ${seen.size} stops on the front page`);
}
