// Opens QTI 3 items in one of two players, answers as a candidate would, and prints what the player makes of it.
//
// usage: node play_qti3.mjs PLAYER JOBS.json      PLAYER: citolab (@citolab/qti-components) or ampup (qti3-item-player)
//
// JOBS.json: {"pages": folder with PLAYER.html, "items": folder, "jobs": [{"item", "response", "shot"?}, …]}
//   item: a file in the folder; response: option identifiers (a list), a text to type, or what goes into each gap by its
//   name, where `boxes` lists the gaps that are typed into; shot: a file for a screenshot.
// One line of JSON a job: {"item", "response", "outcomes", "shown", "errors"}; `outside` where the page asked elsewhere.

import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const TYPES = {
  '.css': 'text/css', '.html': 'text/html', '.jpg': 'image/jpeg', '.js': 'text/javascript', '.mjs': 'text/javascript',
  '.png': 'image/png', '.svg': 'image/svg+xml', '.xml': 'text/xml',
};
const QUIET = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
const PATIENCE = 15000; // milliseconds; a busy machine draws slowly

const here = path.dirname(fileURLToPath(import.meta.url));

/** Serves the pages, the players and the items from one origin; resolves to its address. */
function serve(pages, items) {
  const roots = { '/item/': items, '/node_modules/': path.join(here, 'node_modules') };
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(request.url.split('?')[0]);
    const [prefix, root] = Object.entries(roots).find(([start]) => name.startsWith(start)) ?? ['/', pages];
    fs.readFile(path.join(root, name.slice(prefix.length)), (error, data) => {
      response.writeHead(error ? 404 : 200, { 'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream' });
      response.end(error ? '' : data);
    });
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done([server, `http://127.0.0.1:${server.address().port}`])));
}

const citolab = {
  async load(page, job) {
    await page.waitForFunction(() => customElements.get('item-container') && customElements.get('qti-assessment-item'));
    await page.evaluate((url) => { document.getElementById('c').itemURL = url; }, `/item/${job.item}`);
    await page.locator('qti-choice-interaction, qti-text-entry-interaction, qti-inline-choice-interaction').first().waitFor({ timeout: PATIENCE });
    await page.waitForTimeout(150); // the components upgrade their children after the first paint
  },
  async answer(page, job) {
    if (job.boxes) {
      for (const [name, word] of Object.entries(job.response)) {
        const gap = page.locator(`[response-identifier="${name}"]`);
        if (job.boxes.includes(name)) {
          await gap.locator('input').fill(word);
          await gap.locator('input').blur();
        } else {
          await gap.locator('button[part=trigger]').click();
          await gap.locator(`qti-inline-choice[identifier="${word}"]`).click();
        }
      }
    } else if (Array.isArray(job.response)) {
      for (const name of job.response) await page.locator(`qti-simple-choice[identifier="${name}"]`).click();
    } else {
      const box = page.locator('qti-text-entry-interaction input');
      await box.fill(job.response);
      await box.blur();
    }
  },
  async end(page) {
    return page.evaluate(() => {
      const item = document.getElementById('c').shadowRoot.querySelector('qti-assessment-item');
      item.processResponse(true, false);
      const variables = item.variables ?? item._context.variables;
      return Object.fromEntries(variables.map((one) => [one.identifier, one.value]));
    });
  },
  feedback: 'qti-modal-feedback',
};

