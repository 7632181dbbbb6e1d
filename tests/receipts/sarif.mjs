// Holds a SARIF log to the schema of SARIF 2.1.0 (OASIS, 27 March 2020), to what the text of the standard demands of the
// objects that pykala writes, and to what code hosts ask beyond it. usage: node sarif.mjs FILE SCHEMA MODULES
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [file, schema, modules] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), 'package.json'));
const Ajv = require('ajv').default;
const addFormats = require('ajv-formats').default;

const failures = [];

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

function checkMessage(message, at) {
  expectObject(message, at, { text: 'string' });
  expect(message.text.length > 0, `${at} is empty`);
}

function checkLevel(level, at) {
  expect(['none', 'note', 'warning', 'error'].includes(level), `${at}: ${level}`);
}

function checkRule(rule, at) {
  expectObject(rule, at, {
    id: 'string', shortDescription: 'object', fullDescription: 'object', help: 'object', defaultConfiguration: 'object',
  });
  for (const text of ['shortDescription', 'fullDescription', 'help']) checkMessage(rule[text], `${at}.${text}`);
  expectObject(rule.defaultConfiguration, `${at}.defaultConfiguration`, { level: 'string' });
  checkLevel(rule.defaultConfiguration.level, at);
}

function checkRegion(region, at) {
  expectObject(region, at, { startLine: 'number' }, { startColumn: 'number' });
  for (const number of Object.values(region)) expect(Number.isInteger(number) && number >= 1, `${at}: ${number}`);
}

function checkLocation(location, at) {
  expectObject(location, at, { physicalLocation: 'object' });
  const physical = location.physicalLocation;
  expectObject(physical, `${at}.physicalLocation`, { artifactLocation: 'object' }, { region: 'object' });
  expectObject(physical.artifactLocation, `${at}.artifactLocation`, { uri: 'string' });
  expect(/^[A-Za-z0-9._~/:%-]+$/.test(physical.artifactLocation.uri), `${at}: ${physical.artifactLocation.uri}`);
  if (physical.region) checkRegion(physical.region, `${at}.region`);
}

function checkResult(result, at, rules) {
  expectObject(
    result, at, { ruleId: 'string', level: 'string', message: 'object', locations: 'array' }, { ruleIndex: 'number' });
  checkMessage(result.message, `${at}.message`);
  checkLevel(result.level, at);
  expect(rules.some((rule) => rule.id === result.ruleId), `${at}: no rule ${result.ruleId}`);
  if ('ruleIndex' in result)
    expect(rules[result.ruleIndex]?.id === result.ruleId, `${at}: rule ${result.ruleIndex} is not ${result.ruleId}`);
  expect(result.locations.length === 1, `${at} has ${result.locations.length} locations`);
  result.locations.forEach((location) => checkLocation(location, at));
}

function checkRun(run) {
  expectObject(run, 'run', {
    tool: 'object', invocations: 'array', columnKind: 'string', results: 'array',
  });
  expect(run.columnKind === 'unicodeCodePoints', run.columnKind);
  expectObject(run.tool, 'tool', { driver: 'object' });
  const { driver } = run.tool;
  expectObject(driver, 'driver', { name: 'string', version: 'string', rules: 'array' });
  driver.rules.forEach((rule) => checkRule(rule, `rule ${rule.id}`));
  expect(new Set(driver.rules.map((rule) => rule.id)).size === driver.rules.length, 'a rule comes twice');
  for (const invocation of run.invocations)
    expectObject(invocation, 'invocation', { executionSuccessful: 'boolean', toolExecutionNotifications: 'array' });
  run.results.forEach((result, i) => checkResult(result, `result ${i}`, driver.rules));
  expect(run.results.length > 20, `${run.results.length} results`);
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
