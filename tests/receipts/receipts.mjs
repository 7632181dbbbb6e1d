// Opens every page of a folder in headless Chromium. Each has no violation of axe-core's rules, best practices and WCAG 2.2 AA
// among them, in light and in dark colours; no scrolling sideways in narrow windows (WCAG 1.4.10: 320 CSS pixels are 1280 at
// 400 %), with text enlarged (1.4.4), with wider spacing (1.4.12) or in print; the verdict first; a title of its own; what it
// quotes of a file marked as Finnish, with all its spaces; no script, nothing fetched; on paper no point is torn and no heading
// stands at a page's foot. Only the summary links to other pages, and to those in the folder: a receipt is mailed by itself. What is
// for those who know XML is closed at first, and holds up as well when it is opened. usage: node receipts.mjs FOLDER MODULES LANGUAGE
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, modules] = process.argv.slice(2).map((path) => resolve(path));
const language = process.argv[4];
const require = createRequire(join(modules, 'package.json'));
const puppeteer = require('puppeteer-core');
const axe = readFileSync(require.resolve('axe-core'), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = [320, 640, 768, 1280]; // 640 are 1280 at 200 %
const MOST_POINTS = 100;
const SPACING = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }'
  + 'p { margin-bottom: 2em !important; }';
const MARKS = '.points > li::before { content: "POINT-BEGINS"; display: block; }'
  + '.points > li::after { content: "POINT-ENDS"; display: block; }';

const failures = [];
const titles = new Map();

async function expectNoScrolling(page, name, how) {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  if (content > window) failures.push(`${name}: ${content} pixels wide ${how}, where ${window} are`);
}

async function expectAccessible(page, name, colours, isLong) {
  const { violations } = await page.evaluate((tags, contrast) => globalThis.axe.run({
    runOnly: tags, rules: { 'color-contrast': { enabled: contrast } },
  }), TAGS, !isLong);
  for (const violation of violations)
    for (const node of violation.nodes)
      failures.push(`${name} (${colours}): ${violation.id}: ${node.html}: ${violation.help}`);
}

// What a page is made of: the verdict before all else, its words, and the languages that it says it is in.
async function expectWellMade(page, name) {
  const made = await page.evaluate(() => ({
    title: document.title,
    language: document.documentElement.lang,
    first: document.querySelector('main')?.firstElementChild?.className ?? '',
    heading: document.querySelector('main h1')?.textContent ?? '',
    headings: document.querySelectorAll('h1').length,
    code: [...document.querySelectorAll('code')].map((code) => code.lang),
    collapsed: [...document.querySelectorAll('h3, .todo, li dd')].filter(
      (part) => part.innerText.trim() !== part.textContent.trim()).map((part) => part.textContent),
    script: document.querySelectorAll('script, [onclick], [onload], a[href^="javascript:"]').length,
    heads: [...document.querySelectorAll('table')].every(
      (table) => table.querySelector('thead th[scope=col]') && table.querySelector('tbody th[scope=row]')),
  }));
  const expect = (condition, what) => condition || failures.push(`${name}: ${what}`);
  expect(made.language === language, `lang is ${made.language}`);
  expect(made.first.startsWith('verdict '), `the verdict is not the first: ${made.first}`);
  expect(made.headings === 1 && made.heading && made.title.startsWith(`${made.heading}: `), `title ${made.title}`);
  expect(!titles.has(made.title), `has the title of ${titles.get(made.title)}: ${made.title}`);
  expect(made.code.every((lang) => lang === (language === 'fi' ? '' : 'fi')), `code has lang ${made.code}`);
  expect(made.heads, 'a table lacks headers');
  expect(!made.collapsed.length, `shows spaces that are not in: ${made.collapsed}`);
  expect(!made.script, 'holds a script');
  titles.set(made.title, name);
}

// Only the summary has links, and none is dead.
async function expectLinks(page, name, names) {
  const links = await page.evaluate(() => [...document.querySelectorAll('[href], [src]')].map((link) => link.getAttribute('href')));
  if (name !== 'index.html' && links.length) failures.push(`${name}: links to ${links}`);
  for (const link of links) if (!names.includes(link)) failures.push(`${name}: ${link} is not there`);
}

