// Searches PDF files with pdf.js' own find controller, as Firefox' search does.
// usage: node pdfjs-search.mjs MODULES LIST FOUND   (LIST has a line a file: its name and words, set apart by tabs; FOUND gets the words
// that are found)
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, list, found] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(join(modules, 'node_modules/pdfjs-dist/legacy', name)).href);

// The viewer asks for these when it is loaded; a search needs none of them.
globalThis.window = { requestAnimationFrame: (callback) => setTimeout(callback) };
globalThis.document = { documentElement: { style: {} }, createElement: () => ({ style: {} }) };
globalThis.navigator = { userAgent: '', platform: '', language: 'fi' };
globalThis.HTMLElement = class {};
globalThis.pdfjsLib = await load('build/pdf.mjs');
const { EventBus, FindState, PDFFindController } = await load('web/pdf_viewer.mjs');

// Tells whether a document holds a word, whole and in these letters.
function holds(pdf, word) {
    const eventBus = new EventBus();
    const controller = new PDFFindController({ eventBus, linkService: { pagesCount: pdf.numPages, page: 1 } });
    controller.setDocument(pdf);
    return new Promise((resolve) => {
        eventBus.on('updatefindcontrolstate', ({ state }) => {
            if (state !== FindState.PENDING) resolve(state !== FindState.NOT_FOUND);
        });
        eventBus.dispatch('find', { type: 'find', query: word, caseSensitive: true, entireWord: true, matchDiacritics: true });
    });
}

const words = [];
for (const line of readFileSync(list, 'utf8').trim().split('\n')) {
    const [file, ...wanted] = line.split('\t');
    const pdf = await globalThis.pdfjsLib.getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0, isEvalSupported: false })
        .promise;
    for (const word of wanted)
        if (await holds(pdf, word)) words.push(word);
}
writeFileSync(found, words.join('\n'));
