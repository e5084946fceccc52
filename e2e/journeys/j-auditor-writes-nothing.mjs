// The auditor reads all that staff read, and can change nothing, by form or without one.

import { says } from '../lib/reading.mjs';
import { matter, promise } from '../lib/samples.mjs';

export const name = 'an auditor reads everything and writes nothing';

export async function run(ctx) {
  const page = await ctx.open({ as: 'auditor' });
  const open = await matter(ctx, (m) => m.state === 'open');
  const running = await promise(ctx, (p) => p.state === 'running');
  const read = ['/inbox', `/matters/${open.number}/work`, '/late', `/matters/${open.number}`, '/log', '/priority', `/promises/${running.number}/work`, '/admin/accounts'];
  for (const path of read) {
    await ctx.go(page, path);
    const forms = await page.locator('main form').evaluateAll((all) =>
      all.filter((form) => form.method === 'post').map((form) => new URL(form.action).pathname));
    // What every resident may do, an auditor may as well.
    const staff = forms.filter((action) => !/\/(follow|check|appeal)$/.test(action));
    ctx.check(staff.length === 0, `${path} offers an auditor to send ${staff.join(', ')}`);
  }
  await ctx.go(page, '/inbox');
  await says(page, 'Matters that look like it');
  await ctx.go(page, `/matters/${open.number}/work`);
  await says(page, 'There is nothing for your role to do here.');
  await says(page, 'Its voices');
  await refused(ctx, page, open, running);
  const after = await matter(ctx, (m) => m.number === open.number);
  ctx.check(JSON.stringify(after) === JSON.stringify(open), 'the matter has changed');
}

/** Sends what forms of others would send, with a token that is good. */
async function refused(ctx, page, open, running) {
  await ctx.go(page, '/account');
  const token = await page.locator('input[name=token]').first().inputValue();
  const posts = [
    ['/inbox', { do: 'join', matter: open.number, voice: '00'.repeat(16), number: '1' }],
    ['/inbox', { do: 'answer', text: 'No.', voice: '00'.repeat(16), number: '1' }],
    ['/inbox', { do: 'hide', reason: 'No.', voice: '00'.repeat(16), number: '1' }],
    ['/inbox', { do: 'undo', what: 'x' }],
    ...['describe', 'open', 'answer', 'close', 'merge', 'ask', 'hand-over', 'split', 'hide', 'uphold', 'undo'].map((what) =>
      [`/matters/${open.number}/work`, { do: what, reason: 'No.', text: 'No.', title: 'No' }]),
    [`/matters/${open.number}/decide`, { result: 'accepted', text: 'Yes.', reasons: 'So.' }],
    [`/matters/${open.number}/commit`, { title: 'Yes', lead: 'streets', due: '2099-01-01' }],
    [`/matters/${open.number}/outcome`, { do: 'evaluate', text: 'Yes.' }],
    [`/promises/${running.number}/work`, { do: 'progress', percent: '100', text: 'Yes.' }],
    [`/promises/${running.number}/work`, { do: 'move', due: '2099-01-01', reason: 'So.' }],
    ['/desk', { channel: 'phone', text: 'Hello' }],
    ['/desk/cards', { do: 'save', text: 'Hello' }],
    ['/voices/1/hide', { reason: 'No.' }],
    ['/priority', { voices: '9', reason: 'So.' }],
    ['/admin/accounts', { email: 'a@b.example', name: 'A', password: 'a long password' }],
  ];
  for (const [path, fields] of posts) {
    const answer = await page.request.post(new URL(path, ctx.base).href, {
      form: { token, ...fields }, headers: { origin: ctx.base }, maxRedirects: 0,
    });
    ctx.check(answer.status() === 403, `${path} ${fields.do ?? ''} answers an auditor ${answer.status()}`);
  }
  // The same without the cookie: whoever is not signed in is asked to sign in, or refused.
  const stranger = await ctx.open();
  for (const [path, fields] of posts) {
    const answer = await stranger.request.post(new URL(path, ctx.base).href, {
      form: { token, ...fields }, headers: { origin: ctx.base }, maxRedirects: 0,
    });
    // 307 carries what was sent along, to be sent again by whoever signs in.
    const toSignIn = [303, 307].includes(answer.status()) && answer.headers().location?.startsWith('/sign-in');
    ctx.check(toSignIn || [401, 403].includes(answer.status()), `${path} ${fields.do ?? ''} answers a stranger ${answer.status()}`);
  }
}
