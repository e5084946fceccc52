// A lead officer takes a matter from new voices to its end; residents see each step.

import { fact, number, notice, photo, rowsBehind, says, section } from '../lib/reading.mjs';
import { say, text } from '../lib/samples.mjs';

export const name = 'an officer works the inbox by keys, answers, decides, promises, reports, finishes';

const TITLE = 'The stile at Weir Lane';
const SAID = [
  'The stile at Weir Lane has lost its lower step, my father cannot climb over it.',
  'Lower step of the Weir Lane stile is gone. With a pram there is no way round.',
];
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

export async function run(ctx) {
  const page = await ctx.open({ as: 'lead-officer', height: 1000 });
  const public_ = await ctx.open();
  const path = await workTheInbox(ctx, page);
  const state = async (...words) => {
    await ctx.go(public_, path);
    for (const one of words) await says(public_, one);
  };
  await state(TITLE, 'Voiced', 'An officer sorts it.');
  await sort(ctx, page, path);
  await state('Sorted', 'Streets Department opens it for weighing and answers by');
  await openIt(ctx, page);
  await state('Open', /Streets Department answers by/);
  await answer(ctx, page);
  await state('The step is ordered. Until it comes, a ramp of planks helps.', 'Streets Department decides.');
  await decide(ctx, page, path);
  await state('Accepted.', 'A step costs less than the way round.', 'says who does what by when');
  const promise = await commit(ctx, page, path);
  await state('Being done', 'The stile at Weir Lane has two firm steps', '900 crowns');
  await moveTheDate(ctx, page, promise);
  await state('first promised for');
  await report(ctx, page, promise);
  await state('60%');
  await finish(ctx, page, promise);
  await state('Done', 'Both steps were loaded with 150 kg', 'Is it done?');
  await pictureIsShown(ctx, public_, promise);
  await logShowsTheActs(ctx, public_, path);
}

async function workTheInbox(ctx, page) {
  for (const words of SAID) await say(ctx, words, 'Weavers');
  await ctx.go(page, '/inbox');
  const left = number(await page.locator('#left').innerText());
  // Two new voices: one begins the matter, the other joins it by one key.
  await ctx.go(page, '/inbox');
  await toVoice(ctx, page, SAID[0]);
  await page.keyboard.press('n');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(TITLE);
  await page.keyboard.press('Enter');
  ctx.check((await notice(page)) === 'The matter has begun. You can undo it.', `after beginning it says: ${await notice(page)}`);
  await leftIs(ctx, page, left - 1);
  await page.keyboard.press('u');
  await says(page, 'Undone. The voice is back.');
  await leftIs(ctx, page, left);

  await toVoice(ctx, page, SAID[0]);
  await page.keyboard.press('n');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(TITLE);
  await page.keyboard.press('Enter');
  await says(page, 'The matter has begun.');
  await toVoice(ctx, page, SAID[1]);
  const first = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: new RegExp(`Join ?: ${TITLE}`) }) });
  ctx.check(await first.isVisible(), 'the matter that was just begun is not suggested');
  await says(page, 'Words in common');
  const href = await first.getByRole('link', { name: TITLE }).getAttribute('href');
  await page.keyboard.press((await first.getByRole('button').getAttribute('aria-keyshortcuts')) ?? '1');
  await says(page, 'Joined. You can undo it.');
  await leftIs(ctx, page, left - 2);
  return href;
}

/** Walks with j until the voice is shown. */
async function toVoice(ctx, page, words) {
  for (let steps = 0; steps < 120; steps += 1) {
    if (await page.getByRole('article').getByText(words).isVisible()) return;
    const at = page.url();
    await page.keyboard.press('j');
    await page.waitForURL((url) => url.href !== at);
    if (await page.getByText('You have come to the end of the list.').isVisible()) await ctx.go(page, '/inbox');
  }
  ctx.check(false, `the inbox does not show: ${words}`);
}

async function leftIs(ctx, page, count) {
  const now = number(await page.locator('#left').innerText());
  ctx.check(now === count, `${now} voices are left, not ${count}`);
}

async function sort(ctx, page, path) {
  await ctx.go(page, `${path}/work`);
  const form = page.locator('form').filter({ has: page.getByLabel('What is asked') });
  await form.getByLabel('What is asked').fill('The stile has lost a step. People with prams or stiff knees cannot pass.');
  await form.getByLabel('Place').selectOption({ label: (await form.getByLabel('Place').locator('option').allInnerTexts()).find((one) => one.includes('Weavers')) });
  await form.getByLabel('Topic').selectOption('inclusive');
  await form.getByLabel('Level of need').selectOption('safety');
  await form.getByLabel('Field of need').selectOption('public');
  await form.getByLabel('Urgency').selectOption('2');
  await form.getByLabel('Safety').selectOption('2');
  await form.getByLabel('Equity').selectOption('2');
  await form.getByLabel('Office in the lead').selectOption('streets');
  await form.getByLabel('Why').fill('Both voices are about the same stile.');
  await form.getByRole('button', { name: 'Save' }).click();
  await says(page, 'Sorted.');
}

async function openIt(ctx, page) {
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Open', exact: true }) });
  await form.getByLabel('Reply by').fill(day(14));
  await form.getByRole('button', { name: 'Open', exact: true }).click();
  await says(page, 'The matter is open.');
}

