// Holds the list that check --format json prints to docs/check.schema.json, and the schema to the list: no field that it
// doesn't describe. usage: node json.mjs FILE SCHEMA MODULES
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [file, schemaFile, modules] = process.argv.slice(2);
const Ajv = createRequire(join(resolve(modules), 'package.json'))('ajv').default;
const schema = JSON.parse(readFileSync(schemaFile, 'utf8'));
const list = JSON.parse(readFileSync(file, 'utf8'));
const fields = Object.keys(schema.items.properties).join();
const failures = [];

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
if (!validate(list)) for (const error of validate.errors) failures.push(`${error.instancePath}: ${error.message}`);
if (schema.items.required.join() !== fields) failures.push(`the schema requires ${schema.items.required}`);
list.forEach((item, i) => {
  if (Object.keys(item).join() !== fields) failures.push(`${i} has the fields ${Object.keys(item)}`);
});
if (validate([{ ...list[0], severity: 'fatal' }])) failures.push('the schema takes any severity');
if (list.length < 20) failures.push(`${list.length} diagnostics`);
for (const failure of failures) console.log(failure);
process.exit(failures.length ? 1 : 0);
