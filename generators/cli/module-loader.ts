import { register } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Whatever these would resolve to from the definitions, they get the instance that this program uses. */
const entries = { signalbox: 'language', 'signalbox/exporters': 'exporters' };

const hook = `
let own;
export function initialize(data) { own = new Map(data.own); }
export function resolve(specifier, context, next) {
  return next(own.get(specifier) ?? specifier, context);
}`;

/** Imports a TypeScript module of the user's and gives its exports. Throws whatever the module throws. */
export async function importModule(file: string): Promise<unknown> {
  await prepare();
  return import(pathToFileURL(file).href);
}

async function prepare(): Promise<void> {
  const fromSource = import.meta.url.endsWith('.ts');
  // From source something else already compiles TypeScript, or this very file would not run.
  if (!fromSource) await registerTsx();
  const own = Object.entries(entries).map(([specifier, folder]): readonly [string, string] => {
    const file = `../${folder}/index.${fromSource ? 'ts' : 'js'}`;
    return [specifier, new URL(file, import.meta.url).href];
  });
  register(`data:text/javascript,${encodeURIComponent(hook)}`, { data: { own } });
}

/** Both, because a project without `"type": "module"` has its definitions compiled to CommonJS. */
async function registerTsx(): Promise<void> {
  const [{ register: forModules }, { register: forCommonJs }] = await Promise.all([
    import('tsx/esm/api'),
    import('tsx/cjs/api'),
  ]);
  forCommonJs();
  forModules();
}
