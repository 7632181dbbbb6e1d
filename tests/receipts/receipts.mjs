// Opens every page of a folder in headless Chromium: no violation of axe-core's rules, no scrolling sideways at 320 CSS
// pixels (WCAG 2.1, 1.4.10) or in print, no script, nothing fetched. usage: node receipts.mjs FOLDER MODULES
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, modules] = process.argv.slice(2).map((path) => resolve(path));
const require = createRequire(join(modules, 'package.json'));
const puppeteer = require('puppeteer-core');
const axe = readFileSync(require.resolve('axe-core'), 'utf8');

const failures = [];

async function expectNoScrolling(page, name, how) {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  if (content > window) failures.push(`${name}: ${content} pixels wide ${how}, where ${window} are`);
}

async function expectAccessible(page, name) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  for (const violation of violations)
    for (const node of violation.nodes) failures.push(`${name}: ${violation.id}: ${node.html}: ${violation.help}`);
}

async function check(browser, name) {
  const page = await browser.newPage();
  const url = pathToFileURL(join(folder, name)).href;
  page.on('request', (request) => {
    if (request.url() !== url) failures.push(`${name}: asks for ${request.url()}`);
  });
  await page.setBypassCSP(true); // or axe-core could not run
  await page.goto(url);
  if (await page.$('script')) failures.push(`${name}: holds a script`);
  await expectAccessible(page, name);
  await page.setViewport({ width: 320, height: 640 });
  await expectNoScrolling(page, name, 'in a window of 320');
  await page.setViewport({ width: 680, height: 960 }); // A4 between its margins
  await page.emulateMediaType('print');
  await expectNoScrolling(page, name, 'in print');
  await page.close();
}

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
for (const name of names) await check(browser, name);
await browser.close();

if (names.length < 2) failures.push(`${folder} holds ${names.length} pages`);
for (const failure of failures) console.log(failure);
console.log(`${names.length} pages, ${failures.length} failures`);
process.exit(failures.length ? 1 : 0);
