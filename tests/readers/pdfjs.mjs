// Extracts the text of PDF files with pdf.js, as Firefox shows and searches it: one file of text beside each.
// usage: node pdfjs.mjs MODULES FOLDER FILE…   (FOLDER gets NUMBER.txt, in the order of the files)
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, folder, ...files] = process.argv.slice(2);
const { getDocument } = await import(
    pathToFileURL(join(modules, 'node_modules/pdfjs-dist/legacy/build/pdf.mjs')).href);

for (const [number, file] of files.entries()) {
    const task = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0, isEvalSupported: false });
    const document = await task.promise;
    let text = '';
    for (let page = 1; page <= document.numPages; page++) {
        const content = await (await document.getPage(page)).getTextContent();
        for (const item of content.items)
            text += item.str + (item.hasEOL ? '\n' : '');
        text += '\n';
    }
    writeFileSync(join(folder, `${number}.txt`), text);
    await task.destroy();
}
