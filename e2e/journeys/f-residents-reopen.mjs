// The city says it is done. Enough residents say not yet: the matter opens again by itself.

import { notice, number, says } from '../lib/reading.mjs';
import { matter, rows, text } from '../lib/samples.mjs';

export const name = 'residents say "not yet" until a finished matter opens again by itself';

/** As the city has it: at least five, and more than a third of all who checked. */
const LEAST = 5;

export async function run(ctx) {
  // The matter with the fewest checks, so that it stays told well where others look at it.
  const done = (await rows(ctx, '/matters.csv')).filter((row) => row.state === 'done');
  done.sort((a, b) => Number(a.done) - Number(b.done));
  ctx.check(done.length > 0, 'nothing is done that could be checked');
  const path = `/matters/${done[0].number}`;
  const page = await ctx.open({ js: false });
  await ctx.go(page, path);
  const button = page.getByRole('button', { name: /Not yet/ });
  const start = number(await button.innerText());
  let reopened = false;
  for (let residents = 1; residents <= 30 && !reopened; residents += 1) {
    const resident = await ctx.open({ js: residents % 2 === 0, lang: 'en' });
    await ctx.go(resident, path);
    await resident.getByLabel('What do you see there?').fill(`I was there on day ${residents}. It is as it was.`);
    await resident.getByRole('button', { name: /Not yet/ }).click();
    const said = await notice(resident);
    reopened = said.includes('the work is taken up again');
    if (!reopened) {
      ctx.check(said === 'Thank you. Your check is counted.', `after a check it says: ${said}`);
      const count = number(await resident.getByRole('button', { name: /Not yet/ }).innerText());
      ctx.check(count === start + residents, `${count} say not yet, not ${start + residents}`);
    } else {
      ctx.check(start + residents >= LEAST, `${start + residents} were enough to open it again`);
    }
    await resident.context().close();
  }
  ctx.check(reopened, 'thirty residents say not yet, and it stays done');
  await ctx.go(page, path);
  await says(page, 'Being done');
  await says(page, /residents who checked say: not yet/);
  await says(page, 'I was there on day 1. It is as it was.');
  ctx.check(!(await page.getByRole('button', { name: /Not yet/ }).isVisible()), 'one can check what is not done');
  ctx.check((await matter(ctx, (m) => `/matters/${m.number}` === path)).state === 'doing', 'the list says something else');
  const log = await text(ctx, '/log');
  ctx.check(log.includes('The matter was reopened') && log.includes('The platform, by rule'), 'the log does not say that the rule opened it again');
  const seeing = await ctx.open();
  await ctx.go(seeing, path);
  await ctx.axe(seeing, 'reopened');
}
