import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Diagnostic, problem } from '../diagnostics/diagnostic.ts';
import { originIn, pathFrom, positionText } from '../diagnostics/place.ts';
import { shown } from '../language/shown.ts';

/** Why a definitions file could not be loaded, without a stack trace. `name` is the file as the user knows it. */
export function loadFailure(error: unknown, name: string, cwd: string): Diagnostic {
  if (!(error instanceof Error)) {
    return problem('load/module', { path: [name] }, `the file throws ${shown(error)}`, 'Repair the place that throws.');
  }
  return (
    cycleFailure(error, name, cwd) ??
    syntaxFailure(error, name, cwd) ??
    missingFailure(error, name, cwd) ??
    thrown(error, name, cwd)
  );
}

function addressOf(error: Error, name: string) {
  return { path: [name], place: { stack: error.stack ?? '' } };
}

/** Two files that import each other, one of which uses the other's definition before it is made. */
function cycleFailure(error: Error, name: string, cwd: string): Diagnostic | undefined {
  const variable = /^Cannot access '(.+)' before initialization$/.exec(error.message)?.[1];
  if (!(error instanceof ReferenceError) || variable === undefined) return undefined;
  const user = originIn(error.stack)?.file;
  const maker = user === undefined ? undefined : importedFrom(user, variable);
  const files = [user, maker].flatMap((file) => (file === undefined ? [] : [pathFrom(cwd, file)]));
  const among = files.length === 2 ? `: ${files.join(' and ')} import each other` : '';
  const cure = 'Refer to what is defined elsewhere by a function: dependsOn: () => [other].';
  const message = `\`${variable}\` is used before it is defined${among}`;
  return problem('load/module', addressOf(error, name), message, cure);
}

/** The file from which another one imports a name. */
function importedFrom(file: string, variable: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const imports = readFileSync(file, 'utf8').matchAll(/import\s*(?:type\s*)?\{([^}]*)\}\s*from\s*['"](\.[^'"]+)['"]/g);
  for (const [, names = '', from = ''] of imports) {
    if (names.split(',').some((one) => one.trim().split(/\s+/).at(-1) === variable))
      return resolve(dirname(file), from);
  }
  return undefined;
}

/** What the compiler of TypeScript says: `/project/a.ts:3:5: ERROR: Expected ";"`. */
function syntaxFailure(error: Error, name: string, cwd: string): Diagnostic | undefined {
  const [, file, line, text] = /^(.+):(\d+):\d+: (?:ERROR|error): (.+)$/m.exec(error.message) ?? [];
  if (file === undefined || text === undefined) return undefined;
  const message = `${positionText({ file, line: Number(line) }, cwd)} does not parse: ${text}`;
  return problem('load/module', { path: [name] }, message, 'Correct the syntax there.');
}

/** `Cannot find module '/project/b.ts' imported from /project/a.ts`, and the like for packages and missing exports. */
function missingFailure(error: Error, name: string, cwd: string): Diagnostic | undefined {
  const noExport = /^The requested module '(.+)' does not provide an export named '(.+)'/.exec(error.message);
  if (noExport !== null) {
    const message = `${noExport[1]} exports no \`${noExport[2]}\`${importerIn(error, cwd)}`;
    return problem('load/module', { path: [name] }, message, 'Correct the name, or export it there.');
  }
  const [, wanted, importer] =
    /^Cannot find (?:module|package) '(.+?)'(?: imported from (.+))?/.exec(error.message) ?? [];
  if (wanted === undefined) return undefined;
  const from = importer === undefined ? '' : ` from ${pathFrom(cwd, importer.trim())}`;
  const message = `cannot import ${pathFrom(cwd, wanted)}${from}: there is no such module`;
  return problem('load/module', { path: [name] }, message, 'Correct the path, or install the package.');
}

/** Node puts the importing line above the message of a syntax error. */
function importerIn(error: Error, cwd: string): string {
  const [, url, line] = /^(file:.+):(\d+)$/m.exec(error.stack ?? '') ?? [];
  if (url === undefined || !URL.canParse(url)) return '';
  return `, which ${positionText({ file: decodeURIComponent(new URL(url).pathname), line: Number(line) }, cwd)} imports`;
}

function thrown(error: Error, name: string, cwd: string): Diagnostic {
  const [line = ''] = error.message.split('\n');
  const message = `the file throws ${error.name}: ${line.replaceAll(`${cwd}/`, '')}`;
  return problem('load/module', addressOf(error, name), message, 'Repair the place that throws.');
}
