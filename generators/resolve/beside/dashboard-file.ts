import type { DashboardContent } from '../../model/beside.ts';
import { isMapping } from './yaml-documents.ts';

/** Grafana's limit: https://grafana.com/docs/grafana/latest/developers/http_api/dashboard/#identifier-id-vs-unique-identifier-uid */
const uidShape = /^[A-Za-z0-9_-]{1,40}$/;

/** Reads a dashboard as Grafana exports it: the classic model itself, not what its API wraps around it. */
export function readDashboardFile(text: string): DashboardContent {
  // The sign of a broken encoding: the bytes were others, and would not come out as they went in.
  if (text.includes('\ufffd')) return none('it is not UTF-8');
  const json = parsed(text);
  if (json.kind === 'broken') return none(`it is not JSON: ${json.reason}`);
  const { value } = json;
  if (!isMapping(value)) return none('it is not a dashboard: a dashboard is a JSON object');
  if (isMapping(value.dashboard)) return none('the dashboard is wrapped in `dashboard`, as the API answers it');
  if (isMapping(value.spec)) return none('it is a resource with a `spec`, not the classic model');
  const { uid, title } = value;
  if (typeof uid === 'string' && uidShape.test(uid) && typeof title === 'string' && title.trim() !== '') {
    return { kind: 'dashboard', uid, title, json: value };
  }
  return { kind: 'none', problems: [...uidProblems(uid), ...titleProblems(title)] };
}

const none = (problem: string): DashboardContent => ({ kind: 'none', problems: [problem] });

type Parsed = { readonly kind: 'json'; readonly value: unknown } | { readonly kind: 'broken'; readonly reason: string };

/** The parser's own words quote the text, which may hold a secret; only the place is kept of them. */
function parsed(text: string): Parsed {
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch (error) {
    const [place] = /position \d+(?: \(line \d+ column \d+\))?/.exec(String(error)) ?? [];
    return { kind: 'broken', reason: place === undefined ? 'it ends too early, or is none at all' : `see ${place}` };
  }
}

function uidProblems(uid: unknown): readonly string[] {
  if (typeof uid !== 'string' || uid === '') return ['it has no uid'];
  if (uid.length > 40) return [`its uid has ${uid.length} characters, and Grafana takes 40`];
  return uidShape.test(uid) ? [] : ['its uid holds characters other than letters, digits, _ and -'];
}

const titleProblems = (title: unknown): readonly string[] =>
  typeof title === 'string' && title.trim() !== '' ? [] : ['it has no title'];
