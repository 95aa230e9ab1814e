// Exits with an error when the file named is not a module that an engine compiles.
import { readFileSync } from 'node:fs';

new WebAssembly.Module(readFileSync(process.argv[2]));
