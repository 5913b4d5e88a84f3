/** A program: compiles the stack and prints what came of it and in which surroundings, as JSON. */
import { shortVideo, treeOf } from '../short-video/tree.ts';

const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
const tree = [...treeOf(shortVideo)];
process.stdout.write(JSON.stringify({ locale, timeZone, directory: process.cwd(), tree }));
