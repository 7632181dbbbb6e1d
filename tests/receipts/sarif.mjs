// Holds a SARIF log to the schema of SARIF 2.1.0 (OASIS, 27 March 2020), to what the text of the standard demands of the
// objects that pykala writes, and to what code hosts and editors ask beyond it. The paths in the log are of FOLDER.
// usage: node sarif.mjs FILE SCHEMA MODULES FOLDER LANGUAGE
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [file, schema, modules, folder, language] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), 'package.json'));
const Ajv = require('ajv').default;
const addFormats = require('ajv-formats').default;

const failures = [];
const fingerprints = new Set();
let snippets = 0;
let fixes = 0;

function expect(condition, what) {
  if (!condition) failures.push(what);
}

// Every property known, those that are required there, each of its type.
function expectObject(object, at, required, optional = {}) {
  const known = { ...required, ...optional };
  for (const name of Object.keys(required)) expect(name in object, `${at} lacks ${name}`);
  for (const [name, value] of Object.entries(object)) {
    const type = Array.isArray(value) ? 'array' : typeof value;
    expect(known[name] === type, `${at}.${name} is ${type}, not ${known[name]}`);
  }
}

// SARIF 2.1.0, 3.11.5 and 3.11.6: what isn't escaped is a placeholder or a link.
function checkMessage(message, at) {
  expectObject(message, at, { text: 'string' });
  expect(/[.?!]$/.test(message.text), `${at} has no end: ${message.text}`);
  expect(!/(^|[^{])\{\d/.test(message.text) && !/(^|[^\\])\]\(/.test(message.text), `${at}: ${message.text}`);
  expect(message.text.length <= 1024, `${at} is longer than code hosts show`);
}

function checkLevel(level, at) {
  expect(['none', 'note', 'warning', 'error'].includes(level), `${at}: ${level}`);
}

// What GitHub asks of a rule: id, shortDescription, fullDescription, help.text; help.markdown is shown where there is one.
function checkRule(rule, at) {
  expectObject(rule, at, {
    id: 'string', shortDescription: 'object', fullDescription: 'object', help: 'object', defaultConfiguration: 'object',
  });
  for (const text of ['shortDescription', 'fullDescription']) checkMessage(rule[text], `${at}.${text}`);
  expectObject(rule.help, `${at}.help`, { text: 'string', markdown: 'string' });
  expect(rule.help.markdown.includes(rule.id), `${at}.help.markdown: ${rule.help.markdown}`);
  expectObject(rule.defaultConfiguration, `${at}.defaultConfiguration`, { level: 'string' });
  checkLevel(rule.defaultConfiguration.level, at);
}

// Every result has a line (GitHub shows none else), and its columns are those of what its snippet holds, in code points.
function checkRegion(region, at, uri) {
  expectObject(
    region, at, { startLine: 'number' },
    { startColumn: 'number', endLine: 'number', endColumn: 'number', snippet: 'object' });
  for (const number of [region.startLine, region.startColumn ?? 1, region.endColumn ?? 1])
    expect(Number.isInteger(number) && number >= 1, `${at}: ${number}`);
  if (!region.snippet) return;
  const line = readFileSync(join(folder, decodeURIComponent(uri)), 'utf8').replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)[region.startLine - 1];
  const marked = [...line].slice(region.startColumn - 1, region.endColumn - 1).join('');
  expect(marked === region.snippet.text, `${at}: ${region.snippet.text}, but the file has ${marked}`);
  snippets += 1;
}

// A relative path has the base, no dots that lead nowhere, and only what RFC 3986 takes as it is.
function checkLocation(location, at) {
  expectObject(location, at, { physicalLocation: 'object' });
  const physical = location.physicalLocation;
  expectObject(physical, `${at}.physicalLocation`, { artifactLocation: 'object', region: 'object' });
  const { uri } = physical.artifactLocation;
  expectObject(physical.artifactLocation, `${at}.artifactLocation`, { uri: 'string', uriBaseId: 'string' });
  expect(physical.artifactLocation.uriBaseId === '%SRCROOT%', `${at}: ${physical.artifactLocation.uriBaseId}`);
  expect(/^[A-Za-z0-9_~-]([A-Za-z0-9._~/-]|%[0-9A-F]{2})*$/.test(uri), `${at}: ${uri}`);
  checkRegion(physical.region, `${at}.region`, uri);
}

// What comes instead of what stands in a region of the one file that the result is about.
function checkFix(fix, at, uri) {
  expectObject(fix, at, { artifactChanges: 'array' });
  expect(fix.artifactChanges.length === 1, `${at} has ${fix.artifactChanges.length} changes`);
  const [change] = fix.artifactChanges;
  expectObject(change, at, { artifactLocation: 'object', replacements: 'array' });
  expect(change.artifactLocation.uri === uri, `${at} changes ${change.artifactLocation.uri}`);
  for (const replacement of change.replacements) {
    const { deletedRegion: region } = replacement;
    expectObject(replacement, at, { deletedRegion: 'object', insertedContent: 'object' });
    expectObject(region, at, { startLine: 'number', startColumn: 'number', endColumn: 'number' }, { endLine: 'number' });
    expect((region.endLine ?? region.startLine) > region.startLine || region.endColumn >= region.startColumn, `${at} ends before it begins`);
  }
  fixes += 1;
}

function checkResult(result, at, rules) {
  expectObject(
    result, at,
    { ruleId: 'string', ruleIndex: 'number', level: 'string', message: 'object', locations: 'array', partialFingerprints: 'object' },
    { relatedLocations: 'array', fixes: 'array' });
  checkMessage(result.message, `${at}.message`);
  result.relatedLocations?.forEach((location) => checkLocation(location, at));
  result.fixes?.forEach((fix) => checkFix(fix, at, result.locations[0].physicalLocation.artifactLocation.uri));
  checkLevel(result.level, at);
  expect(rules[result.ruleIndex]?.id === result.ruleId, `${at}: rule ${result.ruleIndex} is not ${result.ruleId}`);
  expect(result.locations.length === 1, `${at} has ${result.locations.length} locations`);
  result.locations.forEach((location) => checkLocation(location, at));
  expectObject(result.partialFingerprints, `${at}.partialFingerprints`, { primaryLocationLineHash: 'string' });
  const fingerprint = [
    result.ruleId, result.locations[0].physicalLocation.artifactLocation.uri, result.partialFingerprints.primaryLocationLineHash,
  ].join(' ');
  expect(/ [0-9a-f]{16}:[1-9]\d*$/.test(fingerprint), `${at}: ${fingerprint}`);
  expect(!fingerprints.has(fingerprint), `${at}: ${fingerprint} comes twice`);
  fingerprints.add(fingerprint);
}

function checkNotification(notification, at, rules) {
  expectObject(
    notification, at, { associatedRule: 'object', level: 'string', message: 'object', locations: 'array' });
  expect(rules[notification.associatedRule.index]?.id === notification.associatedRule.id, `${at}: no such rule`);
  checkMessage(notification.message, at);
}

function checkInvocation(invocation, at, rules) {
  expectObject(invocation, at, { executionSuccessful: 'boolean', toolExecutionNotifications: 'array' });
  expect(
    invocation.executionSuccessful === !invocation.toolExecutionNotifications.length,
    `${at} says ${invocation.executionSuccessful}`);
  invocation.toolExecutionNotifications.forEach((notification) => checkNotification(notification, at, rules));
}

function checkRun(run) {
  expectObject(run, 'run', {
    tool: 'object', automationDetails: 'object', language: 'string', originalUriBaseIds: 'object', invocations: 'array',
    columnKind: 'string', results: 'array',
  });
  expect(run.columnKind === 'unicodeCodePoints', run.columnKind);
  expect(run.language === language, run.language);
  expect(run.automationDetails.id === 'pykala/check/', run.automationDetails.id);
  expect('%SRCROOT%' in run.originalUriBaseIds, 'the base of paths is not told');
  expectObject(run.tool, 'tool', { driver: 'object' });
  const { driver } = run.tool;
  expectObject(driver, 'driver', { name: 'string', version: 'string', language: 'string', rules: 'array' });
  expect(driver.language === language, `the rules are in ${driver.language}`);
  driver.rules.forEach((rule) => checkRule(rule, `rule ${rule.id}`));
  expect(new Set(driver.rules.map((rule) => rule.id)).size === driver.rules.length, 'a rule comes twice');
  expect(run.invocations.length === 1, `${run.invocations.length} invocations`);
  run.invocations.forEach((invocation) => checkInvocation(invocation, 'invocation', driver.rules));
  run.results.forEach((result, i) => checkResult(result, `result ${i}`, driver.rules));
  expect(run.results.length > 20 && run.results.length <= 25000, `${run.results.length} results`);
  expect(fixes > 5, `${fixes} results say what mends them`);
  expect(snippets > 20, `${snippets} results say what they are of`);
}

// A validator that takes everything would take the log, too: it must refuse what is not right.
function checkSchema(log) {
  // The schema has a pattern (of language) that is none under the flag u.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
  if (!validate(log))
    for (const error of validate.errors) failures.push(`schema: ${error.instancePath}: ${error.message}`);
  expect(!validate({ ...log, version: '2.0.0' }), 'the schema takes another version');
  expect(!validate({ ...log, runs: [{ ...log.runs[0], results: [{ level: 'error' }] }] }), 'the schema takes any result');
}

const log = JSON.parse(readFileSync(file, 'utf8'));
checkSchema(log);
expectObject(log, 'log', { $schema: 'string', version: 'string', runs: 'array' });
expect(log.version === '2.1.0', log.version);
expect(log.runs.length === 1, `${log.runs.length} runs`);
log.runs.forEach(checkRun);
for (const failure of failures) console.log(failure);
process.exit(failures.length ? 1 : 0);