// The keyboard gets to the links and the details, and shows where it is (WCAG 2.4.7).
async function expectFocus(page, name) {
  const first = await page.evaluate(() => document.querySelector('a, summary')?.tagName);
  if (!first) return;
  await page.keyboard.press('Tab');
  const focus = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement);
    return [document.activeElement.tagName, style.outlineStyle, parseFloat(style.outlineWidth) >= 2];
  });
  if (focus.join() !== `${first},solid,true`) failures.push(`${name}: the first that has the focus is ${focus}`);
}

async function expectFits(page, name) {
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: 640 });
    await expectNoScrolling(page, name, `in a window of ${width}`);
  }
  const enlarged = await page.addStyleTag({ content: 'html { font-size: 200% !important; }' });
  await expectNoScrolling(page, name, 'with text at 200 %');
  await enlarged.evaluate((style) => style.remove());
  await page.setViewport({ width: 320, height: 640 });
  const spaced = await page.addStyleTag({ content: SPACING });
  await expectNoScrolling(page, name, 'with wider spacing');
  await spaced.evaluate((style) => style.remove());
  await page.setViewport({ width: 680, height: 960 }); // A4 between its margins
  await page.emulateMediaType('print');
  await expectNoScrolling(page, name, 'in print');
}

// Each point, of the details as well, begins and ends on one page.
async function expectWholeOnPaper(page, name) {
  const headings = await page.evaluate(() => [...document.querySelectorAll('h2')].map((heading) => heading.textContent));
  await page.addStyleTag({ content: MARKS });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }).split('\f').slice(0, -1);
  pages.forEach((text, i) => {
    const lines = text.split('\n').map((line) => line.trim()).filter((line) => line);
    const begun = lines.filter((line) => line === 'POINT-BEGINS').length;
    const ended = lines.filter((line) => line === 'POINT-ENDS').length;
    if (begun !== ended) failures.push(`${name}: on page ${i + 1} ${begun} points begin and ${ended} end`);
    if (headings.includes(lines.at(-2))) failures.push(`${name}: page ${i + 1} ends with ${lines.at(-2)}`);
  });
}

// What the details hold is seen only once they are opened.
async function openDetails(page, name) {
  const closed = await page.evaluate(() => [...document.querySelectorAll('details')].map((details) => {
    const wasClosed = !details.open;
    details.open = true;
    return wasClosed;
  }));
  if (closed.includes(false)) failures.push(`${name}: the details are open at first`);
}

async function check(browser, name, names) {
  const page = await browser.newPage();
  const url = pathToFileURL(join(folder, name)).href;
  page.on('request', (request) => {
    if (request.url() !== url) failures.push(`${name}: asks for ${request.url()}`);
  });
  await page.setBypassCSP(true); // or axe-core could not run
  await page.goto(url);
  await openDetails(page, name);
  await expectWellMade(page, name);
  await expectLinks(page, name, names);
  await expectFocus(page, name);
  await page.evaluate(axe);
  // The colours of a thousand points are those of a few on another page, and take minutes to look at.
  const isLong = await page.evaluate((most) => document.querySelectorAll('li').length > most, MOST_POINTS);
  await expectAccessible(page, name, 'light', isLong);
  if (!isLong) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await page.setViewport({ width: 320, height: 640 });
    await expectAccessible(page, name, 'dark and narrow');
    await page.emulateMediaFeatures([]);
  }
  await expectFits(page, name);
  if (!isLong) await expectWholeOnPaper(page, name);
  await page.close();
}

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
for (const name of names) await check(browser, name, names);
await browser.close();

if (names.length < 2) failures.push(`${folder} holds ${names.length} pages`);
for (const failure of failures) console.log(failure);
console.log(`${names.length} pages, ${failures.length} failures`);
process.exit(failures.length ? 1 : 0);