async function answer(ctx, page) {
  await page.keyboard.press('a');
  ctx.check(await page.getByLabel('Your answer').evaluate((field) => field === document.activeElement), 'the key a does not lead to the answer');
  await page.keyboard.type('The step is ordered. Until it comes, a ramp of planks helps.');
  await page.getByRole('button', { name: 'Answer all voices' }).click();
  await says(page, 'All voices are answered.');
}

async function decide(ctx, page) {
  await page.getByRole('link', { name: 'Decide' }).click();
  await page.getByLabel('Accepted: all of it will be done').check();
  await page.getByLabel('The decision').fill('The stile gets two new steps and a handrail.');
  await page.getByLabel('The reasons').fill('   ');
  ctx.allow(/status of 422/);
  await page.getByRole('button', { name: 'Decide and publish' }).click();
  await page.getByRole('alert').getByText('Give the reasons.').waitFor();
  ctx.check((await page.getByLabel('The decision').inputValue()).startsWith('The stile gets'), 'the decision that was typed is lost');
  await ctx.axe(page, 'decision with an error');
  await page.getByLabel('The reasons').fill('A step costs less than the way round.');
  await page.getByRole('button', { name: 'Decide and publish' }).click();
  await says(page, 'Decided. The decision and its reasons are in the record.');
}

async function commit(ctx, page, path) {
  await ctx.go(page, `${path}/commit`);
  await page.getByLabel('What will be true when it is done?').fill('The stile at Weir Lane has two firm steps');
  await page.getByLabel('Due').fill(day(30));
  await page.getByLabel('Money').fill('900');
  await page.getByLabel('People').fill('3');
  await page.getByLabel('Parks Department').check();
  await page.getByRole('button', { name: 'Promise in public' }).click();
  await says(page, 'Promised. It is on the public list now.');
  const [promise] = (await rowsBehind(ctx, '/promises', /^\/promises\/\d+$/)).sort((a, b) => number(b) - number(a));
  await ctx.go(page, promise);
  await says(page, 'The stile at Weir Lane has two firm steps');
  ctx.check((await fact(page, 'Lead')) === 'Streets Department', 'the promise names no lead');
  return promise;
}

async function moveTheDate(ctx, page, promise) {
  await ctx.go(page, `${promise}/work`);
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Move the date in public' }) });
  await form.getByLabel('Due').fill(day(45));
  await form.getByLabel('Reason').fill('  ');
  await form.getByRole('button').click();
  await page.getByRole('alert').getByText('Give a reason.').waitFor();
  ctx.check((await page.getByLabel('Due').inputValue()) === day(45), 'the new date that was typed is lost');
  await form.getByLabel('Reason').fill('The oak for the steps has to dry for two more weeks.');
  await page.getByRole('button', { name: 'Move the date in public' }).click();
  await says(page, 'The date was moved.');
  await ctx.go(page, promise);
  await says(page, 'The oak for the steps has to dry');
  await says(page, 'date moved once');
}

async function report(ctx, page, promise) {
  await ctx.go(page, `${promise}/work`);
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Publish the report' }) });
  await form.getByLabel('How much is done, in percent?').fill('60');
  await form.getByLabel('Spent so far, in crowns').fill('540');
  await form.getByLabel('What was done?').fill('The old posts are out, the new ones stand.');
  await form.getByLabel('Photo').setInputFiles(photo([31, 107, 74]));
  await form.getByRole('button', { name: 'Publish the report' }).click();
  await says(page, 'The report is published.');
}

async function finish(ctx, page, promise) {
  await ctx.go(page, `${promise}/work`);
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Close the promise' }) });
  await form.getByLabel('Evidence').fill('Both steps were loaded with 150 kg on the spot; the handrail stands 90 cm high.');
  await form.getByRole('button', { name: 'Close the promise' }).click();
  await says(page, 'Closed. Residents can now say whether it is done.');
}

async function pictureIsShown(ctx, page, promise) {
  await ctx.go(page, promise);
  const picture = page.locator('main img').first();
  await picture.scrollIntoViewIfNeeded();
  await page.waitForFunction((image) => image.complete && image.naturalWidth > 0, await picture.elementHandle());
  ctx.check(await picture.getAttribute('alt'), 'the photo has no text for those who do not see it');
  await says(page, '540 crowns');
}

async function logShowsTheActs(ctx, page, path) {
  const log = await text(ctx, '/log');
  const acts = [
    'A promise was finished', 'The city says it is done', 'Progress was reported', 'The date of a promise moved',
    'A promise was made', 'The matter was decided', 'All voices of the matter were answered', 'The matter was opened for weighing',
    'The matter was sorted', 'Voices joined a matter that was there', 'A new matter was made from voices',
  ];
  const missing = acts.filter((act) => !log.includes(act));
  ctx.check(missing.length === 0, `the log does not show: ${missing.join(', ')}`);
  ctx.check(log.includes('Adaeze Okafor'), 'the log does not name who did it');
  await ctx.go(page, '/log');
  await page.getByRole('listitem').filter({ hasText: 'The city says it is done' }).first().getByRole('link', { name: 'The matter', exact: true }).click();
  await page.waitForURL((url) => url.pathname === path);
}