const ampup = {
  async load(page, job, xml) {
    await page.evaluate(([item, patience]) => new Promise((done, fail) => {
      const Player = window.qti3Player.default ?? window.qti3Player;
      const session = { max_attempts: 0, show_feedback: true, validate_responses: false };
      const on = {
        notifyQti3PlayerReady: (player) => {
          window.player = player;
          player.loadItemFromXml(item, { guid: 'item', status: 'interacting', sessionControl: session });
        },
        notifyQti3ItemReady: () => done(),
        notifyQti3EndAttemptCompleted: (data) => { window.ended = data; },
        notifyQti3SuspendAttemptCompleted: (data) => { window.suspended = data; },
      };
      const props = { suppressAlertMessages: true, suppressInvalidResponseMessages: true };
      new Vue({ render: (make) => make(Player, { props, on }) }).$mount('#app');
      setTimeout(() => fail(new Error('the item was not ready in time')), patience);
    }), [xml.replace(/(src|href)="(media\/|math\.css)/g, '$1="/item/$2'), PATIENCE]);
  },
  async answer(page, job) {
    if (job.boxes) {
      for (const [name, word] of Object.entries(job.response)) {
        if (job.boxes.includes(name)) {
          const box = page.locator('.qti-text-entry-interaction input').nth(job.boxes.indexOf(name));
          await box.fill(word);
          await box.blur();
        } else {
          await page.locator(`#inlinechoice_button_${name}`).click();
          await page.locator(`[aria-labelledby="inlinechoice_label_${name}"] [data-identifier="${word}"]`).click();
        }
      }
      return;
    }
    if (!Array.isArray(job.response)) {
      const box = page.locator('input[type=text], input[type=number]').first();
      await box.fill(job.response);
      await box.blur();
      return;
    }
    await page.evaluate(() => window.player.suspendAttempt('look'));
    await page.waitForFunction(() => window.suspended, null, { timeout: PATIENCE });
    const order = await page.evaluate(() => {
      const state = window.suspended.state ?? window.suspended;
      return state.responseVariables.find((one) => one.identifier === 'RESPONSE').state.order;
    });
    for (const name of job.response) await page.locator('[role=radio], [role=checkbox]').nth(order.indexOf(name)).click();
  },
  async end(page) {
    await page.evaluate(() => window.player.endAttempt('end'));
    await page.waitForFunction(() => window.ended, null, { timeout: PATIENCE });
    return page.evaluate(() => {
      const state = window.ended.state ?? window.ended;
      return Object.fromEntries([...state.responseVariables, ...state.outcomeVariables].map((v) => [v.identifier, v.value]));
    });
  },
  feedback: '.qti-modal-feedback .qti-content-body',
};

/** Plays one job in a fresh page of the player. */
async function play(page, player, base, name, job, items) {
  const errors = [];
  const note = (error) => errors.push(String(error.message ?? error));
  page.on('pageerror', note);
  await page.goto(`${base}/${name}.html`);
  await player.load(page, job, fs.readFileSync(path.join(items, job.item), 'utf8'));
  if (job.shot) await page.screenshot({ path: job.shot, fullPage: true });
  await player.answer(page, job);
  const outcomes = await player.end(page);
  await page.waitForTimeout(job.shot ? 400 : 50);
  const shown = await page.locator(player.feedback).evaluateAll((all) => all
    .filter((one) => (one.querySelector('p, div, ul, ol, pre, table') ?? one).checkVisibility({ visibilityProperty: true }))
    .map((one) => one.innerText));
  if (job.shot) await page.screenshot({ path: job.shot.replace(/\.png$/, '-answered.png'), fullPage: true });
  page.off('pageerror', note);
  return { item: job.item, response: job.response, outcomes, shown, errors };
}

const [name, file] = process.argv.slice(2);
const player = { citolab, ampup }[name];
const { pages, items, jobs } = JSON.parse(fs.readFileSync(file, 'utf8'));
const [server, base] = await serve(pages, items);
const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'exambank-chromium-'));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.EXAMBANK_CHROMIUM, headless: true, args: QUIET, viewport: { width: 900, height: 700 },
});
const outside = new Set();
await browser.route('**/*', (route) => {
  const url = route.request().url();
  if (url.startsWith(base) || url.startsWith('data:') || url.startsWith('blob:')) return route.continue();
  outside.add(url);
  return route.abort();
});
try {
  const page = await browser.newPage();
  for (const job of jobs) {
    let line;
    try {
      line = await play(page, player, base, name, job, items);
    } catch (error) {
      line = { item: job.item, response: job.response, outcomes: {}, shown: [], errors: [String(error.message)] };
    }
    console.log(JSON.stringify({ ...line, outside: [...outside] }));
  }
} finally {
  await browser.close();
  server.close();
  fs.rmSync(profile, { recursive: true, force: true });
}
